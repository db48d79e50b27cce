/* Kappa and its kin, computed by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "core/agreement.h"

static struct agreement agreement_of(int both_sales, int one, int other, int both_marketing)
{
    struct tally tally = {
        .table = {[SIDE_SALES] = {both_sales, one}, [SIDE_MARKETING] = {other, both_marketing}}};
    struct agreement agreement;
    agreement_measure(&tally, &agreement);
    return agreement;
}

static void a_table_gives_kappa(void **state)
{
    (void)state;
    struct agreement a = agreement_of(20, 5, 10, 15);
    assert_int_equal(a.items, 50);
    assert_true(fabs(a.observed - 0.70) < 1e-15);
    assert_true(fabs(a.expected - 0.50) < 1e-15);
    assert_true(fabs(a.kappa - 0.40) < 1e-15);
    assert_true(fabs(a.pabak - 0.40) < 1e-15);
    assert_true(fabs(a.error - sqrt(0.21 / 50) / 0.5) < 1e-15);
    /* one label is rare: observed .90, expected .91 x .95 + .09 x .05 = .869, kappa .031 / .131 */
    a = agreement_of(88, 3, 7, 2);
    assert_true(fabs(a.expected - 0.869) < 1e-15);
    assert_true(fabs(a.kappa - 0.031 / 0.131) < 1e-14);
    assert_true(fabs(a.pabak - 0.80) < 1e-15);
}

static void a_balanced_player_without_a_lean_has_2p_minus_1(void **state)
{
    (void)state;
    for (int right = 0; right <= 20; right++) {
        struct agreement a = agreement_of(right, 20 - right, 20 - right, right);
        assert_true(fabs(a.kappa - (2 * right / 20.0 - 1)) < 1e-14);
        assert_true(fabs(a.kappa - a.pabak) < 1e-14);
    }
}

static void always_one_side_agrees_no_more_than_chance(void **state)
{
    (void)state;
    assert_true(fabs(agreement_of(10, 0, 10, 0).kappa) < 1e-15);
    assert_true(fabs(agreement_of(30, 0, 10, 0).kappa) < 1e-15);
}

static void what_is_not_defined_is_nan(void **state)
{
    (void)state;
    struct agreement a = agreement_of(0, 0, 0, 0);
    assert_true(isnan(a.observed) && isnan(a.kappa) && isnan(a.pabak) && a.items == 0);
    a = agreement_of(12, 0, 0, 0);
    assert_true(isnan(a.kappa) && isnan(a.error));
    assert_true(a.observed == 1 && a.pabak == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_gives_kappa),
        cmocka_unit_test(a_balanced_player_without_a_lean_has_2p_minus_1),
        cmocka_unit_test(always_one_side_agrees_no_more_than_chance),
        cmocka_unit_test(what_is_not_defined_is_nan),
    };
    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
