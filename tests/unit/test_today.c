/* The puzzle of a day: what holds of it in any bank on any day, and how settings take turns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/bank_fingerprint.h"
#include "core/today.h"
#include "seed.h"

enum { DAY_2026 = 20780, ROUNDS = 400, DAYS = 40 };

/* Settings of ten, five, six and four scenarios, each scenario of a principle of its own within its
 * setting. */
static struct bank *four_settings(void)
{
    static const struct {
        const char *setting;
        int scenarios;
    } fields[] = {{"events", 10}, {"food", 5}, {"trade", 6}, {"sport", 4}};
    struct draft d = fixture_draft(10);
    for (int f = 0; f < (int)ARRAY_LEN(fields); f++) {
        for (int i = 0; i < fields[f].scenarios; i++) {
            char id[32];
            snprintf(id, sizeof id, "%s-%d", fields[f].setting, i);
            fixture_scenario(&d, id, i, 1 + (i + f) % BANK_LEVEL_MAX, fields[f].setting,
                             i % 4 ? "sm" : "msMs");
        }
    }
    return fixture_finish(&d);
}

static const struct scenario *scenario_of(const struct bank *bank, int activity)
{
    return &bank->scenarios[bank->activities[activity].scenario];
}

static bool has_side(const struct bank *bank, const struct scenario *s, enum side side)
{
    for (int i = s->first; i < s->first + s->count; i++)
        if (!bank->activities[i].dropped && bank->activities[i].side == side)
            return true;
    return false;
}

/* Whether five scenarios of the setting can give three of one side and two of the other: enough
 * scenarios for each side alone, and for both together (Hall's condition). */
static bool setting_fills(const struct bank *bank, const char *setting)
{
    int sales = 0, marketing = 0, either = 0;
    for (int i = 0; i < bank->scenario_count; i++) {
        const struct scenario *s = &bank->scenarios[i];
        if (strcmp(s->setting, setting) != 0)
            continue;
        bool sells = has_side(bank, s, SIDE_SALES), markets = has_side(bank, s, SIDE_MARKETING);
        sales += sells;
        marketing += markets;
        either += sells || markets;
    }
    return *setting && either >= 5 && sales >= 2 && marketing >= 2 &&
           (sales >= 3 || marketing >= 3);
}

static bool some_setting_fills(const struct bank *bank)
{
    for (int i = 0; i < bank->scenario_count; i++)
        if (setting_fills(bank, bank->scenarios[i].setting))
            return true;
    return false;
}

static int pool_of(const struct bank *bank)
{
    int pool = 0;
    for (int i = 0; i < bank->activity_count; i++)
        pool += !bank->activities[i].dropped;
    return pool;
}

/* What holds of every puzzle. */
static void check_plan(const struct bank *bank, const int *plan, int count)
{
    int of_side[SIDE_COUNT] = {0}, pool = pool_of(bank);
    assert_int_equal(count, pool < TODAY_LENGTH ? pool : TODAY_LENGTH);
    for (int i = 0; i < count; i++) {
        assert_in_range(plan[i], 0, bank->activity_count - 1);
        assert_false(bank->activities[plan[i]].dropped);
        of_side[bank->activities[plan[i]].side]++;
        if (i)
            assert_true(scenario_of(bank, plan[i])->level >= scenario_of(bank, plan[i - 1])->level);
        for (int j = 0; j < i; j++)
            assert_int_not_equal(plan[i], plan[j]);
    }
    if (!some_setting_fills(bank))
        return;
    assert_true(setting_fills(bank, today_setting(bank, plan, count)));
    assert_in_range(of_side[SIDE_SALES], 2, 3);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++)
            assert_ptr_not_equal(scenario_of(bank, plan[i]), scenario_of(bank, plan[j]));
}

static void any_bank_on_any_day(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    int of_one_setting = 0, mixed = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct bank *bank = fixture_random(&rng, round % 2 ? 30 : 6);
        for (int i = 0; i < DAYS; i++) {
            int plan[TODAY_LENGTH];
            int64_t day = (int64_t)(rng_next(&rng) >> 12) * (i % 2 ? 1 : -1);
            int count = today_plan(bank, i < 4 ? i - 2 : day, plan);
            check_plan(bank, plan, count);
            if (*today_setting(bank, plan, count))
                of_one_setting++;
            else
                mixed++;
        }
        bank_free(bank);
    }
    assert_true(of_one_setting > ROUNDS && mixed > ROUNDS);
}

