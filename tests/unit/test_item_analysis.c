/* Item analysis against the formulas written down a second time, in Python; flags and gaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "core/item_analysis.h"

/* The expected figures: a Python script over the raw marks, with each rest score as the total less
 * the mark, as in Moodle's question/classes/statistics/questions/calculator.php; for attempts with
 * gaps with the share right of what was met. */
struct expected {
    int attempts, right;
    double deviation, discrimination, efficiency, weight;
};

/* Also when neither is defined. */
static void assert_near(double value, double expected)
{
    if (!(fabs(value - expected) < 1e-9 * (1 + fabs(expected))) &&
        !(isnan(value) && isnan(expected)))
        fail_msg("%.12g is not %.12g", value, expected);
}

static void assert_items(const struct item_analysis *analysis, const struct expected *expected)
{
    for (int i = 0; i < analysis->item_count; i++) {
        const struct item_figures *f = &analysis->items[i];
        assert_int_equal(f->attempts, expected[i].attempts);
        assert_int_equal(f->right, expected[i].right);
        double facility = (double)expected[i].right / expected[i].attempts;
        assert_near(f->facility, facility);
        assert_near(f->corrected_facility, 2 * facility - 1);
        assert_near(f->deviation, expected[i].deviation);
        assert_near(f->discrimination, expected[i].discrimination);
        assert_near(f->efficiency, expected[i].efficiency);
        assert_near(f->weight, expected[i].weight);
        assert_int_equal(f->flags, ITEM_TOO_FEW);
    }
}

static void whole_attempts_give_the_figures_of_moodle(void **state)
{
    (void)state;
    static const unsigned char marks[] = {
        1, 1, 1, 1, 0, /**/ 1, 1, 1, 0, 0, /**/ 1, 1, 1, 1, 1, /**/ 0, 1, 0, 0, 1, /**/
        1, 0, 1, 0, 1, /**/ 0, 0, 0, 1, 1, /**/ 0, 0, 1, 0, 1, /**/ 1, 1, 0, 0, 0,
    };
    static const struct expected expected[] = {
        {8, 5, 0.5175491695067657, 23.354968324845686, 42.857142857142854, 26.752377548410152},
        {8, 5, 0.5175491695067657, -6.666666666666666, -9.090909090909090, 21.04865809364311},
        {8, 5, 0.5175491695067657, 23.354968324845686, 42.857142857142854, 26.752377548410152},
        {8, 3, 0.5175491695067657, 14.907119849998598, 20, 25.446586809536594},
        {8, 5, 0.5175491695067657, -48.454371185234905, -60, NAN},
    };
    struct item_analysis a;
    item_analyse(marks, 8, 5, &a);
    assert_items(&a, expected);
    assert_int_equal(a.complete, 8);
    assert_near(a.mean, 2.875);
    assert_near(a.deviation, 1.1259916264596033);
    assert_near(a.consistency, -7.042253521126751);
    assert_near(a.error_ratio, 103.4612263222927);
    assert_near(a.standard_error, 1.1649647450214349);
    item_analysis_free(&a);
}

static void an_item_all_have_right_tells_nobody_apart(void **state)
{
    (void)state;
    static const unsigned char marks[] = {
        1, 1, 1, 1, /**/ 1, 1, 1, 0, /**/ 1, 1, 0, 0, /**/
        1, 0, 1, 0, /**/ 1, 0, 0, 1, /**/ 1, 0, 0, 0,
    };
    static const struct expected expected[] = {
        {6, 6, 0, NAN, NAN, 0},
        {6, 3, 0.5477225575051661, 24.2535625036333, 33.333333333333336, 35.50510257216822},
        {6, 3, 0.5477225575051661, 24.2535625036333, 33.333333333333336, 35.50510257216822},
        {6, 2, 0.5163977794943223, 0, 0, 28.989794855663565},
    };
    struct item_analysis a;
    item_analyse(marks, 6, 4, &a);
    assert_items(&a, expected);
    assert_near(a.consistency, 25);
    assert_near(a.error_ratio, 86.60254037844386);
    assert_near(a.standard_error, 0.8944271909999157);
    item_analysis_free(&a);
}

