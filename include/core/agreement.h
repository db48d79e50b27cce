/* Agreement of two labellers beyond chance: a player and the key, or two readers.  core. */
#ifndef SMQ_CORE_AGREEMENT_H
#define SMQ_CORE_AGREEMENT_H

#include "core/score.h"

struct agreement {
    int items;
    double observed; /* share of items on which both agree */
    double expected; /* the share chance gives to labellers with these habits */
    double kappa;    /* Cohen 1960: 1 agrees in all, 0 as chance does, below 0 less */
    double error;    /* standard error of kappa, large-sample */
    double pabak;    /* kappa adjusted for prevalence and bias (Byrt, Bishop & Carlin 1993) */
};
/* Measures the table of a tally, [one labeller][the other].  Without items everything is NAN; kappa
 * and its error are NAN too when both gave one and the same label throughout. */
void agreement_measure(const struct tally *tally, struct agreement *out);

#endif
