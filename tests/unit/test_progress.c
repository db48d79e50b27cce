/* What a learner has come to: every figure, from pasts that are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "close.h"
#include "core/progress.h"
#include "past_fixture.h"
#include "seed.h"

struct given {
    struct past_fixture past;
    struct progress progress;
};

static int set_up(void **state)
{
    struct given *given = xcalloc(1, sizeof *given);
    given->past = past_fixture_new();
    *state = given;
    return 0;
}

static int tear_down(void **state)
{
    struct given *given = *state;
    progress_free(&given->progress);
    past_fixture_free(&given->past);
    free(given);
    return 0;
}

static const struct progress *compute(struct given *given)
{
    progress_free(&given->progress);
    progress_of(given->past.bank, &given->past.history, past_now(&given->past), &given->progress);
    return &given->progress;
}

static void nothing_comes_of_nothing(void **state)
{
    const struct progress *p = compute(*state);
    assert_int_equal(p->days + p->runs + p->answers + p->first.answers + p->block_count, 0);
    assert_int_equal(p->unseen, PAST_PRINCIPLES * PAST_OF_PRINCIPLE);
    assert_int_equal(p->hardest_count, 0);
    assert_int_equal(p->first_run.answers, 0);
    assert_int_equal(p->ready_answers, 20);
    assert_false(p->ready || p->climbed || p->sprinted || p->today_played || p->exams);
    assert_true(p->sittings_left > 0);
    assert_false(p->principles[0].met);
    assert_int_equal(p->questions[0].principles, 2);
    assert_int_equal(p->questions[1].principles, 1);
}

static void answers_runs_and_days_are_counted(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_run(f, MODE_PRACTICE, RUN_DONE);
    past_answers(f, 0, "rrw");
    f->day++;
    past_run(f, MODE_SPRINT, RUN_DONE);
    past_answers(f, 1, "rr");
    past_run(f, MODE_PRACTICE, RUN_DONE);
    past_answer(f, 0, true, true); /* asked before */
    past_answers(f, 1, "w");
    f->history.items[f->history.len - 1].graded.struck = true;
    past_answer(f, 2 * PAST_OF_PRINCIPLE, true, false);
    past_run(f, MODE_PRACTICE, RUN_DONE);
    f->history.runs[f->history.run_count - 1].other_bank = true;
    history_add(&f->history, (struct past){.activity = -1, .utc_ms = 9 * PAST_DAY_MS});
    const struct progress *p = compute(given);
    assert_int_equal(p->days, 2);
    assert_int_equal(p->runs, 3);
    assert_int_equal(p->answers, 7);
    assert_int_equal(p->first.answers, 4);
    assert_int_equal(p->first.right, 3);
    assert_int_equal(p->unseen, PAST_PRINCIPLES * PAST_OF_PRINCIPLE - 7);
    assert_int_equal(p->principles[0].answers, 4);
    assert_int_equal(p->principles[0].missed, 1);
    assert_true(p->principles[0].mended);
    assert_true(p->principles[1].met);
    assert_int_equal(p->principles[1].answers, 0);
    assert_int_equal(p->principles[2].answers, 1);
    assert_false(p->principles[3].met);
    assert_int_equal(p->questions[0].met, 2);
    assert_int_equal(p->questions[0].answers, 4);
    assert_int_equal(p->questions[0].missed, 1);
    assert_int_equal(p->questions[1].answers, 1);
}

static void the_way_is_that_of_the_sequential_test(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_answers(f, 0, "rr");
    past_answers(f, 1, "w");
    past_answers(f, 2, "rrrrrrrr"); /* one day only */
    const struct progress *p = compute(given);
    assert_close(p->principles[0].way, 2 * .6419 / 2.9444, .0001);
    assert_close(p->principles[1].way, 0, 0);
    assert_close(p->principles[2].way, 1, 0);
    assert_int_equal(p->mastered, 0);
    f->day++;
    past_answers(f, 2, "r");
    p = compute(given);
    assert_int_equal(p->mastered, 1);
    assert_int_equal(p->questions[1].mastered, 1);
    assert_int_equal(p->principles[2].mastery.mastered_day, 20001);
}

