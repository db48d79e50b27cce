/* The order of picking, case by case: which principle comes next, and which of its activities. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pick.h"
#include "game_fixture.h"

enum { SEEDS = 40, SCENARIOS = 6 };

/* So many principles of six scenarios, each a pair; activities go up by twelve a principle. */
static struct bank *bank_of(int principles)
{
    struct draft d = fixture_draft(principles);
    for (int i = 0; i < principles * SCENARIOS; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i / SCENARIOS, 1, "trade", "sm");
    }
    return fixture_finish(&d);
}

static void add_answer(struct table *t, int activity, bool right)
{
    enum side side = t->bank->activities[activity].side;
    history_add(&t->history, (struct past){.activity = activity,
                                           .graded = {.keyed = side,
                                                      .choice = right ? side : side_other(side),
                                                      .sure = true,
                                                      .mode = MODE_PRACTICE}});
}

/* One answer about a principle in an earlier run. */
static void add_past(struct table *t, int principle, bool right)
{
    add_answer(t, principle * SCENARIOS * 2, right);
}

static int principle_of(const struct table *t, int card)
{
    return table_activity(t, card)->principle;
}

static int open_principle(const struct table *t)
{
    return principle_of(t, t->game.card_count - 1);
}

static void four_new_ones_a_run_in_the_order_of_the_bank(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        table_init(&t, bank_of(7));
        add_past(&t, 1, true);
        table_start(&t, MODE_PRACTICE, 12, seed);
        const int expected[] = {0, 2, 3, 4};
        for (int i = 0; i < 12; i++) {
            if (i < 4)
                assert_int_equal(open_principle(&t), expected[i]);
            else
                assert_in_range(open_principle(&t), 0, 4);
            table_turn(&t, true);
        }
        table_free(&t);
    }
}

static void all_new_ones_before_the_gap_breaks(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of(3));
    table_start(&t, MODE_PRACTICE, 12, 1);
    for (int i = 0; i < 12; i++) { /* three cannot keep three apart: the longest ago comes */
        assert_int_equal(open_principle(&t), i % 3);
        table_turn(&t, true);
    }
    table_free(&t);
}

/* Misses the first card and its sibling; returns the number of the sibling's card. */
static int miss_a_pair(struct table *t, uint64_t seed, bool struck)
{
    table_init(t, bank_of(9));
    table_start(t, MODE_PRACTICE, 12, seed);
    table_turn(t, false);
    while (game_card(&t->game)->sibling_card < 0)
        table_turn(t, true);
    int sibling = t->game.card_count - 1;
    table_answer(t, false, true);
    if (struck) {
        table_move(t, MOVE_STRIKE);
        table_move(t, MOVE_STORED);
    }
    table_move(t, MOVE_NEXT);
    return sibling;
}

static void a_miss_without_a_sibling_to_come_brings_the_principle_back(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        int sibling = miss_a_pair(&t, seed, false);
        for (int i = sibling + 1; i < sibling + 3; i++) {
            assert_int_not_equal(open_principle(&t), 0);
            table_turn(&t, true);
        }
        assert_int_equal(open_principle(&t), 0);
        assert_int_equal(game_card(&t.game)->sibling_card, -1);
        table_turn(&t, true); /* shown again: it has come back */
        assert_int_not_equal(open_principle(&t), 0);
        table_free(&t);
    }
}

static void a_struck_miss_brings_nothing_back(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        miss_a_pair(&t, seed, true);
        table_turn(&t, true);
        table_turn(&t, true);
        assert_int_not_equal(open_principle(&t), 0);
        table_free(&t);
    }
}

/* A sibling due at the same time comes first, and the principle right after it. */
static void a_due_sibling_comes_before_a_principle_missed(void **state)
{
    (void)state;
    int both = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        int sibling = miss_a_pair(&t, seed, false);
        table_turn(&t, false); /* its sibling is due three or four cards later */
        int other = principle_of(&t, sibling + 1);
        table_turn(&t, false);
        assert_int_equal(open_principle(&t), 0);
        table_turn(&t, true);
        both += open_principle(&t) == other && game_card(&t.game)->sibling_card == sibling + 1;
        table_free(&t);
    }
    assert_true(both > 0);
}

/* What comes first when p0 was right once (0.65), p1 twice (0.755), and the others
 * often: p1 is as urgent when it was shown 10.5 answers before p0. */
static int weakest_after(int between)
{
    struct table t;
    table_init(&t, bank_of(8));
    for (int p = 2; p < 8; p++)
        for (int i = 0; i < 9; i++)
            add_past(&t, p, true);
    add_past(&t, 1, true);
    add_past(&t, 1, true);
    for (int i = 0; i < between; i++)
        add_past(&t, 2 + i % 6, true);
    add_past(&t, 0, true);
    for (int p = 2; p < 8; p++)
        add_past(&t, p, true);
    table_start(&t, MODE_PRACTICE, 12, 1);
    int first = open_principle(&t);
    table_free(&t);
    return first;
}

static void the_weakest_comes_and_age_weighs_a_hundredth_an_answer(void **state)
{
    (void)state;
    assert_int_equal(weakest_after(0), 0);
    assert_int_equal(weakest_after(9), 0);  /* shown 10 answers before p0 */
    assert_int_equal(weakest_after(10), 1); /* 11 */
}

