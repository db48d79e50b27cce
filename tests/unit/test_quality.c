/* How fair a bank is: every bound, what is counted, and the time it takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <time.h>

#include "core/quality.h"
#include "quality_fixture.h"

/* --- bounds ---------------------------------------------------------------------------------- */

static void assert_guess(int right, int all, enum quality_verdict verdict)
{
    const struct quality q = {.activities = {all / 2, all - all / 2}, .guessed = right};
    assert_int_equal(quality_judge(&q, QUALITY_GUESS), verdict);
}

static void guessing_may_be_right_in_65_per_cent(void **state)
{
    (void)state;
    assert_guess(26, 40, QUALITY_FAIR);
    assert_guess(27, 40, QUALITY_UNFAIR);
    assert_guess(325, 500, QUALITY_FAIR);
    assert_guess(326, 500, QUALITY_UNFAIR);
    assert_guess(39, 39, QUALITY_TOO_FEW);
}

static void assert_balance(int sales, int marketing, enum quality_verdict verdict)
{
    const struct quality q = {.activities = {sales, marketing}};
    assert_int_equal(quality_judge(&q, QUALITY_BALANCE), verdict);
}

static void a_side_has_45_to_55_per_cent(void **state)
{
    (void)state;
    assert_balance(18, 22, QUALITY_FAIR);
    assert_balance(17, 23, QUALITY_UNFAIR);
    assert_balance(22, 18, QUALITY_FAIR);
    assert_balance(23, 17, QUALITY_UNFAIR);
    assert_balance(39, 0, QUALITY_TOO_FEW);
    assert_balance(40, 0, QUALITY_UNFAIR);
}

/* One principle with these sides in a bank of `all` activities. */
static void assert_principle(int sales, int marketing, int all, enum quality_verdict balance,
                             enum quality_verdict size)
{
    int principles[1][SIDE_COUNT] = {{sales, marketing}};
    const struct quality q = {
        .activities = {all, 0}, .principles = principles, .principle_count = 1};
    assert_int_equal(quality_judge_balance(&q, 0), balance);
    assert_int_equal(quality_judge(&q, QUALITY_PRINCIPLES), balance);
    assert_int_equal(quality_judge_size(&q, 0), size);
    assert_int_equal(quality_judge(&q, QUALITY_THIN), size);
}

static void a_principle_is_even_from_20_on_and_thin_below_8(void **state)
{
    (void)state;
    assert_principle(9, 11, 99, QUALITY_FAIR, QUALITY_FAIR);
    assert_principle(8, 12, 99, QUALITY_UNFAIR, QUALITY_FAIR);
    assert_principle(11, 9, 99, QUALITY_FAIR, QUALITY_FAIR);
    assert_principle(12, 8, 99, QUALITY_UNFAIR, QUALITY_FAIR);
    assert_principle(19, 0, 99, QUALITY_TOO_FEW, QUALITY_FAIR);
    assert_principle(8, 0, 16, QUALITY_TOO_FEW, QUALITY_FAIR);
    assert_principle(7, 0, 16, QUALITY_TOO_FEW, QUALITY_UNFAIR);
    assert_principle(0, 0, 16, QUALITY_TOO_FEW, QUALITY_UNFAIR);
    assert_principle(7, 0, 15, QUALITY_TOO_FEW, QUALITY_TOO_FEW);
}

static void one_bad_principle_is_enough(void **state)
{
    (void)state;
    int principles[3][SIDE_COUNT] = {{10, 10}, {20, 5}, {4, 4}};
    const struct quality q = {
        .activities = {34, 19}, .principles = principles, .principle_count = 3};
    assert_int_equal(quality_judge(&q, QUALITY_PRINCIPLES), QUALITY_UNFAIR);
    assert_int_equal(quality_judge(&q, QUALITY_THIN), QUALITY_FAIR);
    principles[2][0] = 3;
    assert_int_equal(quality_judge(&q, QUALITY_THIN), QUALITY_UNFAIR);
}

static void assert_length(int sales, int64_t sales_characters, int marketing,
                          int64_t marketing_characters, enum quality_verdict verdict)
{
    const struct quality q = {.activities = {sales, marketing},
                              .characters = {sales_characters, marketing_characters}};
    assert_int_equal(quality_judge(&q, QUALITY_LENGTH), verdict);
}

static void one_side_may_be_5_per_cent_longer(void **state)
{
    (void)state;
    assert_length(20, 2100, 20, 2000, QUALITY_FAIR);
    assert_length(20, 2101, 20, 2000, QUALITY_UNFAIR);
    assert_length(20, 2000, 20, 2100, QUALITY_FAIR);
    assert_length(20, 2000, 20, 2101, QUALITY_UNFAIR);
    assert_length(10, 1050, 30, 3000, QUALITY_FAIR);
    assert_length(10, 1051, 30, 3000, QUALITY_UNFAIR);
    assert_length(20, 9000, 19, 1000, QUALITY_TOO_FEW);
    assert_length(40, 4000, 0, 0, QUALITY_TOO_FEW);
}

static void how_much_longer(void **state)
{
    (void)state;
    int permille;
    struct quality q = {.activities = {10, 20}, .characters = {1072, 2000}};
    assert_int_equal(quality_longer(&q, &permille), SIDE_SALES);
    assert_int_equal(permille, 72);
    q.characters[SIDE_MARKETING] = 2144;
    assert_int_equal(quality_longer(&q, &permille), SIDE_NONE);
    assert_int_equal(permille, 0);
    q.characters[SIDE_MARKETING] = 2680;
    assert_int_equal(quality_longer(&q, &permille), SIDE_MARKETING);
    assert_int_equal(permille, 250);
}

