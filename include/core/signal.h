/* Signal detection: how well the sides are told apart, and whether answers lean to one.  core.
 * The yes/no design with sales as the signal (Green & Swets 1966; Stanislaw & Todorov 1999). */
#ifndef SMQ_CORE_SIGNAL_H
#define SMQ_CORE_SIGNAL_H

#include "core/score.h"

/* From when on there is enough to say something in words. */
enum {
    SIGNAL_BAND_ITEMS = 20, /* items for a band, */
    SIGNAL_BAND_SIDE = 5,   /* so many of each side among them */
    SIGNAL_LEAN_SIDE = 10   /* items of each side for a lean */
};

struct signal {
    int items[SIDE_COUNT];  /* of each side as keyed */
    double hits;            /* share of sales items called sales, log-linear (Hautus 1995) */
    double false_alarms;    /* share of marketing items called sales, likewise */
    double d_prime;         /* sensitivity: 0 is guessing */
    double criterion;       /* c: below 0 sales is said too often, above 0 marketing */
    double ln_beta;         /* the criterion as the logarithm of a likelihood ratio */
    double d_prime_error;   /* standard error; INFINITY when a side has no item */
    double criterion_error; /* the same of c */
};
/* Measures the table of a tally. */
void signal_measure(const struct tally *tally, struct signal *out);

/* The share that somebody with this d' gets right who leans to neither side. */
double signal_unbiased_share(double d_prime);

/* The side that is said when in doubt; SIDE_NONE unless |c| is above 0.3 and above twice its
 * standard error, over SIGNAL_LEAN_SIDE items of each side. */
enum side signal_lean(const struct signal *signal);

/* Sensitivity in words, by the share right without a lean. */
enum signal_band {
    SIGNAL_TOO_FEW,   /* to say anything */
    SIGNAL_LEARNER,   /* below .75 */
    SIGNAL_COMPETENT, /* below .85 */
    SIGNAL_STRONG,    /* below .90 */
    SIGNAL_EXPERT
};
enum signal_band signal_band(const struct signal *signal);

#endif
