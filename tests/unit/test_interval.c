/* Intervals, chance and expectation, against exact fractions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "core/base.h"
#include "core/interval.h"

/* Computed with 30 digits by mpmath; 81 of 263 is an example of Newcombe (1998): .2553 to .3662. */
static void wilson_intervals(void **state)
{
    (void)state;
    static const struct {
        int right, answers;
        double low, high;
    } known[] = {
        {15, 20, 0.531299122381, 0.888138298592},
        {81, 263, 0.255288519878, 0.366209576983},
        {0, 10, 0, 0.277532799863},
        {10, 10, 0.722467200137, 1},
        {1, 1, 0.206549314377, 1},
        {35, 40, 0.738878801611, 0.945404997491},
        {0, 0, 0, 1},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        struct interval w = interval_wilson(known[i].right, known[i].answers);
        assert_true(fabs(w.low - known[i].low) < 1e-12);
        assert_true(fabs(w.high - known[i].high) < 1e-12);
    }
}

static void intervals_hold_the_share_and_narrow_with_answers(void **state)
{
    (void)state;
    for (int n = 1; n <= 200; n++)
        for (int k = 0; k <= n; k++) {
            struct interval w = interval_wilson(k, n), more = interval_wilson(4 * k, 4 * n);
            double share = (double)k / n;
            assert_true(w.low >= 0 && w.low <= share && share <= w.high && w.high <= 1);
            assert_true(more.high - more.low < w.high - w.low);
        }
}

static void a_coin(void **state)
{
    (void)state;
    assert_true(fabs(chance_at_least(15, 20) - 21700. / 1048576) < 1e-13);
    assert_true(fabs(chance_at_least(10, 20) - 308333. / 524288) < 1e-13);
    assert_true(fabs(chance_at_least(8, 20) - 227649. / 262144) < 1e-13);
    assert_true(fabs(chance_at_least(20, 20) * 1048576 - 1) < 1e-12);
    assert_true(fabs(chance_at_least(35, 40) / (760099. / 1099511627776.) - 1) < 1e-12);
    assert_true(fabs(chance_at_least(600, 1000) / 1.36423207803301e-10 - 1) < 1e-9);
    assert_true(fabs(chance_at_least(1, 1) - 0.5) < 1e-15);
    assert_true(chance_at_least(0, 0) == 1);
    assert_true(chance_at_least(0, 7) == 1);
    for (int n = 1; n <= 300; n += 2) /* an odd number of throws: more or fewer than half */
        assert_true(fabs(chance_at_least(n / 2 + 1, n) - 0.5) < 1e-12);
}

static void one_time_in_so_many(void **state)
{
    (void)state;
    static const struct {
        double probability;
        int one_in;
    } known[] = {
        {1, 1},
        {0.87, 1},
        {0.588, 2},
        {0.5, 2},
        {1 / 17.4, 17},
        {1 / 99.4, 99},
        {1 / 99.6, 100},
        {1 / 123., 120},
        {1 / 126., 130},
        {1 / 48321., 48000},
        {1 / 994000., 990000},
        {1 / 996000., 1000000},
        {1e-6, CHANCE_RARE},
        {9e-7, CHANCE_RARE},
        {0, CHANCE_RARE},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        assert_int_equal(chance_one_in(known[i].probability), known[i].one_in);
}

/* Exact fractions, by Python's fractions and factorials. */
static void what_is_to_be_expected(void **state)
{
    (void)state;
    static const struct {
        int need, length, right, answers;
        double probability;
    } known[] = {
        {1, 1, 0, 0, 1. / 2},
        {2, 2, 1, 2, 3. / 10},
        {20, 20, 0, 0, 1. / 21},
        {16, 20, 20, 20, 19313. / 19721},
        {16, 20, 18, 20, 16083. / 19721},
        {16, 20, 34, 40, 12304387. / 16594989},
        {16, 20, 35, 40, 149183297. / 182544879},
        {16, 20, 36, 40, 160943081. / 182544879},
        {0, 20, 0, 20, 1},
        {0, 0, 0, 0, 1},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        assert_true(
            fabs(expect_at_least(known[i].need, known[i].length, known[i].right, known[i].answers) -
                 known[i].probability) < 1e-12);
}

/* The rule of succession (Laplace): (k + 1) / (n + 2). */
static void the_next_answer_follows_laplace(void **state)
{
    (void)state;
    for (int n = 0; n <= 60; n++)
        for (int k = 0; k <= n; k++)
            assert_true(fabs(expect_at_least(1, 1, k, n) - (k + 1.0) / (n + 2)) < 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wilson_intervals),
        cmocka_unit_test(intervals_hold_the_share_and_narrow_with_answers),
        cmocka_unit_test(a_coin),
        cmocka_unit_test(one_time_in_so_many),
        cmocka_unit_test(what_is_to_be_expected),
        cmocka_unit_test(the_next_answer_follows_laplace),
    };
    return cmocka_run_group_tests_name("intervals and chance", tests, NULL, NULL);
}