static void readiness_says_what_is_missing(void **state)
{
    struct given *given = *state;
    past_answers(&given->past, 0, "rrrrrrrrrrrr");
    const struct progress *p = compute(given);
    assert_false(p->ready);
    assert_int_equal(p->ready_answers, 8);
    past_answers(&given->past, 1, "wwwrrrrr");
    p = compute(given);
    assert_false(p->ready); /* 17 of 20 */
    assert_int_equal(p->ready_answers, 0);
    assert_int_equal(p->ready_right, 18);
    past_answers(&given->past, 1, "rrrrrrrrrrrrrrrrrrrr");
    p = compute(given);
    assert_true(p->ready);
    assert_int_equal(p->ready_right, 35);
    assert_int_equal(p->recent.right, 37);
}

static void the_curve_has_equal_blocks_in_order_of_time(void **state)
{
    struct given *given = *state;
    past_answers(&given->past, 0, "wwwww");
    assert_int_equal(compute(given)->block_count, 1);
    past_answers(&given->past, 0, "rrrrrr");
    const struct progress *p = compute(given);
    assert_int_equal(p->block_count, 2);
    assert_int_equal(p->blocks[0].answers, 6);
    assert_int_equal(p->blocks[0].right, 1);
    assert_int_equal(p->blocks[1].right, 5);
    assert_close(p->blocks[0].band.low, .0301, .0001); /* Wilson, 1 of 6 */
    assert_close(p->blocks[0].band.high, .5635, .0001);
}

static void blocks_differ_by_one_at_most(void **state)
{
    struct given *given = *state;
    struct rng rng = rng_for_test();
    for (int i = 0; i < PAST_OF_PRINCIPLE * 2; i++) {
        past_answers(&given->past, i % 2, rng_below(&rng, 2) ? "r" : "w");
        const struct progress *p = compute(given);
        int answers = 0, right = 0;
        assert_true(p->block_count == (i + 1) / 5 || p->block_count == PROGRESS_BLOCKS_MAX);
        for (int j = 0; j < p->block_count; j++) {
            const struct progress_block *block = &p->blocks[j];
            int size = (i + 1) / p->block_count;
            assert_true(block->answers == size || block->answers == size + 1);
            assert_true(block->answers >= PROGRESS_BLOCK_LEAST);
            answers += block->answers;
            right += block->right;
        }
        assert_int_equal(answers, p->block_count ? i + 1 : 0);
        assert_int_equal(right, p->block_count ? p->first.right : 0);
    }
}

static void the_calendar_ends_with_this_week(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    f->day = 20000 - 7 * PROGRESS_WEEKS; /* a Wednesday, too long ago */
    past_answers(f, 0, "rr");
    f->day = 20000;
    past_answers(f, 0, "rrr");
    f->day = 20001;
    past_answers(f, 0, "w");
    const struct progress *p = compute(given);
    assert_int_equal(calendar_weekday(p->calendar_first), 0);
    assert_int_equal(p->calendar_today, 20001);
    assert_true(p->calendar_first + (int64_t)ARRAY_LEN(p->calendar) > 20001);
    assert_true(p->calendar_first + (int64_t)ARRAY_LEN(p->calendar) <= 20001 + 7);
    assert_int_equal(p->calendar[20000 - p->calendar_first], 3);
    assert_int_equal(p->calendar[20001 - p->calendar_first], 1);
    int all = 0;
    for (size_t i = 0; i < ARRAY_LEN(p->calendar); i++)
        all += p->calendar[i];
    assert_int_equal(all, 4);
    assert_int_equal(p->days, 3);
}

static void the_first_six_are_held_against_the_last_new_ones(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_answers(f, 3, "rrr");
    past_run(f, MODE_FIRST, RUN_DONE);
    past_answers(f, 0, "rwwrww");
    assert_int_equal(compute(given)->first_run.right, 2);
    assert_int_equal(given->progress.since_first.answers, 0);
    past_run(f, MODE_PRACTICE, RUN_DONE);
    past_answers(f, 1, "wwwwwrrrrrrrrrrrrrrrrrrr"); /* the last 20: one wrong */
    past_run(f, MODE_FIRST, RUN_DONE);
    past_answer(f, 0, true, true);
    const struct progress *p = compute(given);
    assert_int_equal(p->first_run.answers, 6);
    assert_int_equal(p->first_run.right, 2);
    assert_int_equal(p->since_first.answers, 20);
    assert_int_equal(p->since_first.right, 19);
}

