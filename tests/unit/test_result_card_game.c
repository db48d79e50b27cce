/* What the result card says of runs that ended in one way or another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/result_card_game.h"
#include "game_fixture.h"

enum { A_DAY = 20780 };

static void assert_card(const struct table *t, const char *result, const char *note)
{
    struct str said = {0}, noted = {0};
    assert_int_equal(t->game.phase, PHASE_RESULT);
    result_card_of_game(&t->game, t->bank, A_DAY, &said, &noted);
    assert_string_equal(str_text(&said), result);
    assert_string_equal(str_text(&noted), note);
    str_free(&said);
    str_free(&noted);
}

static void end_run(struct table *t)
{
    table_move(t, MOVE_END);
    if (t->game.phase == PHASE_STORING)
        table_move(t, MOVE_STORED);
}

/* Answers the open card and goes on to the next one, or to the end. */
static void turn(struct table *t, bool right, bool sure)
{
    while (t->game.phase == PHASE_PRINCIPLE)
        table_move(t, MOVE_NEXT);
    table_answer(t, right, sure);
    while (t->game.phase == PHASE_CLUE || t->game.phase == PHASE_VERDICT)
        table_move(t, MOVE_NEXT);
    if (t->game.phase == PHASE_STORING)
        table_move(t, MOVE_STORED);
}

static void a_whole_run_has_its_result_alone(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 1);
    turn(&t, true, true);
    turn(&t, true, false);
    turn(&t, true, true);
    assert_card(&t, "3 of 3 right. When sure: 2 of 2.", "");
    table_free(&t);
}

static void a_run_that_was_left_says_so(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 1);
    turn(&t, true, true);
    end_run(&t);
    assert_card(&t, "1 of 1 right.", "Ended early, after 1 card of 3.");
    table_free(&t);

    table_init(&t, fixture_bank());
    table_start(&t, MODE_CLIMB, 0, 1);
    turn(&t, true, true);
    turn(&t, true, true);
    end_run(&t);
    assert_card(&t, "2 steps climbed.", "Ended early, after 2 cards.");
    table_free(&t);
}

static void an_exam_is_handed_in(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_EXAM, 4, 1);
    turn(&t, true, true);
    end_run(&t);
    assert_card(&t, "Not passed: 1 of 4 right; it takes 4.", "");
    table_free(&t);
}

static void start_today(struct table *t, int day)
{
    table_init(t, fixture_bank());
    struct rules rules = rules_default(MODE_TODAY);
    rules.day = day;
    game_start(&t->game, &rules, 1, NULL, 0, t->bank, &t->history, t->now);
    for (int i = 0; i < 5; i++)
        turn(t, true, true);
}

static void the_puzzle_of_another_day_is_named(void **state)
{
    (void)state;
    struct table t;
    start_today(&t, A_DAY);
    assert_card(&t, "5 of 5 right.", "");
    table_free(&t);
    start_today(&t, A_DAY - 3);
    assert_card(&t, "5 of 5 right.", "The puzzle of 2026-11-20.");
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_run_has_its_result_alone),
        cmocka_unit_test(a_run_that_was_left_says_so),
        cmocka_unit_test(an_exam_is_handed_in),
        cmocka_unit_test(the_puzzle_of_another_day_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