static void the_same_for_everybody(void **state)
{
    (void)state;
    struct bank *mine = four_settings(), *yours = four_settings();
    for (int64_t day = DAY_2026; day < DAY_2026 + DAYS; day++) {
        int one[TODAY_LENGTH], other[TODAY_LENGTH];
        assert_int_equal(today_plan(mine, day, one), TODAY_LENGTH);
        assert_int_equal(today_plan(yours, day, other), TODAY_LENGTH);
        assert_memory_equal(one, other, sizeof one);
    }
    bank_free(mine);
    bank_free(yours);
}

/* What one version of the program asks on a day, another must ask too, on every machine. */
static void a_puzzle_that_is_known(void **state)
{
    (void)state;
    struct bank *bank = four_settings();
    *bank->fingerprint = 1;
    static const char *const known[][TODAY_LENGTH] = {
        {
            "food-2/a0",
            "food-0/a3",
            "food-3/a1",
            "food-4/a0",
            "food-1/a1",
        },
        {
            "events-9/a0",
            "events-0/a1",
            "events-4/a0",
            "events-5/a1",
            "events-8/a0",
        },
        {
            "trade-1/a1",
            "trade-4/a1",
            "trade-5/a1",
            "trade-3/a1",
            "trade-0/a3",
        },
    };
    for (int i = 0; i < (int)ARRAY_LEN(known); i++) {
        int plan[TODAY_LENGTH];
        assert_int_equal(today_plan(bank, DAY_2026 + i, plan), TODAY_LENGTH);
        for (int j = 0; j < TODAY_LENGTH; j++)
            assert_string_equal(bank->activities[plan[j]].ref, known[i][j]);
    }
    bank_free(bank);
}

static void another_bank_has_other_puzzles(void **state)
{
    (void)state;
    struct bank *bank = four_settings(), *other = four_settings();
    *other->fingerprint = bank_fingerprint(other) + 1;
    int differ = 0;
    for (int64_t day = DAY_2026; day < DAY_2026 + DAYS; day++) {
        int one[TODAY_LENGTH], two[TODAY_LENGTH];
        today_plan(bank, day, one);
        today_plan(other, day, two);
        differ += memcmp(one, two, sizeof one) != 0;
    }
    assert_true(differ > DAYS * 9 / 10);
    bank_free(bank);
    bank_free(other);
}

static void the_settings_that_can_take_turns(void **state)
{
    (void)state;
    enum { FULL = 3 }; /* sport has four scenarios only */
    struct bank *bank = four_settings();
    const char *turns[FULL] = {"", "", ""};
    for (int64_t day = -FULL * DAYS; day < FULL * DAYS; day++) {
        int plan[TODAY_LENGTH];
        const char *setting = today_setting(bank, plan, today_plan(bank, day, plan));
        assert_string_not_equal(setting, "sport");
        for (int ago = 0; ago < FULL - 1; ago++)
            assert_string_not_equal(setting, turns[ago]);
        if (*turns[FULL - 1])
            assert_string_equal(setting, turns[FULL - 1]);
        turns[2] = turns[1];
        turns[1] = turns[0];
        turns[0] = setting;
    }
    bank_free(bank);
}

static void which_setting_is_first_depends_on_the_bank(void **state)
{
    (void)state;
    struct bank *bank = four_settings();
    int events = 0, food = 0;
    for (int i = 0; i < ROUNDS; i++) {
        int plan[TODAY_LENGTH];
        *bank->fingerprint = (uint64_t)i + 1;
        const char *setting = today_setting(bank, plan, today_plan(bank, DAY_2026, plan));
        events += strcmp(setting, "events") == 0;
        food += strcmp(setting, "food") == 0;
    }
    assert_in_range(events, ROUNDS / 4, ROUNDS / 2);
    assert_in_range(food, ROUNDS / 4, ROUNDS / 2);
    bank_free(bank);
}

static bool shares_scenario(const struct bank *bank, const int *one, const int *other)
{
    for (int i = 0; i < TODAY_LENGTH; i++)
        for (int j = 0; j < TODAY_LENGTH; j++)
            if (scenario_of(bank, one[i]) == scenario_of(bank, other[j]))
                return true;
    return false;
}

