/* What a run comes to: tallies, the costliest principles, the misses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/summary.h"
#include "game_fixture.h"

/* A run over exactly these activities. */
static void start(struct table *t, const char *const *refs, int count)
{
    int plan[GAME_CARDS_MAX];
    struct rules rules = rules_default(MODE_PRACTICE);
    for (int i = 0; i < count; i++)
        plan[i] = bank_find_activity(t->bank, refs[i]);
    game_start(&t->game, &rules, 1, plan, count, t->bank, &t->history, t->now);
}

static void strike(struct table *t)
{
    table_move(t, MOVE_STRIKE);
    table_move(t, MOVE_STORED);
}

/* Answers card after card: '+' right, '-' wrong, 'x' wrong and struck out, '?' right, not sure. */
static void play(struct table *t, const char *answers)
{
    for (; *answers; answers++) {
        table_answer(t, *answers == '+' || *answers == '?', *answers != '?');
        if (*answers == 'x')
            strike(t);
        table_move(t, MOVE_NEXT);
    }
}

static void an_unplayed_run_comes_to_nothing(void **state)
{
    (void)state;
    struct table t;
    struct summary s;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 0, 1);
    memset(&s, 0x55, sizeof s);
    summary_of(&t.game, t.bank, &s);
    assert_int_equal(s.all.answers, 0);
    assert_int_equal(s.costly_count, 0);
    assert_int_equal(s.miss_count, 0);
    assert_int_equal(s.struck, 0);
    table_free(&t);
}

static void answers_are_counted_struck_ones_apart(void **state)
{
    (void)state;
    static const char *const refs[] = {"fair/a0", "fair/a1", "call/a0", "web/a0", "price/a0"};
    struct table t;
    struct summary s;
    table_init(&t, fixture_bank());
    history_add(&t.history, (struct past){.activity = bank_find_activity(t.bank, "fair/a1")});
    start(&t, refs, 5);
    play(&t, "+-x?"); /* the fifth stays unanswered */
    summary_of(&t.game, t.bank, &s);
    assert_int_equal(s.all.answers, 3);
    assert_int_equal(s.all.right, 2);
    assert_int_equal(s.all.sure, 2);
    assert_int_equal(s.all.sure_right, 1);
    assert_int_equal(s.all.table[SIDE_SALES][SIDE_SALES], 1);
    assert_int_equal(s.all.table[SIDE_MARKETING][SIDE_SALES], 1);
    assert_int_equal(s.all.table[SIDE_MARKETING][SIDE_MARKETING], 1);
    assert_int_equal(s.new_only.answers, 2);
    assert_int_equal(s.new_only.right, 2);
    assert_int_equal(s.struck, 1);
    assert_int_equal(s.miss_count, 1);
    assert_int_equal(s.misses[0], 1);
    table_free(&t);
}

static void assert_costly(const struct table *t, const char *expected)
{
    struct summary s;
    struct str found = {0};
    summary_of(&t->game, t->bank, &s);
    for (int i = 0; i < s.costly_count; i++)
        str_addf(&found, "%s %d/%d ", t->bank->principles[s.costly[i].principle].id,
                 s.costly[i].missed, s.costly[i].answers);
    assert_string_equal(str_text(&found), expected);
    str_free(&found);
}

static void the_costliest_principles_come_worst_first(void **state)
{
    (void)state;
    static const char *const refs[] = {"fair/a0",  "fair/a1",  "call/a0",  "call/a1", "web/a0",
                                       "stand/a0", "price/a0", "price/a1", "visit/a0"};
    struct table t;
    table_init(&t, fixture_bank());
    start(&t, refs, 9);
    play(&t, "+++++++++");
    assert_costly(&t, "");
    start(&t, refs, 9);
    play(&t, "-+++++++-"); /* one miss each: the worse share first */
    assert_costly(&t, "p3 1/1 p0 1/2 ");
    start(&t, refs, 9);
    play(&t, "-+--+-+--"); /* most misses first; of three, two */
    assert_costly(&t, "p1 2/3 p2 2/3 ");
    start(&t, refs, 9);
    play(&t, "x+++x++++"); /* what is struck out cost nothing */
    assert_costly(&t, "");
    table_free(&t);
}

static void an_activity_of_its_own_principle_costs_that_one(void **state)
{
    (void)state;
    static const char *const refs[] = {"fair/a0", "fair/a1"};
    struct table t;
    table_init(&t, fixture_bank());
    t.bank->activities[bank_find_activity(t.bank, "fair/a1")].principle = 3;
    start(&t, refs, 2);
    play(&t, "+-");
    assert_costly(&t, "p3 1/1 ");
    table_free(&t);
}

static void misses_are_in_the_order_they_came(void **state)
{
    (void)state;
    static const char *const refs[] = {"web/a0", "fair/a0", "call/a0", "stand/a0"};
    struct table t;
    struct summary s;
    table_init(&t, fixture_bank());
    start(&t, refs, 4);
    play(&t, "-x--");
    summary_of(&t.game, t.bank, &s);
    assert_int_equal(s.miss_count, 3);
    assert_int_equal(s.miss_count, game_misses(&t.game, t.bank));
    assert_int_equal(s.misses[0], 0);
    assert_int_equal(s.misses[1], 2);
    assert_int_equal(s.misses[2], 3);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unplayed_run_comes_to_nothing),
        cmocka_unit_test(answers_are_counted_struck_ones_apart),
        cmocka_unit_test(the_costliest_principles_come_worst_first),
        cmocka_unit_test(an_activity_of_its_own_principle_costs_that_one),
        cmocka_unit_test(misses_are_in_the_order_they_came),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
