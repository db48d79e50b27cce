/* What a run moved: each sentence in its turn, and none that is not true. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/moved.h"
#include "past_fixture.h"

static void assert_moved(const struct past_fixture *f, const char *sentence)
{
    struct str said = {0};
    moved_sentence(&said, f->bank, &f->history);
    assert_string_equal(str_text(&said), sentence);
    str_free(&said);
}

static void next_run(struct past_fixture *f)
{
    f->day++;
    past_run(f, MODE_PRACTICE, RUN_DONE);
}

static void no_run_moves_nothing(void **state)
{
    assert_moved(*state, "");
}

static void what_became_yours_comes_first(void **state)
{
    struct past_fixture *f = *state;
    next_run(f);
    past_answers(f, 1, "rrrr");
    past_answers(f, 2, "w");
    next_run(f);
    past_answers(f, 1, "r");
    past_answers(f, 2, "r");
    assert_moved(f, "“Principle number 1” is yours now.");
    next_run(f);
    past_answers(f, 0, "rrrrr");
    past_answers(f, 3, "rrrrr");
    next_run(f);
    past_answers(f, 0, "r");
    past_answers(f, 3, "r");
    assert_moved(f, "2 principles are yours now, “Principle number 0” among them.");
}

static void a_miss_made_good_comes_before_a_slip(void **state)
{
    struct past_fixture *f = *state;
    next_run(f);
    past_answers(f, 0, "r");
    past_answers(f, 2, "w");
    next_run(f);
    past_answers(f, 0, "w");
    past_answers(f, 2, "rr");
    assert_moved(f, "“Principle number 2” went wrong before, and right this time.");
    next_run(f);
    past_answers(f, 2, "rw");
    past_answers(f, 0, "rw"); /* not right throughout: not made good */
    assert_moved(f, "“Principle number 2” slipped this time; its cards come back soon.");
}

static void what_went_right_once_may_still_be_weak(void **state)
{
    struct past_fixture *f = *state;
    next_run(f);
    past_answers(f, 0, "wwwr"); /* evidence .42 */
    past_answers(f, 1, "wr");   /* evidence .55 */
    next_run(f);
    past_answers(f, 1, "w");
    assert_moved(f, "“Principle number 1” slipped this time; its cards come back soon.");
    past_answers(f, 0, "r");
    assert_moved(f, "“Principle number 0” went wrong before, and right this time.");
}

static void nearer_or_too_few(void **state)
{
    struct past_fixture *f = *state;
    next_run(f);
    past_answers(f, 0, "w");
    assert_moved(f, "Too few cards to move anything yet.");
    next_run(f);
    past_answers(f, 1, "r");
    assert_moved(f, "1 principle came nearer to being yours.");
    past_answers(f, 2, "r");
    assert_moved(f, "2 principles came nearer to being yours.");
    next_run(f); /* cards asked before are nothing new */
    past_answer(f, PAST_OF_PRINCIPLE, true, true);
    assert_moved(f, "Too few cards to move anything yet.");
}

static void a_sprint_says_that_it_does_not_count(void **state)
{
    struct past_fixture *f = *state;
    past_run(f, MODE_SPRINT, RUN_DONE);
    past_answers(f, 0, "rrrrrrrrr");
    assert_moved(f, "Answers against the clock move no principle.");
}

static void when_all_is_yours_nothing_is_left(void **state)
{
    struct past_fixture *f = *state;
    for (int day = 0; day < 2; day++) {
        next_run(f);
        for (int i = 0; i < PAST_PRINCIPLES; i++)
            past_answers(f, i, "rrrr");
    }
    next_run(f);
    past_answers(f, 0, "r");
    assert_moved(f, "Every principle is yours already; there was nothing left to move.");
    past_answers(f, 0, "w");
    assert_moved(f, "“Principle number 0” slipped this time; its cards come back soon.");
}

int main(void)
{
#define MOVED_TEST(name) cmocka_unit_test_setup_teardown(name, past_set_up, past_tear_down)
    const struct CMUnitTest tests[] = {
        MOVED_TEST(no_run_moves_nothing),
        MOVED_TEST(what_became_yours_comes_first),
        MOVED_TEST(a_miss_made_good_comes_before_a_slip),
        MOVED_TEST(what_went_right_once_may_still_be_weak),
        MOVED_TEST(nearer_or_too_few),
        MOVED_TEST(a_sprint_says_that_it_does_not_count),
        MOVED_TEST(when_all_is_yours_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