static void ten_scenarios_fill_two_puzzles(void **state)
{
    (void)state;
    struct bank *bank = four_settings();
    int last[TODAY_LENGTH], seen = 0, shared = 0;
    for (int64_t day = 0; day < INT64_C(3) * 2 * DAYS; day++) {
        int plan[TODAY_LENGTH];
        today_plan(bank, day, plan);
        if (strcmp(today_setting(bank, plan, TODAY_LENGTH), "events") != 0)
            continue;
        if (seen % 2) /* the second of a pack */
            assert_false(shares_scenario(bank, plan, last));
        else if (seen)
            shared += shares_scenario(bank, plan, last);
        memcpy(last, plan, sizeof last);
        seen++;
    }
    assert_int_equal(seen, 2 * DAYS);
    assert_true(shared > DAYS / 2); /* packs are shuffled anew */
    bank_free(bank);
}

static void different_principles_where_there_are(void **state)
{
    (void)state;
    struct draft d = fixture_draft(5);
    for (int i = 0; i < 12; i++) { /* eight of the first principle, one of each other */
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i < 8 ? 0 : i - 7, 1, "food", "sm");
    }
    struct bank *bank = fixture_finish(&d);
    for (int64_t day = DAY_2026; day < DAY_2026 + DAYS; day++) {
        int plan[TODAY_LENGTH];
        bool met[TODAY_LENGTH] = {false};
        assert_int_equal(today_plan(bank, day, plan), TODAY_LENGTH);
        for (int i = 0; i < TODAY_LENGTH; i++) {
            assert_false(met[bank->activities[plan[i]].principle]);
            met[bank->activities[plan[i]].principle] = true;
        }
    }
    bank_free(bank);
}

static void days_differ(void **state)
{
    (void)state;
    struct bank *bank = four_settings();
    int plans[DAYS][TODAY_LENGTH], same = 0;
    bool sales_more = false, marketing_more = false;
    for (int i = 0; i < DAYS; i++) {
        int sales = 0;
        today_plan(bank, DAY_2026 + i, plans[i]);
        for (int j = 0; j < i; j++)
            same += memcmp(plans[i], plans[j], sizeof plans[i]) == 0;
        for (int j = 0; j < TODAY_LENGTH; j++)
            sales += bank->activities[plans[i][j]].side == SIDE_SALES;
        sales_more = sales_more || sales == 3;
        marketing_more = marketing_more || sales == 2;
    }
    assert_true(same <= 1);
    assert_true(sales_more && marketing_more);
    bank_free(bank);
}

static void tiny_banks(void **state)
{
    (void)state;
    int plan[TODAY_LENGTH];
    struct draft d = fixture_draft(1);
    fixture_scenario(&d, "dropped", 0, 1, "food", "SM");
    struct bank *bank = fixture_finish(&d);
    assert_int_equal(today_plan(bank, DAY_2026, plan), 0);
    assert_string_equal(today_setting(bank, plan, 0), "");
    bank_free(bank);

    d = fixture_draft(1);
    fixture_scenario(&d, "one", 0, 3, "food", "smM");
    bank = fixture_finish(&d);
    assert_int_equal(today_plan(bank, DAY_2026, plan), 2);
    assert_int_equal(plan[0] + plan[1], 0 + 1);
    assert_string_equal(today_setting(bank, plan, 2), "food");
    bank_free(bank);

    d = fixture_draft(1); /* enough cards, but not of one setting */
    fixture_scenario(&d, "one", 0, 3, "food", "sm");
    fixture_scenario(&d, "two", 0, 2, "", "sm");
    fixture_scenario(&d, "three", 0, 1, "trade", "ssmm");
    bank = fixture_finish(&d);
    for (int64_t day = DAY_2026; day < DAY_2026 + DAYS; day++) {
        int of[3] = {0};
        assert_int_equal(today_plan(bank, day, plan), TODAY_LENGTH);
        check_plan(bank, plan, TODAY_LENGTH);
        assert_string_equal(today_setting(bank, plan, TODAY_LENGTH), "");
        for (int i = 0; i < TODAY_LENGTH; i++)
            of[bank->activities[plan[i]].scenario]++;
        assert_true(of[0] && of[1] && of[2]);
    }
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_bank_on_any_day),
        cmocka_unit_test(the_same_for_everybody),
        cmocka_unit_test(a_puzzle_that_is_known),
        cmocka_unit_test(another_bank_has_other_puzzles),
        cmocka_unit_test(the_settings_that_can_take_turns),
        cmocka_unit_test(which_setting_is_first_depends_on_the_bank),
        cmocka_unit_test(ten_scenarios_fill_two_puzzles),
        cmocka_unit_test(different_principles_where_there_are),
        cmocka_unit_test(days_differ),
        cmocka_unit_test(tiny_banks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
