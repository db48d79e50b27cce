/* Signal detection: sensitivity and lean from a table of answers. */
#include "core/signal.h"

#include <math.h>

#include "core/normal.h"

static const double lean_least = 0.3;

/* The share of `yes` among both, kept off 0 and 1 (the log-linear rule, Hautus 1995). */
static double log_linear(int yes, int no)
{
    return (yes + 0.5) / (yes + no + 1.0);
}

/* The variance of z of a share over so many items (Gourevitch & Galanter 1967). */
static double variance_of_z(double share, int items)
{
    double density = normal_density(normal_quantile(share));
    return items > 0 ? share * (1 - share) / (items * density * density) : INFINITY;
}

void signal_measure(const struct tally *tally, struct signal *out)
{
    const int *sales = tally->table[SIDE_SALES], *marketing = tally->table[SIDE_MARKETING];
    out->items[SIDE_SALES] = sales[SIDE_SALES] + sales[SIDE_MARKETING];
    out->items[SIDE_MARKETING] = marketing[SIDE_SALES] + marketing[SIDE_MARKETING];
    out->hits = log_linear(sales[SIDE_SALES], sales[SIDE_MARKETING]);
    out->false_alarms = log_linear(marketing[SIDE_SALES], marketing[SIDE_MARKETING]);
    double z_hits = normal_quantile(out->hits), z_false = normal_quantile(out->false_alarms);
    out->d_prime = z_hits - z_false;
    out->criterion = -(z_hits + z_false) / 2;
    out->ln_beta = out->d_prime * out->criterion;
    out->d_prime_error = sqrt(variance_of_z(out->hits, out->items[SIDE_SALES]) +
                              variance_of_z(out->false_alarms, out->items[SIDE_MARKETING]));
    out->criterion_error = out->d_prime_error / 2;
}

double signal_unbiased_share(double d_prime)
{
    return normal_cdf(d_prime / 2);
}

static bool has_of_each_side(const struct signal *signal, int least)
{
    return signal->items[SIDE_SALES] >= least && signal->items[SIDE_MARKETING] >= least;
}

enum side signal_lean(const struct signal *signal)
{
    double size = fabs(signal->criterion);
    if (!has_of_each_side(signal, SIGNAL_LEAN_SIDE) || size <= lean_least ||
        size <= 2 * signal->criterion_error)
        return SIDE_NONE;
    return signal->criterion < 0 ? SIDE_SALES : SIDE_MARKETING;
}

enum signal_band signal_band(const struct signal *signal)
{
    if (!has_of_each_side(signal, SIGNAL_BAND_SIDE) ||
        signal->items[SIDE_SALES] + signal->items[SIDE_MARKETING] < SIGNAL_BAND_ITEMS)
        return SIGNAL_TOO_FEW;
    double share = signal_unbiased_share(signal->d_prime);
    return share < 0.75   ? SIGNAL_LEARNER
           : share < 0.85 ? SIGNAL_COMPETENT
           : share < 0.90 ? SIGNAL_STRONG
                          : SIGNAL_EXPERT;
}
