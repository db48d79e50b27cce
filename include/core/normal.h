/* The standard normal distribution: density, cumulative probability and its inverse.  core. */
#ifndef SMQ_CORE_NORMAL_H
#define SMQ_CORE_NORMAL_H

/* The density at x. */
double normal_density(double x);
/* The probability of a value of at most x; precise in the lower tail. */
double normal_cdf(double x);
/* z of p: the value that is not exceeded with probability p.  -INFINITY for p <= 0, INFINITY for
 * p >= 1. */
double normal_quantile(double p);

#endif
