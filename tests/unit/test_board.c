/* What stands on the board of the mode "sort": properties over random banks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/board.h"
#include "seed.h"

enum { BANKS = 400, SCENARIOS = 24, TRIES = 60 };

static int of_scenario(const struct bank *bank, const int *plan, int count, int scenario,
                       enum side side)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        const struct activity *a = &bank->activities[plan[i]];
        found += a->scenario == scenario && (side == SIDE_NONE || a->side == side);
    }
    return found;
}

static bool both_sides(const struct rules *rules, const struct bank *bank, int scenario)
{
    bool there[SIDE_COUNT] = {false};
    const struct scenario *s = &bank->scenarios[scenario];
    for (int i = s->first; i < s->first + s->count; i++)
        if (rules_allow(rules, bank, i))
            there[bank->activities[i].side] = true;
    return there[SIDE_SALES] && there[SIDE_MARKETING];
}

/* How many scenarios of this one's setting could stand on a board. */
static int usable(const struct rules *rules, const struct bank *bank, const char *setting)
{
    int count = 0;
    for (int s = 0; s < bank->scenario_count; s++)
        count += !strcmp(bank->scenarios[s].setting, setting) && both_sides(rules, bank, s);
    return count;
}

static void check_plan(const struct rules *rules, const struct bank *bank, const int *plan,
                       int count)
{
    int scenarios = 0, groups = 0;
    const char *setting = bank->scenarios[bank->activities[plan[0]].scenario].setting;
    assert_in_range(count, 4, BOARD_MOST);
    for (int s = 0; s < bank->scenario_count; s++) {
        int here = of_scenario(bank, plan, count, s, SIDE_NONE);
        if (!here)
            continue;
        scenarios++;
        assert_string_equal(bank->scenarios[s].setting, setting);
        assert_true(of_scenario(bank, plan, count, s, SIDE_SALES) > 0);
        assert_true(of_scenario(bank, plan, count, s, SIDE_MARKETING) > 0);
    }
    assert_in_range(scenarios, 2, BOARD_SCENARIOS_MAX);
    for (int i = 0; i < count; i++) {
        assert_true(rules_allow(rules, bank, plan[i]));
        for (int j = 0; j < i; j++)
            assert_int_not_equal(plan[i], plan[j]);
        groups +=
            i == 0 || bank->activities[plan[i]].scenario != bank->activities[plan[i - 1]].scenario;
    }
    assert_int_equal(groups, scenarios);
    if (usable(rules, bank, setting) >= BOARD_SCENARIOS_MAX)
        assert_true(count >= BOARD_LEAST);
}

static void random_banks(void **state)
{
    struct rng rng = rng_for_test();
    int empty = 0;
    (void)state;
    for (int i = 0; i < BANKS; i++) {
        struct bank *bank = fixture_random(&rng, SCENARIOS);
        struct rules rules = rules_default(MODE_PRACTICE);
        struct history history;
        int plan[BOARD_MOST], most = 0;
        rules.level = (int)rng_below(&rng, BANK_LEVEL_MAX + 1);
        history_init(&history, bank);
        for (int s = 0; s < bank->scenario_count; s++) {
            int count = usable(&rules, bank, bank->scenarios[s].setting);
            most = count > most ? count : most;
        }
        int count = board_plan(&rules, bank, &history, &rng, plan);
        assert_int_equal(count > 0, most >= 2);
        empty += count == 0;
        if (count > 0)
            check_plan(&rules, bank, plan, count);
        history_free(&history);
        bank_free(bank);
    }
    assert_in_range(empty, 1, BANKS - 1);
}

static void ask(struct history *history, const struct bank *bank, const char *ref)
{
    history_add(history, (struct past){.activity = bank_find_activity(bank, ref)});
}

/* "events" and "food" have boards of six in fixture_bank; what was met of them decides. */
static void new_scenarios_first(void **state)
{
    struct rng rng = rng_for_test();
    struct bank *bank = fixture_bank();
    struct rules rules = rules_default(MODE_PRACTICE);
    struct history history;
    int plan[BOARD_MOST], events = 0;
    (void)state;
    history_init(&history, bank);
    for (int i = 0; i < TRIES; i++) {
        assert_in_range(board_plan(&rules, bank, &history, &rng, plan), BOARD_LEAST, BOARD_MOST);
        events += !strcmp(bank->scenarios[bank->activities[plan[0]].scenario].setting, "events");
    }
    assert_in_range(events, 1, TRIES - 1);
    ask(&history, bank, "price/a0");
    ask(&history, bank, "letter/a2");
    ask(&history, bank, "fair/a0");
    for (int i = 0; i < TRIES; i++) {
        assert_true(board_plan(&rules, bank, &history, &rng, plan) > 0);
        const struct scenario *scenario = &bank->scenarios[bank->activities[plan[0]].scenario];
        assert_string_equal(scenario->setting, "events");
    }
    history_free(&history);
    bank_free(bank);
}

/* Within a setting, too: of five scenarios the two that were never met. */
static void new_scenarios_of_one_setting(void **state)
{
    struct rng rng = rng_for_test();
    struct draft d = fixture_draft(1);
    struct rules rules = rules_default(MODE_PRACTICE);
    struct history history;
    int plan[BOARD_MOST];
    (void)state;
    for (int i = 0; i < 5; i++) {
        char id[8];
        snprintf(id, sizeof id, "s%d", i);
        fixture_scenario(&d, id, 0, 1, "events", "smm");
    }
    struct bank *bank = fixture_finish(&d);
    history_init(&history, bank);
    ask(&history, bank, "s0/a0");
    ask(&history, bank, "s1/a1");
    ask(&history, bank, "s3/a2");
    for (int i = 0; i < TRIES; i++) {
        assert_int_equal(board_plan(&rules, bank, &history, &rng, plan), BOARD_LEAST);
        assert_int_equal(of_scenario(bank, plan, BOARD_LEAST, 2, SIDE_NONE), 3);
        assert_int_equal(of_scenario(bank, plan, BOARD_LEAST, 4, SIDE_NONE), 3);
    }
    history_free(&history);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_banks),
        cmocka_unit_test(new_scenarios_first),
        cmocka_unit_test(new_scenarios_of_one_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
