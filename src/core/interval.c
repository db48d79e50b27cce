/* What counts of right answers allow to say. */
#include "core/interval.h"

#include <math.h>

static const double z95 = 1.95996398454005423552; /* z of .975 */
static const double ln2 = 0.69314718055994530942;

struct interval interval_wilson(int right, int answers)
{
    if (answers <= 0)
        return (struct interval){0, 1};
    double n = answers, share = right / n, z2 = z95 * z95;
    double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = z95 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    /* rounding must not leave the ends of the scale */
    return (struct interval){right > 0 ? middle - half : 0, right < answers ? middle + half : 1};
}

/* The logarithm of the number of ways to choose k of n. */
static double ln_choose(double n, double k)
{
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

static double at_most_1(double probability)
{
    return probability < 1 ? probability : 1;
}

double chance_at_least(int right, int answers)
{
    if (right <= 0)
        return 1;
    double sum = 0;
    for (int k = answers; k >= right; k--) /* the small ones first */
        sum += exp(ln_choose(answers, k) - answers * ln2);
    return at_most_1(sum);
}

int chance_one_in(double probability)
{
    if (probability * CHANCE_RARE <= 1)
        return CHANCE_RARE;
    double times = 1 / probability, unit = 1;
    while (times / unit >= 99.5)
        unit *= 10;
    return (int)(floor(times / unit + 0.5) * unit);
}

double expect_at_least(int need, int length, int right, int answers)
{
    if (need <= 0)
        return 1;
    double sum = 0, wrong = answers - right;
    /* C(right + k, k) C(wrong + length - k, length - k) / C(answers + 1 + length, length) */
    for (int k = length; k >= need; k--)
        sum += exp(ln_choose(right + k, k) + ln_choose(wrong + length - k, length - k) -
                   ln_choose(answers + 1.0 + length, length));
    return at_most_1(sum);
}
