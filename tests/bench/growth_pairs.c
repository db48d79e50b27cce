/* Times two functions in turn and compares them by the median of the ratios of their pairs. */
#include "bench/growth_pairs.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool time_one(growth_fn *fn, void *context, double *ms)
{
    double start = now_ms();
    bool good = fn(context);
    *ms = now_ms() - start;
    return good;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Puts the numbers in another order. */
static double median(double *numbers)
{
    qsort(numbers, GROWTH_PAIRS, sizeof *numbers, by_size);
    return numbers[GROWTH_PAIRS / 2];
}

bool growth_compare(const struct growth_pair *pair, double *ours_ms)
{
    double ours[GROWTH_PAIRS], floor[GROWTH_PAIRS], ratio[GROWTH_PAIRS];
    for (int i = -1; i < GROWTH_PAIRS; i++) { /* the first round warms up */
        int at = i < 0 ? 0 : i;
        bool ours_first = at % 2 == 0;
        if (ours_first && !time_one(pair->ours, pair->ours_context, &ours[at]))
            return false;
        if (!time_one(pair->floor, pair->floor_context, &floor[at]))
            return false;
        if (!ours_first && !time_one(pair->ours, pair->ours_context, &ours[at]))
            return false;
        ratio[at] = ours[at] / floor[at];
    }
    double ours_median = median(ours), ratio_median = median(ratio);
    printf("%-44s %9.2f ms %9.2f ms  %6.2fx  %4.1fx  %s\n", pair->name, ours_median, median(floor),
           ratio_median, pair->bar, ratio_median <= pair->bar ? "met" : "MISSED");
    fflush(stdout);
    if (ours_ms)
        *ours_ms = ours_median;
    return true;
}