static void the_hardest_lead_by_what_is_sure_of_them(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_answers(f, 0, "w"); /* too few to say */
    past_answers(f, 1, "wwr");
    past_answers(f, 2, "wwwwwwrrr"); /* the same share, surer */
    past_answers(f, 3, "rrrr");
    const struct progress *p = compute(given);
    assert_int_equal(p->hardest_count, 2);
    assert_int_equal(p->hardest[0], 2);
    assert_int_equal(p->hardest[1], 1);
    past_answers(f, 0, "wwww");
    past_answers(f, 3, "w");
    p = compute(given);
    assert_int_equal(p->hardest_count, PROGRESS_HARDEST_MAX);
    assert_int_equal(p->hardest[0], 0);
    assert_int_equal(p->hardest[1], 2);
    assert_int_equal(p->hardest[2], 1);
}

static void what_is_yours_is_not_called_hard(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_answers(f, 0, "wwwrrrrr");
    f->day++;
    past_answers(f, 0, "rrrrr");
    assert_int_equal(compute(given)->mastered, 1);
    assert_int_equal(given->progress.hardest_count, 0);
}

static void bests_puzzle_and_exams_are_told(void **state)
{
    struct given *given = *state;
    struct past_fixture *f = &given->past;
    past_run(f, MODE_CLIMB, RUN_DONE);
    past_answers(f, 0, "rrwrww");
    past_run(f, MODE_SPRINT, RUN_DONE);
    past_answers(f, 1, "rrrw");
    past_run(f, MODE_EXAM, RUN_PASSED);
    past_answers(f, 2, "rrrrr");
    f->day++;
    past_run(f, MODE_EXAM, RUN_FAILED);
    past_answers(f, 2, "rwww");
    past_run(f, MODE_EXAM, RUN_OPEN);
    past_answers(f, 2, "r");
    past_run(f, MODE_TODAY, RUN_QUIT);
    past_answers(f, 3, "w");
    assert_false(compute(given)->today_played);
    past_run(f, MODE_TODAY, RUN_DONE);
    past_answers(f, 3, "rrrrw");
    const struct progress *p = compute(given);
    assert_true(p->climbed && p->sprinted && p->today_played);
    assert_int_equal(p->best_climb, 3);
    assert_int_equal(p->best_sprint, 2);
    assert_int_equal(p->today_right, 4);
    assert_int_equal(p->today_cards, 5);
    assert_int_equal(p->exams, 2);
    assert_int_equal(p->exams_passed, 1);
    assert_int_equal(p->pass.day, 20000);
    assert_int_equal(p->pass.right, 5);
    assert_int_equal(p->last_try.day, 20001);
    assert_int_equal(p->last_try.cards, 12);
    assert_false(p->last_try.passed);
    f->day++;
    assert_false(compute(given)->today_played);
}

int main(void)
{
#define PROGRESS_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        PROGRESS_TEST(nothing_comes_of_nothing),
        PROGRESS_TEST(answers_runs_and_days_are_counted),
        PROGRESS_TEST(the_way_is_that_of_the_sequential_test),
        PROGRESS_TEST(readiness_says_what_is_missing),
        PROGRESS_TEST(the_curve_has_equal_blocks_in_order_of_time),
        PROGRESS_TEST(blocks_differ_by_one_at_most),
        PROGRESS_TEST(the_calendar_ends_with_this_week),
        PROGRESS_TEST(the_first_six_are_held_against_the_last_new_ones),
        PROGRESS_TEST(the_hardest_lead_by_what_is_sure_of_them),
        PROGRESS_TEST(what_is_yours_is_not_called_hard),
        PROGRESS_TEST(bests_puzzle_and_exams_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
