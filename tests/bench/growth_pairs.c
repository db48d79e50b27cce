/* Times two things in turn and compares them by the median of the ratios of their pairs. */
#include "bench/growth_pairs.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LARGE = 64 * 1024 };

extern char **environ;

static double now_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* --- one measurement ------------------------------------------------------------------------- */

static bool has_succeeded(pid_t child, const char *name)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!good)
        fprintf(stderr, "%s failed (status %d)\n", name, status);
    return good;
}

bool growth_time_apart(bool (*work)(void *context), void *context, double *ms)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        double start = now_ms(CLOCK_PROCESS_CPUTIME_ID);
        bool good = work(context);
        /* before a large block C libraries tidy up behind many small ones: that is work of its own
         */
        void *volatile large = malloc(LARGE);
        free(large);
        double took = now_ms(CLOCK_PROCESS_CPUTIME_ID) - start;
        good = good && write(ends[1], &took, sizeof took) == (ssize_t)sizeof took;
        _exit(good ? 0 : 1);
    }
    close(ends[1]);
    bool good = child > 0 && read(ends[0], ms, sizeof *ms) == (ssize_t)sizeof *ms;
    close(ends[0]);
    return child > 0 && has_succeeded(child, "a process of the benchmark") && good;
}

/* Starts the program with its standard output in the pipe. */
static bool start(const char *const *argv, const int ends[2], pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int error =
        posix_spawn(child, argv[0], &actions, NULL, (char *const *)(const void *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        fprintf(stderr, "%s cannot be started: error %d\n", argv[0], error);
    return error == 0;
}

bool growth_time_program(const char *const *argv, double *ms)
{
    int ends[2];
    pid_t child;
    double start_ms = now_ms(CLOCK_MONOTONIC);
    if (pipe(ends) != 0)
        return false;
    bool good = start(argv, ends, &child);
    close(ends[1]);
    char *bytes = malloc(LARGE);
    while (good && bytes && read(ends[0], bytes, LARGE) > 0)
        ;
    free(bytes);
    close(ends[0]);
    good = good && has_succeeded(child, argv[0]);
    *ms = now_ms(CLOCK_MONOTONIC) - start_ms;
    return good;
}

/* --- pairs ----------------------------------------------------------------------------------- */

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

void growth_head(void)
{
    printf("%d alternating pairs each: median, median of the floor, median of the ratios, bar\n",
           GROWTH_PAIRS);
}

static bool time_pair(const struct growth_pair *pair, bool ours_first, double *ours, double *floor)
{
    if (ours_first)
        return pair->ours(pair->ours_context, ours) && pair->floor(pair->floor_context, floor);
    return pair->floor(pair->floor_context, floor) && pair->ours(pair->ours_context, ours);
}

bool growth_compare(const struct growth_pair *pair, double *ours_ms)
{
    double ours[GROWTH_PAIRS], floor[GROWTH_PAIRS], ratio[GROWTH_PAIRS];
    if (!time_pair(pair, true, &ours[0], &floor[0]))
        return false;
    for (int i = 0; i < GROWTH_PAIRS; i++) {
        if (!time_pair(pair, i % 2 == 0, &ours[i], &floor[i]))
            return false;
        ratio[i] = ours[i] / floor[i];
    }
    double ours_median = median(ours), ratio_median = median(ratio);
    printf("%-44s %9.2f ms %9.2f ms  %6.2fx  %4.1fx  %s\n", pair->name, ours_median, median(floor),
           ratio_median, pair->bar, ratio_median <= pair->bar ? "met" : "MISSED");
    fflush(stdout);
    if (ours_ms)
        *ours_ms = ours_median;
    return true;
}
