/* The sequential probability ratio test (Wald 1947): pass, fail, or ask on.  core.
 * Two shares of right answers are held against each other: `fail_share` (not good enough) and
 * `pass_share` (good enough), fail_share < pass_share, both within 0 … 1.  Every answer adds its
 * log-likelihood ratio to a sum that starts at 0. */
#ifndef SMQ_CORE_SEQUENTIAL_H
#define SMQ_CORE_SEQUENTIAL_H

#include "core/base.h"

struct sequential {
    double right, wrong;     /* what an answer adds to the sum; right > 0 > wrong */
    double pass_at, fail_at; /* the sum that decides: this or more, this or less */
};

/* The test by Wald's approximate bounds: about `false_pass` of those with fail_share pass, and
 * about `false_fail` of those with pass_share fail. */
struct sequential sequential_test(double fail_share, double pass_share, double false_pass,
                                  double false_fail);
/* What these answers add up to. */
double sequential_sum(const struct sequential *test, int right, int wrong);
/* How many answers, on average, take the sum from `sum` to a pass, for somebody with this share of
 * right answers and no way to fail: the steps right that are missing over the drift an answer
 * (Wald's equation); 0 from pass_at on.  INFINITY for a share whose drift is not positive. */
double sequential_answers_to_pass(const struct sequential *test, double sum, double share);

#endif
