/* Sensitivity and lean: published and independently computed tables, and what is put into words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "core/signal.h"

static struct signal signal_of(int hits, int misses, int false_alarms, int rejections)
{
    struct tally tally = {
        .table = {[SIDE_SALES] = {hits, misses}, [SIDE_MARKETING] = {false_alarms, rejections}}};
    struct signal signal;
    signal_measure(&tally, &signal);
    return signal;
}

/* Computed with 30 digits by mpmath. */
static void tables_give_their_figures(void **state)
{
    (void)state;
    static const struct {
        int hits, misses, false_alarms, rejections;
        double d_prime, criterion, ln_beta, error;
    } known[] = {
        {18, 2, 3, 17, 2.147182684, -0.1061697758, -0.227965904, 0.4937269436},
        {20, 0, 0, 20, 3.961504793, 0, 0, 0.8593770009},
        {10, 0, 10, 0, 0, -1.69062163, 0, 0.9748604852},
        {9, 1, 2, 7, 1.771293312, -0.2111569059, -0.3740208154, 0.6728419042},
        {5, 0, 0, 5, 2.765988254, 0, 0, 1.140162199},
        {10, 0, 0, 10, 3.381243259, 0, 0, 0.9748604852},
        {50, 0, 0, 50, 4.66753715, 0, 0, 0.7522594105},
        {19, 1, 8, 12, 1.706274187, -0.6120966994, -1.044404798, 0.5084779464},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        struct signal s =
            signal_of(known[i].hits, known[i].misses, known[i].false_alarms, known[i].rejections);
        assert_true(fabs(s.d_prime - known[i].d_prime) < 1e-8);
        assert_true(fabs(s.criterion - known[i].criterion) < 1e-8);
        assert_true(fabs(s.ln_beta - known[i].ln_beta) < 1e-8);
        assert_true(fabs(s.d_prime_error - known[i].error) < 1e-8);
        assert_true(fabs(s.criterion_error - known[i].error / 2) < 1e-8);
    }
    struct signal s = signal_of(18, 2, 3, 17);
    assert_true(fabs(s.hits - 18.5 / 21) < 1e-15);
    assert_true(fabs(s.false_alarms - 3.5 / 21) < 1e-15);
}

/* Without a lean the share right is Phi(d'/2). */
static void a_sensitivity_is_as_good_as_a_share(void **state)
{
    (void)state;
    static const struct {
        double share, d_prime;
    } known[] = {{.75, 1.349}, {.80, 1.683}, {.85, 2.073}, {.90, 2.563}, {.95, 3.290}};
    assert_true(signal_unbiased_share(0) == 0.5);
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        assert_true(fabs(signal_unbiased_share(known[i].d_prime) - known[i].share) < 1e-4);
}

static void assert_lean(enum side expected, int hits, int misses, int false_alarms, int rejections)
{
    struct signal s = signal_of(hits, misses, false_alarms, rejections);
    assert_int_equal(signal_lean(&s), expected);
    /* what is said too often of one side is said too often of the other when all is turned round */
    s = signal_of(rejections, false_alarms, misses, hits);
    assert_int_equal(signal_lean(&s), side_other(expected));
}

static void a_lean_needs_size_certainty_and_items(void **state)
{
    (void)state;
    assert_lean(SIDE_SALES, 19, 1, 8, 12);
    assert_lean(SIDE_SALES, 20, 0, 20, 0);
    assert_lean(SIDE_SALES, 10, 0, 10, 0);    /* 1.69 is above 2 x 0.49 */
    assert_lean(SIDE_NONE, 18, 2, 3, 17);     /* too little */
    assert_lean(SIDE_NONE, 9, 1, 4, 6);       /* 0.57, but 2 x 0.32 unsure */
    assert_lean(SIDE_NONE, 9, 0, 100, 0);     /* nine sales items */
    assert_lean(SIDE_NONE, 120, 80, 120, 80); /* 0.25, quite sure, but little */
}

static void assert_band(enum signal_band expected, int hits, int misses, int false_alarms,
                        int rejections)
{
    struct signal s = signal_of(hits, misses, false_alarms, rejections);
    assert_int_equal(signal_band(&s), expected);
}

static void bands_go_by_the_share_without_a_lean(void **state)
{
    (void)state;
    assert_band(SIGNAL_LEARNER, 74, 26, 26, 74);
    assert_band(SIGNAL_COMPETENT, 76, 24, 24, 76);
    assert_band(SIGNAL_COMPETENT, 84, 16, 16, 84);
    assert_band(SIGNAL_STRONG, 86, 14, 14, 86);
    assert_band(SIGNAL_STRONG, 90, 10, 10, 90); /* the log-linear rule takes a little off */
    assert_band(SIGNAL_EXPERT, 91, 9, 9, 91);
    assert_band(SIGNAL_LEARNER, 10, 90, 90, 10); /* worse than guessing */
    assert_band(SIGNAL_EXPERT, 10, 0, 0, 10);
    assert_band(SIGNAL_TOO_FEW, 10, 0, 0, 9);
    assert_band(SIGNAL_TOO_FEW, 40, 0, 0, 4);
    assert_band(SIGNAL_EXPERT, 40, 0, 0, 5);
}

static void a_side_without_items_leaves_everything_open(void **state)
{
    (void)state;
    struct signal s = signal_of(25, 0, 0, 0);
    assert_true(isinf(s.d_prime_error));
    assert_true(s.false_alarms == 0.5);
    assert_int_equal(signal_lean(&s), SIDE_NONE);
    assert_int_equal(signal_band(&s), SIGNAL_TOO_FEW);
    s = signal_of(0, 0, 0, 0);
    assert_true(s.d_prime == 0 && s.criterion == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_give_their_figures),
        cmocka_unit_test(a_sensitivity_is_as_good_as_a_share),
        cmocka_unit_test(a_lean_needs_size_certainty_and_items),
        cmocka_unit_test(bands_go_by_the_share_without_a_lean),
        cmocka_unit_test(a_side_without_items_leaves_everything_open),
    };
    return cmocka_run_group_tests_name("signal detection", tests, NULL, NULL);
}
