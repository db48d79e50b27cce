/* The sequential probability ratio test: steps, bounds, shortest ways, expected length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "close.h"
#include "core/sequential.h"

static const double all_digits = 0.00005; /* of numbers given to four */

static void steps_and_bounds_are_walds(void **state)
{
    (void)state;
    static const struct {
        double fail_share, pass_share, errors, right, wrong, bound;
        int shortest_pass, shortest_fail;
    } rows[] = {
        {.75, .90, .05, .1823, -.9163, 2.9444, 17, 4},
        {.70, .90, .05, .2513, -1.0986, 2.9444, 12, 3},
        {.80, .95, .05, .1719, -1.3863, 2.9444, 18, 3},
        {.70, .90, .10, .2513, -1.0986, 2.1972, 9, 2},
        {.50, .95, .05, .6419, -2.3026, 2.9444, 5, 2},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct sequential test =
            sequential_test(rows[i].fail_share, rows[i].pass_share, rows[i].errors, rows[i].errors);
        assert_close(test.right, rows[i].right, all_digits);
        assert_close(test.wrong, rows[i].wrong, all_digits);
        assert_close(test.pass_at, rows[i].bound, all_digits);
        assert_close(test.fail_at, -rows[i].bound, all_digits);
        int pass = rows[i].shortest_pass, fail = rows[i].shortest_fail;
        assert_true(sequential_sum(&test, pass, 0) >= test.pass_at);
        assert_true(sequential_sum(&test, pass - 1, 0) < test.pass_at);
        assert_true(sequential_sum(&test, 0, fail) <= test.fail_at);
        assert_true(sequential_sum(&test, 0, fail - 1) > test.fail_at);
    }
}

static void unequal_errors_make_unequal_bounds(void **state)
{
    (void)state;
    struct sequential test = sequential_test(.7, .9, .01, .10);
    assert_close(test.pass_at, 4.4998, all_digits);  /* ln 90 */
    assert_close(test.fail_at, -2.2925, all_digits); /* ln (10 / 99) */
}

static void whoever_errs_never_passes_in_as_many_steps_as_are_missing(void **state)
{
    (void)state;
    struct sequential test = sequential_test(.5, .95, .05, .05);
    assert_close(sequential_answers_to_pass(&test, 0, 1), 5, 1e-9);
    assert_close(sequential_answers_to_pass(&test, 4 * test.right, 1), 1, 1e-9);
    assert_close(sequential_answers_to_pass(&test, test.pass_at, 1), 0, 0);
    assert_close(sequential_answers_to_pass(&test, test.fail_at, 1), 10, 1e-9);
}

/* 5 steps of .6419 over .95 × .6419 - .05 × 2.3026 = .4946, and so on. */
static void misses_lengthen_the_way(void **state)
{
    (void)state;
    struct sequential test = sequential_test(.5, .95, .05, .05);
    assert_close(sequential_answers_to_pass(&test, 0, .95), 6.488, .001);
    assert_close(sequential_answers_to_pass(&test, 0, .90), 9.238, .001);
    assert_true(isinf(sequential_answers_to_pass(&test, 0, .78)));
    assert_close(sequential_answers_to_pass(&test, 3, .78), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_and_bounds_are_walds),
        cmocka_unit_test(unequal_errors_make_unequal_bounds),
        cmocka_unit_test(whoever_errs_never_passes_in_as_many_steps_as_are_missing),
        cmocka_unit_test(misses_lengthen_the_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
