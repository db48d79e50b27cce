/* Runs whose items are fixed at the start: the plan of a mode, and the misses once more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pick_plan.h"
#include "game_fixture.h"
#include "seed.h"

enum { SEEDS = 300 };

static struct rules rules_of(int length)
{
    struct rules rules = rules_default(MODE_FIRST);
    rules.length = length;
    return rules;
}

static int count_side(const struct bank *bank, const int *plan, int count, enum side side)
{
    int of_side = 0;
    for (int i = 0; i < count; i++)
        of_side += bank->activities[plan[i]].side == side;
    return of_side;
}

static void a_plan_takes_one_a_scenario_and_both_sides_equally(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < SEEDS; round++) {
        struct bank *bank = fixture_random(&rng, 14);
        struct rules rules = rules_of(1 + (int)rng_below(&rng, 16));
        int plan[GAME_CARDS_MAX];
        int count = pick_plan(&rules, bank, &rng, plan);
        bool met[16] = {false};
        for (int i = 0; i < count; i++) {
            int scenario = bank->activities[plan[i]].scenario;
            assert_true(rules_allow(&rules, bank, plan[i]));
            assert_false(met[scenario]);
            met[scenario] = true;
        }
        int sales = count_side(bank, plan, count, SIDE_SALES);
        assert_true(count <= rules.length);
        assert_true(sales <= (rules.length + 1) / 2 && count - sales <= (rules.length + 1) / 2);
        if (count == rules.length && count % 2 == 0)
            assert_int_equal(sales * 2, count);
        bank_free(bank);
    }
}

static void a_plan_is_as_long_as_the_bank_allows(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct bank *bank = fixture_bank();
        struct rng rng = rng_seeded(seed);
        int plan[GAME_CARDS_MAX];
        struct rules rules = rules_of(6);
        assert_int_equal(pick_plan(&rules, bank, &rng, plan), 6);
        rules.length = RULES_LENGTH_MAX;
        assert_int_equal(pick_plan(&rules, bank, &rng, plan), bank->scenario_count);
        memcpy(rules.settings, "nowhere", sizeof "nowhere");
        assert_int_equal(pick_plan(&rules, bank, &rng, plan), 0);
        bank_free(bank);
    }
}

static void a_plan_prefers_other_principles_then_easy_levels(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct bank *bank = fixture_bank();
        struct rng rng = rng_seeded(seed);
        struct rules rules = rules_of(4);
        int plan[GAME_CARDS_MAX];
        bool met[4] = {false};
        assert_int_equal(pick_plan(&rules, bank, &rng, plan), 4);
        for (int i = 0; i < 4; i++) {
            const struct activity *a = &bank->activities[plan[i]];
            assert_false(met[a->principle]);
            met[a->principle] = true;
            assert_int_equal(bank->scenarios[a->scenario].level, 1);
        }
        bank_free(bank);
    }
}

/* Preferred ones are taken first but must not come first: in the plan the order is chance. */
static void the_order_of_a_plan_does_not_show_how_it_was_made(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct rules rules = rules_of(6);
    int tricky_first = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct rng rng = rng_seeded(seed);
        int plan[GAME_CARDS_MAX];
        pick_plan(&rules, bank, &rng, plan);
        tricky_first += bank->scenarios[bank->activities[plan[0]].scenario].level > 1;
    }
    assert_in_range(tricky_first, SEEDS / 5, SEEDS / 2); /* two of the six are */
    bank_free(bank);
}

static void plans_differ_by_seed_and_only_by_seed(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct rules rules = rules_of(6);
    int differ = 0, sales_first = 0, last[GAME_CARDS_MAX] = {0};
    for (uint64_t seed = 0; seed < 100; seed++) {
        int plan[GAME_CARDS_MAX], again[GAME_CARDS_MAX];
        struct rng one = rng_seeded(seed), other = rng_seeded(seed);
        pick_plan(&rules, bank, &one, plan);
        pick_plan(&rules, bank, &other, again);
        assert_memory_equal(plan, again, 6 * sizeof *plan);
        differ += memcmp(plan, last, 6 * sizeof *plan) != 0;
        sales_first += bank->activities[plan[0]].side == SIDE_SALES;
        memcpy(last, plan, sizeof last);
    }
    assert_true(differ > 90);
    assert_true(sales_first > 25 && sales_first < 75);
    bank_free(bank);
}

static bool in_plan(const int *plan, int from, int to, int activity)
{
    for (int i = from; i < to; i++)
        if (plan[i] == activity)
            return true;
    return false;
}

/* Plays a run with random answers and strikes; the misses that stand go into `missed`. */
static int play(struct table *t, struct rng *rng, int *missed)
{
    int count = 0;
    while (t->game.phase == PHASE_CARD) {
        int activity = game_card(&t->game)->activity;
        bool right = rng_below(rng, 2), struck = rng_below(rng, 4) == 0;
        table_answer(t, right, true);
        if (struck && table_move(t, MOVE_STRIKE) == EFFECT_RECORD)
            table_move(t, MOVE_STORED);
        if (!right && !struck)
            missed[count++] = activity;
        table_move(t, MOVE_NEXT);
    }
    return count;
}

static void misses_come_again_then_a_sibling_of_each(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < SEEDS; round++) {
        struct table t;
        int missed[GAME_CARDS_MAX], plan[GAME_CARDS_MAX];
        table_init(&t, fixture_random(&rng, 12));
        table_start(&t, MODE_PRACTICE, 0, rng_next(&rng));
        int misses = play(&t, &rng, missed);
        int count = pick_misses(&t.game, t.bank, &rng, plan);
        assert_int_equal(misses, game_misses(&t.game, t.bank));
        for (int i = 0; i < misses; i++) {
            int sibling = bank_sibling(t.bank, missed[i]);
            assert_true(in_plan(plan, 0, misses, missed[i]));
            if (sibling >= 0)
                assert_true(in_plan(plan, 0, count, sibling));
        }
        for (int i = misses; i < count; i++) {
            bool belongs = false;
            for (int j = 0; j < misses; j++)
                belongs = belongs || bank_sibling(t.bank, missed[j]) == plan[i];
            assert_true(belongs);
            assert_false(t.bank->activities[plan[i]].dropped);
        }
        for (int i = 0; i < count; i++)
            assert_false(in_plan(plan, i + 1, count, plan[i]));
        table_free(&t);
    }
}

static void no_misses_make_no_plan(void **state)
{
    (void)state;
    struct table t;
    struct rng rng = rng_seeded(5);
    int plan[GAME_CARDS_MAX];
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 5, 5);
    while (t.game.phase == PHASE_CARD)
        table_turn(&t, true);
    assert_int_equal(pick_misses(&t.game, t.bank, &rng, plan), 0);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_takes_one_a_scenario_and_both_sides_equally),
        cmocka_unit_test(a_plan_is_as_long_as_the_bank_allows),
        cmocka_unit_test(a_plan_prefers_other_principles_then_easy_levels),
        cmocka_unit_test(the_order_of_a_plan_does_not_show_how_it_was_made),
        cmocka_unit_test(plans_differ_by_seed_and_only_by_seed),
        cmocka_unit_test(misses_come_again_then_a_sibling_of_each),
        cmocka_unit_test(no_misses_make_no_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
