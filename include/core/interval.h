/* What counts of right answers allow to say: intervals, chance, and what is to be expected.  core.
 * Everywhere 0 <= right <= answers. */
#ifndef SMQ_CORE_INTERVAL_H
#define SMQ_CORE_INTERVAL_H

/* Shares, 0 … 1. */
struct interval {
    double low, high;
};

/* The 95 % score interval (Wilson 1927) of the share that `right` of `answers` come from; 0 to 1 of
 * no answers. */
struct interval interval_wilson(int right, int answers);

/* The probability that a coin gets at least `right` of `answers`. */
double chance_at_least(int right, int answers);

enum { CHANCE_RARE = 1000000 };
/* N of "1 time in N" for a probability, for reading: whole, of two significant digits, at least 1;
 * CHANCE_RARE stands for that and all that is rarer. */
int chance_one_in(double probability);

/* The probability of at least `need` right of the next `length` after `right` of `answers`, when
 * every share was as likely before (beta-binomial with a uniform prior). */
double expect_at_least(int need, int length, int right, int answers);

#endif