static void the_last_three_principles_rest(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        table_init(&t, bank_of(5));
        for (int p = 4; p >= 0; p--)
            add_past(&t, p, p > 2); /* the three of the last answers are the weakest */
        table_start(&t, MODE_PRACTICE, 40, seed);
        assert_int_equal(open_principle(&t), 4);
        for (int i = 1; i < 40; i++) {
            table_turn(&t, true);
            for (int back = 1; back <= 3 && back <= i; back++)
                assert_int_not_equal(open_principle(&t), principle_of(&t, i - back));
        }
        table_free(&t);
    }
}

/* The first activity asked of a bank with one principle. */
static int first_asked(struct bank *bank, const int *past, size_t count, uint64_t seed)
{
    struct table t;
    table_init(&t, bank);
    for (size_t i = 0; i < count; i++)
        add_answer(&t, past[i], true);
    table_start(&t, MODE_PRACTICE, 12, seed);
    int first = t.game.cards[0].activity;
    table_free(&t);
    return first;
}

static void asked_longest_ago_and_never_asked_first(void **state)
{
    (void)state;
    const int all_but_one[] = {3, 0, 1, 2, 4, 5, 6, 7, 8, 9, 10},
              all[] = {5, 2, 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        assert_int_equal(first_asked(bank_of(1), all_but_one, ARRAY_LEN(all_but_one), seed), 11);
        assert_int_equal(first_asked(bank_of(1), all, ARRAY_LEN(all), seed), 2);
    }
}

static void the_house_first_among_the_never_asked(void **state)
{
    (void)state;
    const int past[] = {4, 5};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct bank *bank = bank_of(1);
        bank->scenarios[2].house = bank->scenarios[4].house = true;
        assert_int_equal(first_asked(bank, past, 2, seed) / 2, 4);
    }
}

/* The level of the first scenario asked after so many right answers, and then so many misses. */
static int level_after(int right, int missed, uint64_t seed)
{
    struct draft d = fixture_draft(1);
    struct table t;
    fixture_scenario(&d, "past", 0, 2, "trade", "smsm");
    for (int level = 1; level <= BANK_LEVEL_MAX; level++) {
        char id[16];
        snprintf(id, sizeof id, "level%d", level);
        fixture_scenario(&d, id, 0, level, "trade", "sm");
    }
    table_init(&t, fixture_finish(&d));
    for (int i = 0; i < right + missed; i++)
        add_answer(&t, i, i < right);
    table_start(&t, MODE_PRACTICE, 8, seed);
    int level = t.bank->scenarios[table_activity(&t, 0)->scenario].level;
    table_free(&t);
    return level;
}

static void trickier_scenarios_as_the_evidence_grows(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        assert_int_equal(level_after(0, 0, seed), 1); /* 0.5 */
        assert_int_equal(level_after(1, 0, seed), 2); /* 0.65 */
        assert_int_equal(level_after(2, 0, seed), 2); /* 0.755 */
        assert_int_equal(level_after(3, 0, seed), 3); /* 0.8285 */
        assert_int_equal(level_after(3, 1, seed), 1); /* 0.58 */
    }
}

static void the_other_side_after_three_of_one(void **state)
{
    (void)state;
    int rows = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        table_init(&t, bank_of(8));
        table_start(&t, MODE_PRACTICE, 24, seed);
        for (int i = 0; i < 24; i++) {
            enum side side = table_keyed(&t);
            if (i >= 3 && table_activity(&t, i - 1)->side == table_activity(&t, i - 2)->side &&
                table_activity(&t, i - 2)->side == table_activity(&t, i - 3)->side) {
                rows++;
                assert_int_not_equal(side, table_activity(&t, i - 1)->side);
            }
            table_turn(&t, true);
        }
        table_free(&t);
    }
    assert_true(rows > SEEDS);
}

static void a_bank_of_one_pair_is_asked_to_its_end(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct draft d = fixture_draft(1);
        struct table t;
        fixture_scenario(&d, "only", 0, 3, "trade", "sm");
        table_init(&t, fixture_finish(&d));
        table_start(&t, MODE_PRACTICE, 12, seed);
        table_turn(&t, seed % 2);
        assert_int_equal(t.game.phase, PHASE_CARD);
        table_turn(&t, false);
        assert_int_equal(t.game.card_count, 2);
        assert_true(t.game.shortage);
        table_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_new_ones_a_run_in_the_order_of_the_bank),
        cmocka_unit_test(all_new_ones_before_the_gap_breaks),
        cmocka_unit_test(a_miss_without_a_sibling_to_come_brings_the_principle_back),
        cmocka_unit_test(a_struck_miss_brings_nothing_back),
        cmocka_unit_test(a_due_sibling_comes_before_a_principle_missed),
        cmocka_unit_test(the_weakest_comes_and_age_weighs_a_hundredth_an_answer),
        cmocka_unit_test(the_last_three_principles_rest),
        cmocka_unit_test(asked_longest_ago_and_never_asked_first),
        cmocka_unit_test(the_house_first_among_the_never_asked),
        cmocka_unit_test(trickier_scenarios_as_the_evidence_grows),
        cmocka_unit_test(the_other_side_after_three_of_one),
        cmocka_unit_test(a_bank_of_one_pair_is_asked_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
