/* The table "What counts where", row by row, and tallies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/score.h"

enum { EVERYWHERE = COUNTS_EVIDENCE | COUNTS_ACCURACY | COUNTS_MASTERY | COUNTS_IN_SESSION };

static struct graded graded(enum mode mode, bool first_time, bool sure)
{
    return (struct graded){.keyed = SIDE_SALES,
                           .choice = SIDE_SALES,
                           .sure = sure,
                           .first_time = first_time,
                           .mode = mode};
}

static void a_first_answer_counts_everywhere_in_any_untimed_mode(void **state)
{
    (void)state;
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        struct graded answer = graded((enum mode)mode, true, true);
        unsigned expected = mode_info((enum mode)mode)->seconds ? 0 : EVERYWHERE;
        assert_int_equal(score_counts(&answer), expected);
        answer.choice = SIDE_MARKETING; /* a miss counts just as much */
        assert_int_equal(score_counts(&answer), expected);
    }
}

static void an_unsure_answer_does_not_count_for_mastery(void **state)
{
    (void)state;
    struct graded answer = graded(MODE_PRACTICE, true, false);
    assert_int_equal(score_counts(&answer), COUNTS_EVIDENCE | COUNTS_ACCURACY | COUNTS_IN_SESSION);
}

static void a_repeated_activity_is_evidence_only(void **state)
{
    (void)state;
    for (int sure = 0; sure < 2; sure++) {
        struct graded answer = graded(MODE_PRACTICE, false, sure);
        assert_int_equal(score_counts(&answer), COUNTS_EVIDENCE);
    }
}

static void struck_out_or_after_its_verdict_counts_nowhere(void **state)
{
    (void)state;
    for (int bits = 0; bits < 16; bits++) {
        struct graded answer = graded(MODE_PRACTICE, bits & 1, bits & 2);
        answer.struck = bits & 4;
        answer.after_verdict = bits & 8;
        if (answer.struck || answer.after_verdict)
            assert_int_equal(score_counts(&answer), 0);
        else
            assert_true(score_counts(&answer) & COUNTS_EVIDENCE);
    }
}

static void right_is_what_is_keyed(void **state)
{
    (void)state;
    struct graded answer = {.keyed = SIDE_MARKETING, .choice = SIDE_MARKETING};
    assert_true(score_right(&answer));
    answer.choice = SIDE_SALES;
    assert_false(score_right(&answer));
}

static void a_tally_tells_sides_and_sureness_apart(void **state)
{
    (void)state;
    struct tally tally = {0};
    static const struct {
        enum side keyed, choice;
        bool sure, struck;
    } answers[] = {
        {SIDE_SALES, SIDE_SALES, true, false},
        {SIDE_SALES, SIDE_MARKETING, true, false},
        {SIDE_SALES, SIDE_MARKETING, false, false},
        {SIDE_MARKETING, SIDE_MARKETING, false, false},
        {SIDE_MARKETING, SIDE_MARKETING, true, false},
        {SIDE_MARKETING, SIDE_SALES, true, true}, /* counts nothing */
    };
    for (size_t i = 0; i < ARRAY_LEN(answers); i++)
        tally_add(&tally, &(struct graded){.keyed = answers[i].keyed,
                                           .choice = answers[i].choice,
                                           .sure = answers[i].sure,
                                           .struck = answers[i].struck,
                                           .mode = MODE_PRACTICE});
    assert_int_equal(tally.answers, 5);
    assert_int_equal(tally.right, 3);
    assert_int_equal(tally.sure, 3);
    assert_int_equal(tally.sure_right, 2);
    assert_int_equal(tally.table[SIDE_SALES][SIDE_SALES], 1);
    assert_int_equal(tally.table[SIDE_SALES][SIDE_MARKETING], 2);
    assert_int_equal(tally.table[SIDE_MARKETING][SIDE_MARKETING], 2);
    assert_int_equal(tally.table[SIDE_MARKETING][SIDE_SALES], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_first_answer_counts_everywhere_in_any_untimed_mode),
        cmocka_unit_test(an_unsure_answer_does_not_count_for_mastery),
        cmocka_unit_test(a_repeated_activity_is_evidence_only),
        cmocka_unit_test(struck_out_or_after_its_verdict_counts_nowhere),
        cmocka_unit_test(right_is_what_is_keyed),
        cmocka_unit_test(a_tally_tells_sides_and_sureness_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
