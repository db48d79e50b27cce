/* Student's t distribution (Student 1908).  core. */
#ifndef SMQ_CORE_STUDENT_H
#define SMQ_CORE_STUDENT_H

/* The probability of a value of at most t with `freedom` >= 1 degrees of freedom. */
double student_cdf(double t, int freedom);
/* The value that is not exceeded with probability p, to about 10 digits; -INFINITY for p <= 0,
 * INFINITY for p >= 1. */
double student_quantile(double p, int freedom);

#endif
