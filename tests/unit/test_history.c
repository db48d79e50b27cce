/* The learner's past: what is new to them, first answers only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/history.h"

static struct past past(int activity, enum side keyed, bool right)
{
    return (struct past){.activity = activity,
                         .graded = {.keyed = keyed,
                                    .choice = right ? keyed : side_other(keyed),
                                    .sure = true,
                                    .mode = MODE_PRACTICE}};
}

static void only_the_first_answer_to_an_activity_is_the_first(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    assert_false(history_asked(&h, 3));
    struct past wrongly_marked = past(3, SIDE_SALES, true);
    wrongly_marked.graded.first_time = false;
    history_add(&h, wrongly_marked);
    wrongly_marked.graded.first_time = true;
    history_add(&h, wrongly_marked);
    history_add(&h, past(4, SIDE_SALES, true));
    assert_true(h.items[0].graded.first_time);
    assert_false(h.items[1].graded.first_time);
    assert_true(h.items[2].graded.first_time);
    assert_true(history_asked(&h, 3));
    assert_false(history_asked(&h, 5));
    history_free(&h);
    bank_free(bank);
}

static void a_struck_answer_has_shown_its_verdict_all_the_same(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    struct past struck = past(3, SIDE_SALES, false);
    struck.graded.struck = true;
    history_add(&h, struck);
    history_add(&h, past(3, SIDE_SALES, true));
    assert_true(history_asked(&h, 3));
    assert_false(h.items[1].graded.first_time);
    assert_int_equal(history_first_answers(&h).answers, 0);
    history_free(&h);
    bank_free(bank);
}

static void answers_to_activities_that_are_gone_stay_in_the_past(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    history_add(&h, past(-1, SIDE_SALES, true));
    assert_int_equal(h.len, 1);
    assert_false(h.items[0].graded.first_time);
    assert_int_equal(history_first_answers(&h).answers, 0);
    history_free(&h);
    bank_free(bank);
}

static void first_answers_leave_repeats_out(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    history_add(&h, past(0, SIDE_SALES, false));
    history_add(&h, past(0, SIDE_SALES, true));
    history_add(&h, past(1, SIDE_MARKETING, true));
    struct tally tally = history_first_answers(&h);
    assert_int_equal(tally.answers, 2);
    assert_int_equal(tally.right, 1);
    assert_int_equal(tally.table[SIDE_SALES][SIDE_MARKETING], 1);
    history_free(&h);
    bank_free(bank);
}

static void ends_are_known_by_their_words(void **state)
{
    (void)state;
    static const char *const words[] = {"", "done", "quit", "passed", "failed"};
    for (int i = 0; i < (int)ARRAY_LEN(words); i++) {
        assert_string_equal(run_end_id((enum run_end)i), words[i]);
        assert_int_equal(run_end_from_id(words[i]), i);
    }
    assert_int_equal(run_end_from_id("abandoned"), RUN_DONE); /* ended, whatever it means */
    assert_int_equal(run_end_from_id("Done"), RUN_DONE);
}

static void answers_belong_to_the_run_begun_before_them(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    history_begin_run(&h, &(struct past_run){.mode = MODE_FIRST, .first = 77, .count = 99});
    history_add(&h, past(0, SIDE_SALES, true));
    history_add(&h, past(1, SIDE_SALES, true));
    history_begin_run(&h, &(struct past_run){.mode = MODE_EXAM, .end = RUN_FAILED, .pass = 3});
    history_begin_run(&h, &(struct past_run){.mode = MODE_PRACTICE});
    history_add(&h, past(2, SIDE_SALES, true));
    assert_int_equal(h.run_count, 3);
    static const size_t firsts[] = {0, 2, 2}, counts[] = {2, 0, 1};
    for (size_t i = 0; i < h.run_count; i++) {
        assert_int_equal(h.runs[i].first, firsts[i]);
        assert_int_equal(h.runs[i].count, counts[i]);
    }
    assert_int_equal(h.runs[1].pass, 3);
    history_free(&h);
    assert_int_equal(h.run_count, 0);
    bank_free(bank);
}

static void the_newest_run_of_a_mode_is_one_on_this_bank(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    assert_null(history_newest(&h, MODE_EXAM));
    history_begin_run(&h, &(struct past_run){.mode = MODE_EXAM, .length = 1});
    history_begin_run(&h, &(struct past_run){.mode = MODE_EXAM, .length = 2});
    history_begin_run(&h, &(struct past_run){.mode = MODE_CLIMB, .length = 3});
    history_begin_run(&h, &(struct past_run){.mode = MODE_EXAM, .length = 4, .other_bank = true});
    assert_int_equal(history_newest(&h, MODE_EXAM)->length, 2);
    assert_int_equal(history_newest(&h, MODE_CLIMB)->length, 3);
    assert_null(history_newest(&h, MODE_SORT));
    history_free(&h);
    bank_free(bank);
}

static void an_exam_under_way_tells_nothing(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    history_begin_run(&h, &(struct past_run){.mode = MODE_EXAM, .end = RUN_OPEN});
    history_add(&h, past(0, SIDE_SALES, true));
    assert_int_equal(h.len + h.runs[0].count, 0);
    assert_int_equal(history_first_answers(&h).answers, 0);
    assert_true(history_asked(&h, 0)); /* and yet it is not new any more */
    history_begin_run(&h, &(struct past_run){.mode = MODE_PRACTICE, .end = RUN_OPEN});
    history_add(&h, past(0, SIDE_SALES, true));
    history_add(&h, past(1, SIDE_SALES, true));
    assert_int_equal(history_first_answers(&h).answers, 1);
    history_free(&h);
    bank_free(bank);
}

static void the_last_answers_are_the_newest_ones(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct history h;
    history_init(&h, bank);
    for (int i = 0; i < 6; i++)
        history_add(&h, past(i, SIDE_SALES, i >= 4)); /* four misses, then two hits */
    history_add(&h, past(5, SIDE_SALES, false));      /* seen before: not counted */
    assert_int_equal(history_recent(&h, 2).answers, 2);
    assert_int_equal(history_recent(&h, 2).right, 2);
    assert_int_equal(history_recent(&h, 3).right, 2);
    assert_int_equal(history_recent(&h, 3).answers, 3);
    assert_int_equal(history_recent(&h, 40).answers, 6);
    assert_int_equal(history_recent(&h, 0).answers, 0);
    history_free(&h);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_first_answer_to_an_activity_is_the_first),
        cmocka_unit_test(a_struck_answer_has_shown_its_verdict_all_the_same),
        cmocka_unit_test(answers_to_activities_that_are_gone_stay_in_the_past),
        cmocka_unit_test(first_answers_leave_repeats_out),
        cmocka_unit_test(ends_are_known_by_their_words),
        cmocka_unit_test(answers_belong_to_the_run_begun_before_them),
        cmocka_unit_test(the_newest_run_of_a_mode_is_one_on_this_bank),
        cmocka_unit_test(an_exam_under_way_tells_nothing),
        cmocka_unit_test(the_last_answers_are_the_newest_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
