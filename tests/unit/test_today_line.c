/* The line of a day's puzzle to paste into a chat. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/today.h"
#include "core/today_line.h"
#include "game_fixture.h"

enum { DAY_2026 = 20780 };

/* A bank with one setting that fills a puzzle. */
static struct bank *events_bank(void)
{
    struct draft d = fixture_draft(5);
    for (int i = 0; i < TODAY_LENGTH; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i, 1, "events", "sm");
    }
    return fixture_finish(&d);
}

/* Starts the puzzle of the day on a bank that the table owns from now on. */
static void start_puzzle(struct table *t, struct bank *bank)
{
    int plan[TODAY_LENGTH];
    table_init(t, bank);
    int count = today_plan(bank, DAY_2026, plan);
    struct rules rules = rules_default(MODE_PRACTICE);
    rules.length = count;
    game_start(&t->game, &rules, 1, plan, count, t->bank, &t->history, t->now);
}

static void assert_line(const struct table *t, const char *expected)
{
    struct str line = {0};
    today_line(&line, t->bank, &t->game, DAY_2026);
    assert_string_equal(str_text(&line), expected);
    str_free(&line);
}

static void says_which_were_right_and_nothing_else(void **state)
{
    (void)state;
    struct table t;
    start_puzzle(&t, events_bank());
    assert_line(&t, "smquiz today 2026-11-23 (events): 0 of 5 [. . . . .]");
    table_turn(&t, true);
    table_turn(&t, true);
    table_turn(&t, false);
    assert_line(&t, "smquiz today 2026-11-23 (events): 2 of 5 [1 2 x . .]");
    table_turn(&t, true);
    table_answer(&t, true, false);
    assert_line(&t, "smquiz today 2026-11-23 (events): 4 of 5 [1 2 x 4 5]");
    table_free(&t);
}

static void a_struck_answer_is_none(void **state)
{
    (void)state;
    struct table t;
    start_puzzle(&t, events_bank());
    table_answer(&t, true, true);
    table_move(&t, MOVE_STRIKE);
    table_move(&t, MOVE_STORED);
    assert_line(&t, "smquiz today 2026-11-23 (events): 0 of 5 [. . . . .]");
    table_free(&t);
}

static void cards_of_several_settings_name_none(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    struct table t;
    fixture_scenario(&d, "one", 0, 1, "food", "s");
    fixture_scenario(&d, "two", 0, 1, "trade", "m");
    start_puzzle(&t, fixture_finish(&d));
    table_answer(&t, false, true);
    assert_line(&t, "smquiz today 2026-11-23: 0 of 2 [x .]");
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_which_were_right_and_nothing_else),
        cmocka_unit_test(a_struck_answer_is_none),
        cmocka_unit_test(cards_of_several_settings_name_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
