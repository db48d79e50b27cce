/* The sequential probability ratio test (Wald 1947): steps, bounds, expected length. */
#include "core/sequential.h"

#include <math.h>

struct sequential sequential_test(double fail_share, double pass_share, double false_pass,
                                  double false_fail)
{
    return (struct sequential){
        .right = log(pass_share / fail_share),
        .wrong = log((1 - pass_share) / (1 - fail_share)),
        .pass_at = log((1 - false_fail) / false_pass),
        .fail_at = log(false_fail / (1 - false_pass)),
    };
}

double sequential_sum(const struct sequential *test, int right, int wrong)
{
    return right * test->right + wrong * test->wrong;
}

double sequential_answers_to_pass(const struct sequential *test, double sum, double share)
{
    double drift = share * test->right + (1 - share) * test->wrong;
    if (sum >= test->pass_at)
        return 0;
    if (drift <= 0)
        return INFINITY;
    /* The sum goes up in whole steps, so that it ends on the first one at or past the bound. */
    int steps = (int)((test->pass_at - sum) / test->right);
    steps += sum + steps * test->right < test->pass_at;
    return steps * test->right / drift;
}