static void assert_first(int sales, int marketing, enum quality_verdict verdict)
{
    const struct quality q = {.first = {sales, marketing}};
    assert_int_equal(quality_judge(&q, QUALITY_FIRST), verdict);
}

static void a_side_stands_first_in_40_to_60_per_cent(void **state)
{
    (void)state;
    assert_first(8, 12, QUALITY_FAIR);
    assert_first(7, 13, QUALITY_UNFAIR);
    assert_first(12, 8, QUALITY_FAIR);
    assert_first(13, 7, QUALITY_UNFAIR);
    assert_first(19, 0, QUALITY_TOO_FEW);
}

static void shares_are_rounded(void **state)
{
    (void)state;
    assert_int_equal(quality_permille(0, 0), 0);
    assert_int_equal(quality_permille(1, 3), 333);
    assert_int_equal(quality_permille(2, 3), 667);
    assert_int_equal(quality_permille(1, 2000), 1);
    assert_int_equal(quality_permille(7, 7), 1000);
}

/* --- measuring ------------------------------------------------------------------------------- */

static void dropped_and_turned_activities_count_as_played(void **state)
{
    (void)state;
    struct draft d = fixture_draft(2);
    struct quality q;
    texts_scenario_of(&d, 1, (const char *const[]){"S dropped", "s abc", "m abcd"}, 3);
    TEXTS_SCENARIO(&d, "S gone", "M gone too");
    TEXTS_SCENARIO(&d, "S dropped", "m caf\u00e9", "m ab");
    d.scenarios[2].level = 3;
    d.scenarios[2].setting = fixture_text(&d, "art");
    d.activities[6].principle = fixture_text(&d, "p1"); /* m café */
    d.overrides = xgrow(d.overrides, d.override_count, &d.override_cap, sizeof *d.overrides);
    d.overrides[d.override_count++] = (struct draft_override){
        .activity = fixture_text(&d, "scene0/a2"), .side = fixture_text(&d, "sales")};
    struct bank *bank = bank_build(&d);
    quality_measure(bank, &d, &q);
    assert_int_equal(q.scenarios, 2);
    assert_int_equal(q.activities[SIDE_SALES], 2);
    assert_int_equal(q.activities[SIDE_MARKETING], 2);
    assert_int_equal(q.dropped, 4);
    assert_int_equal(q.overrides, 5);
    assert_int_equal(q.levels[1], 1);
    assert_int_equal(q.levels[3], 1);
    assert_int_equal(q.setting_count, 2);
    assert_string_equal(q.settings[0].id, "art");
    assert_string_equal(q.settings[1].id, "food");
    assert_int_equal(q.settings[1].scenarios, 1);
    assert_int_equal(q.principles[0][SIDE_MARKETING], 1);
    assert_int_equal(q.principles[1][SIDE_SALES], 2);
    assert_int_equal(q.principles[1][SIDE_MARKETING], 1);
    assert_int_equal(q.characters[SIDE_SALES], 7);
    assert_int_equal(q.characters[SIDE_MARKETING], 6);
    assert_int_equal(q.longest, 4);
    assert_int_equal(q.first[SIDE_SALES], 1);
    assert_int_equal(q.first[SIDE_MARKETING], 1);
    quality_free(&q);
    bank_free(bank);
    draft_free(&d);
}

/* --- time ------------------------------------------------------------------------------------ */

/* Processor time of measuring a bank of so many activities of eleven words each. */
static double seconds_for(int activities)
{
    struct rng rng = rng_seeded(7);
    struct draft d = fixture_draft(4);
    struct quality q;
    for (int i = 0; i < activities; i += 4) {
        const char *texts[4];
        char written[4][110];
        for (int a = 0; a < 4; a++) {
            int at = snprintf(written[a], sizeof written[a], "%c", "sm"[(a + i / 4) % 2]);
            for (int w = 0; w < 11; w++)
                at += snprintf(written[a] + at, sizeof written[a] - (size_t)at, " w%u",
                               (unsigned)rng_below(&rng, 4000));
            texts[a] = written[a];
        }
        texts_scenario_of(&d, i / 4 % 4, texts, ARRAY_LEN(texts));
    }
    struct bank *bank = bank_build(&d);
    clock_t start = clock();
    quality_measure(bank, &d, &q);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_int_equal(quality_activities(&q), activities);
    quality_free(&q);
    bank_free(bank);
    draft_free(&d);
    return seconds;
}

static void four_times_the_bank_takes_about_four_times_as_long(void **state)
{
    (void)state;
    double ratio = 100;
    /* what works in the square of the number takes 16 times as long, each time */
    for (int attempt = 0; attempt < 3 && ratio > 10; attempt++) {
        double small = seconds_for(BANK_ACTIVITIES_MAX / 4);
        ratio = seconds_for(BANK_ACTIVITIES_MAX) / small;
    }
    assert_true(ratio < 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guessing_may_be_right_in_65_per_cent),
        cmocka_unit_test(a_side_has_45_to_55_per_cent),
        cmocka_unit_test(a_principle_is_even_from_20_on_and_thin_below_8),
        cmocka_unit_test(one_bad_principle_is_enough),
        cmocka_unit_test(one_side_may_be_5_per_cent_longer),
        cmocka_unit_test(how_much_longer),
        cmocka_unit_test(a_side_stands_first_in_40_to_60_per_cent),
        cmocka_unit_test(shares_are_rounded),
        cmocka_unit_test(dropped_and_turned_activities_count_as_played),
        cmocka_unit_test(four_times_the_bank_takes_about_four_times_as_long),
    };
    return cmocka_run_group_tests_name("quality", tests, NULL, NULL);
}