static void who_has_not_met_an_item_is_left_out_of_it(void **state)
{
    (void)state;
    enum { N = ITEM_NOT_MET };
    static const unsigned char marks[] = {
        1, 1, 1, N, /**/ 1, 1, 0, 1, /**/ 0, 1, 0, 0, /**/ N, 0, 1, 0, /**/
        1, N, N, N, /**/ 0, 0, 1, 1, /**/ N, N, N, N,
    };
    static const struct expected expected[] = {
        {5, 3, 0.5477225575051662, 70.71067811865476, 100, 34.07700060558092},
        {5, 3, 0.5477225575051662, -4.16666666666667, -5.263157894736847, 22.859546947014127},
        {5, 3, 0.5477225575051662, -27.216552697590867, -36.36363636363637, 15.239697964676086},
        {4, 2, 0.5773502691896257, 30.151134457776358, 33.33333333333333, 27.823754482728873},
    };
    struct item_analysis a;
    item_analyse(marks, 7, 4, &a);
    assert_items(&a, expected);
    assert_int_equal(a.complete, 3);
    assert_near(a.mean, 2);
    assert_near(a.deviation, 1);
    assert_near(a.consistency, -44.444444444444464);
    item_analysis_free(&a);
}

static void nothing_is_no_figure(void **state)
{
    (void)state;
    struct item_analysis a;
    item_analyse((const unsigned char[]){ITEM_NOT_MET, ITEM_RIGHT}, 1, 2, &a);
    assert_int_equal(a.items[0].attempts, 0);
    assert_true(isnan(a.items[0].facility));
    assert_near(a.items[1].facility, 1);
    assert_true(isnan(a.items[1].deviation) && isnan(a.items[1].discrimination));
    assert_int_equal(a.complete, 0);
    assert_true(isnan(a.mean) && isnan(a.consistency) && isnan(a.standard_error));
    item_analysis_free(&a);
    item_analyse((const unsigned char[]){0}, 0, 0, &a);
    assert_int_equal(a.item_count, 0);
    item_analysis_free(&a);
    item_analyse((const unsigned char[]){1, 0, 1, 1}, 4, 1, &a); /* nothing else to compare with */
    assert_near(a.items[0].facility, 0.75);
    assert_true(isnan(a.items[0].discrimination) && isnan(a.consistency));
    item_analysis_free(&a);
}

/* Copies of one item: alpha is 1 but for rounding, and nothing is left to chance. */
static void copies_agree_wholly(void **state)
{
    (void)state;
    enum { ATTEMPTS = 31, MOST = 20 };
    for (int items = 2; items <= MOST; items++) {
        unsigned char marks[ATTEMPTS * MOST];
        for (int i = 0; i < ATTEMPTS * items; i++)
            marks[i] = i / items % 3 == 0;
        struct item_analysis a;
        item_analyse(marks, ATTEMPTS, items, &a);
        assert_near(a.consistency, 100);
        assert_true(a.standard_error >= 0 && a.standard_error < 1e-5);
        for (int i = 0; i < items; i++) {
            assert_near(a.items[i].discrimination, 100);
            assert_near(a.items[i].efficiency, 100);
            assert_near(a.items[i].weight, 100.0 / items);
        }
        item_analysis_free(&a);
    }
}

/* The flags of item 0 of five, when `right` of the attempts have it right; the best or the worst of
 * the other items. */
static unsigned flags_of(int attempts, int right, bool best)
{
    enum { ITEMS = 5, MOST = 200 };
    unsigned char marks[MOST * ITEMS];
    for (int a = 0; a < attempts; a++)
        for (int i = 0; i < ITEMS; i++) {
            bool front = a < right;
            int others = front == best ? 3 : 1; /* of the four others right */
            marks[a * ITEMS + i] = i == 0 ? front : i <= others;
        }
    struct item_analysis analysis;
    item_analyse(marks, attempts, ITEMS, &analysis);
    unsigned flags = analysis.items[0].flags;
    item_analysis_free(&analysis);
    return flags;
}

static void flags_wait_for_enough_attempts(void **state)
{
    (void)state;
    assert_int_equal(flags_of(29, 3, false), ITEM_TOO_FEW);
    assert_int_equal(flags_of(30, 3, false), ITEM_TOO_HARD | ITEM_NEGATIVE);
    assert_int_equal(flags_of(30, 3, true), ITEM_TOO_HARD);
    assert_int_equal(flags_of(100, 54, true), ITEM_TOO_HARD);
    assert_int_equal(flags_of(100, 55, true), 0);
    assert_int_equal(flags_of(100, 97, true), 0);
    assert_int_equal(flags_of(100, 97, false), ITEM_NEGATIVE);
    assert_int_equal(flags_of(100, 98, true), ITEM_TOO_EASY);
    assert_int_equal(flags_of(100, 100, true), ITEM_TOO_EASY); /* no discrimination to judge */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_attempts_give_the_figures_of_moodle),
        cmocka_unit_test(an_item_all_have_right_tells_nobody_apart),
        cmocka_unit_test(who_has_not_met_an_item_is_left_out_of_it),
        cmocka_unit_test(nothing_is_no_figure),
        cmocka_unit_test(copies_agree_wholly),
        cmocka_unit_test(flags_wait_for_enough_attempts),
    };
    return cmocka_run_group_tests_name("item analysis", tests, NULL, NULL);
}
