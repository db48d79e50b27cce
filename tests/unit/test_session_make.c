/* Sessions made of the shape of the shipped bank, and of small and crooked ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/session_make.h"
#include "seed.h"

enum { SEEDS = 200, RUN_MOST = 4, NEAR = 5 };

static struct session_wishes wishes_of(int length)
{
    return (struct session_wishes){.rules = {.mode = MODE_PRACTICE, .length = length},
                                   .has = {true, true, true},
                                   .pace = {.turns = 1},
                                   .code = "maple-tango-river"};
}

/* 16 principles of ten scenarios, three or four activities each, 15 settings; the last `house`
 * scenarios are the house's. */
static struct bank *large_bank(int house)
{
    struct draft draft = fixture_draft(16);
    for (int i = 0; i < 160; i++) {
        static const char *const sides[] = {"sm", "sms", "mssm", "msm", "smm"};
        char id[16], setting[16];
        snprintf(id, sizeof id, "scene%d", i);
        snprintf(setting, sizeof setting, "trade%d", i % 15);
        fixture_scenario(&draft, id, i / 10, 1 + i % 3, setting, sides[i % 5]);
    }
    struct bank *bank = fixture_finish(&draft);
    for (int i = 160 - house; i < 160; i++)
        bank->scenarios[i].house = true;
    return bank;
}

static const struct activity *card(const struct session *s, const struct session_items *items,
                                   int at)
{
    return &s->bank->activities[items->activities[at]];
}

static const struct scenario *scene(const struct session *s, const struct session_items *items,
                                    int at)
{
    return &s->bank->scenarios[card(s, items, at)->scenario];
}

/* How often scenarios come: once in a test, twice in practice, in one part only. */
static void assert_apart(const struct session *s)
{
    const struct session_items *lists[] = {&s->forms[FORM_A], &s->forms[FORM_B], &s->practice};
    const int times[] = {1, 1, SIDE_COUNT};
    int *list_of = xcalloc((size_t)s->bank->scenario_count, sizeof *list_of);
    int *count = xcalloc((size_t)s->bank->scenario_count, sizeof *count);
    for (int list = 0; list < 3; list++) {
        for (int i = 0; i < lists[list]->count; i++) {
            int scenario = card(s, lists[list], i)->scenario;
            assert_true(list_of[scenario] == 0 || list_of[scenario] == list + 1);
            list_of[scenario] = list + 1;
            assert_true(++count[scenario] <= times[list]);
            assert_false(card(s, lists[list], i)->dropped);
        }
    }
    free(list_of);
    free(count);
}

/* As many of each side, and never five in a row. */
static void assert_even(const struct session *s, const struct session_items *items)
{
    int all[SIDE_COUNT] = {0}, run = 0;
    for (int i = 0; i < items->count; i++) {
        all[card(s, items, i)->side]++;
        run = i > 0 && card(s, items, i - 1)->side == card(s, items, i)->side ? run + 1 : 1;
        assert_true(run <= RUN_MOST);
    }
    assert_int_equal(all[SIDE_SALES], all[SIDE_MARKETING]);
}

/* Pairs of siblings, near and not beside each other; first met in the order of their levels. */
static void assert_pairs(const struct session *s)
{
    const struct session_items *p = &s->practice;
    int level = 0;
    assert_int_equal(p->count % SIDE_COUNT, 0);
    for (int i = 0; i < p->count; i++) {
        int other = i, before = 0;
        for (int j = 0; j < p->count; j++)
            other = j != i && card(s, p, j)->scenario == card(s, p, i)->scenario ? j : other;
        assert_int_not_equal(other, i);
        assert_int_not_equal(card(s, p, other)->side, card(s, p, i)->side);
        assert_in_range(abs(other - i), p->count > SIDE_COUNT ? 2 : 1, NEAR);
        before = other < i;
        assert_true(before || scene(s, p, i)->level >= level);
        level = before ? level : scene(s, p, i)->level;
    }
}

static int levels(const struct session *s, const struct session_items *items)
{
    int sum = 0;
    for (int i = 0; i < items->count; i++)
        sum += scene(s, items, i)->level;
    return sum;
}

static int houses(const struct session *s, const struct session_items *items)
{
    int count = 0;
    for (int i = 0; i < items->count; i++)
        count += scene(s, items, i)->house;
    return count;
}

/* Both forms have each principle as often, on the same sides. */
static void assert_same_principles(const struct session *s)
{
    for (int p = 0; p < s->bank->principle_count; p++) {
        int count[FORM_COUNT][SIDE_COUNT] = {{0}};
        for (int form = 0; form < FORM_COUNT; form++)
            for (int i = 0; i < s->forms[form].count; i++)
                count[form][card(s, &s->forms[form], i)->side] +=
                    card(s, &s->forms[form], i)->principle == p;
        assert_memory_equal(count[FORM_A], count[FORM_B], sizeof count[FORM_A]);
    }
}

/* No principle comes twice more often than another. */
static void assert_all_principles(const struct session *s, const struct session_items *items,
                                  int each)
{
    int least = items->count, most = 0;
    for (int p = 0; p < s->bank->principle_count; p++) {
        int count = 0;
        for (int i = 0; i < items->count; i++)
            count += card(s, items, i)->principle == p;
        least = count < least ? count : least;
        most = count > most ? count : most;
    }
    assert_true(most - least <= each);
}

static bool make(const struct bank *bank, const struct session_wishes *wishes, uint64_t seed,
                 struct session *out, struct err *e)
{
    struct rng rng = rng_seeded(seed);
    return session_make(bank, wishes, &rng, out, e);
}

static void assert_sound(const struct session *s)
{
    assert_apart(s);
    assert_even(s, &s->forms[FORM_A]);
    assert_even(s, &s->forms[FORM_B]);
    assert_pairs(s);
}

static void a_large_bank_gives_forms_that_are_alike(void **state)
{
    (void)state;
    struct bank *bank = large_bank(0);
    struct rng rng = rng_for_test();
    for (int round = 0; round < SEEDS; round++) {
        uint64_t seed = rng_next(&rng);
        struct session_wishes wishes = wishes_of(0);
        struct session s;
        struct err e;
        wishes.rules.minutes = 10 + round % 90;
        assert_true(make(bank, &wishes, seed, &s, &e));
        assert_sound(&s);
        assert_same_principles(&s);
        assert_all_principles(&s, &s.forms[FORM_A], 1);
        assert_all_principles(&s, &s.practice, SIDE_COUNT);
        assert_in_range(levels(&s, &s.forms[FORM_A]) + 1 - levels(&s, &s.forms[FORM_B]), 0, 2);
    }
    bank_free(bank);
}

static void settings_come_again_when_all_have_come(void **state)
{
    (void)state;
    struct bank *bank = large_bank(0);
    struct rng rng = rng_for_test();
    int twice = 0;
    for (int round = 0; round < SEEDS; round++) {
        struct session_wishes wishes = wishes_of(6);
        struct session s;
        struct err e;
        assert_true(make(bank, &wishes, rng_next(&rng), &s, &e));
        for (int i = 0; i < 12; i++)
            for (int j = 0; j < i; j++)
                twice += strcmp(scene(&s, &s.forms[i % 2], i / 2)->setting,
                                scene(&s, &s.forms[j % 2], j / 2)->setting) == 0;
    }
    assert_true(twice <
                SEEDS); /* by chance alone 4.4 a session: a level may want a setting again */
    bank_free(bank);
}

static void crooked_banks_give_sound_sessions_or_a_sentence(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    int made = 0, refused = 0;
    for (int round = 0; round < SEEDS * 10; round++) {
        struct bank *bank = fixture_random(&rng, 40);
        struct session_wishes wishes = wishes_of((int)rng_below(&rng, 12));
        struct session s;
        struct err e = {0};
        int house = 0;
        for (int i = 0; i < PART_COUNT; i++)
            wishes.has[i] = rng_below(&rng, 4) > 0;
        for (int i = 0; i < bank->scenario_count; i++) {
            struct scenario *scenario = &bank->scenarios[i];
            bool sides[SIDE_COUNT] = {false};
            scenario->house = rng_below(&rng, 3) == 0;
            for (int j = scenario->first; j < scenario->first + scenario->count; j++)
                sides[bank->activities[j].side] |= !bank->activities[j].dropped;
            house += scenario->house && sides[0] && sides[1];
        }
        wishes.house = (int)rng_below(&rng, (uint32_t)house + 1);
        if (make(bank, &wishes, rng_next(&rng), &s, &e)) {
            bool test = wishes.has[PART_BEFORE] || wishes.has[PART_AFTER];
            assert_sound(&s);
            assert_true(houses(&s, &s.forms[FORM_A]) + houses(&s, &s.forms[FORM_B]) +
                            houses(&s, &s.practice) / SIDE_COUNT >=
                        wishes.house);
            if (wishes.rules.length && test)
                assert_int_equal(s.forms[FORM_A].count, (wishes.rules.length + 1) / 2 * 2);
            assert_int_equal(s.forms[FORM_A].count > 0, test);
            assert_int_equal(s.forms[FORM_A].count, s.forms[FORM_B].count);
            assert_int_equal(s.practice.count > 0, wishes.has[PART_PRACTICE]);
            made++;
        } else {
            assert_int_equal(e.status, STATUS_USAGE);
            assert_true(*e.text != '\0');
            refused++;
        }
        bank_free(bank);
    }
    assert_true(made > SEEDS && refused > SEEDS);
}

static void house_scenarios_are_spread(void **state)
{
    (void)state;
    struct bank *bank = large_bank(40); /* four principles of them */
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session_wishes wishes = wishes_of(8);
        struct session s;
        struct err e;
        wishes.house = 12; /* of 24 scenarios: four in each form and in practice */
        assert_true(make(bank, &wishes, seed, &s, &e));
        assert_sound(&s);
        assert_same_principles(&s);
        assert_true(houses(&s, &s.forms[FORM_A]) >= 4);
        assert_true(houses(&s, &s.forms[FORM_B]) >= 4);
        assert_true(houses(&s, &s.practice) >= 4 * SIDE_COUNT);
    }
    bank_free(bank);
}

static void a_house_scenario_comes_even_when_it_has_no_match(void **state)
{
    (void)state;
    struct draft draft = fixture_draft(4);
    for (int i = 0; i < 20; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, i < 3 ? i : 3, 1, "events", "sm");
    }
    struct bank *bank = fixture_finish(&draft);
    for (int i = 0; i < 3; i++)
        bank->scenarios[i].house = true; /* each alone in its principle */
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session_wishes wishes = wishes_of(4);
        struct session s;
        struct err e;
        wishes.house = 3;
        wishes.has[PART_PRACTICE] = false;
        assert_true(make(bank, &wishes, seed, &s, &e));
        assert_sound(&s);
        assert_int_equal(houses(&s, &s.forms[FORM_A]) + houses(&s, &s.forms[FORM_B]), 3);
    }
    bank_free(bank);
}

static void too_little_is_told_with_its_numbers(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank(); /* 8 scenarios */
    struct session_wishes wishes = wishes_of(8);
    struct session s;
    struct err e;
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_string_equal(e.text, "The bank has 8 scenarios for that; two tests of 8 and a practice "
                                "need 20: ask for fewer cards, or more topics.");
    wishes.has[PART_PRACTICE] = false;
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_string_equal(e.text, "The bank has 8 scenarios for that; two tests of 8 need 16: ask "
                                "for fewer cards, or more topics.");
    memcpy(wishes.rules.principles, "p1", 3);
    wishes.rules.length = 0; /* by the minutes: as many as there are */
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_string_equal(e.text, "The bank has 2 scenarios for that; two tests of 2 need 4: ask "
                                "for fewer cards, or more topics.");
    wishes = wishes_of(0);
    assert_true(make(bank, &wishes, 1, &s, &e));
    assert_int_equal(s.forms[FORM_A].count, 2);
    assert_int_equal(s.practice.count, 8);
    assert_sound(&s);
    wishes.house = 1;
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_non_null(strstr(e.text, "Scenarios of your own bank that fit: 0, not 1."));
    bank_free(bank);
}

static void wishes_that_cannot_be_are_refused(void **state)
{
    (void)state;
    struct bank *bank = large_bank(100);
    struct session_wishes wishes = wishes_of(8);
    struct session s;
    struct err e;
    wishes.rules.pass = 9;
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_string_equal(e.text, "9 right answers cannot be reached in a test of 8 cards.");
    wishes = wishes_of(101);
    assert_false(make(bank, &wishes, 1, &s, &e));
    wishes = wishes_of(8);
    wishes.house = 25;
    assert_false(make(bank, &wishes, 1, &s, &e));
    assert_string_equal(e.text,
                        "The session has room for 24 scenarios, so not for 25 of your own.");
    static const char *const titles[] = {"",        "   ",      "two\nlines",
                                         "\x1b[2J", "bad \xff", "soft\u00adhyphen"};
    for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
        wishes = wishes_of(8);
        wishes.title = titles[i];
        assert_false(make(bank, &wishes, 1, &s, &e));
    }
    wishes = wishes_of(8);
    memset(wishes.has, 0, sizeof wishes.has);
    assert_false(make(bank, &wishes, 1, &s, &e));
    wishes = wishes_of(8);
    wishes.has[PART_BEFORE] = wishes.has[PART_AFTER] = false;
    wishes.rules.pass = 3;
    assert_false(make(bank, &wishes, 1, &s, &e));
    bank_free(bank);
}

static void a_session_says_what_was_wished(void **state)
{
    (void)state;
    struct bank *bank = large_bank(0);
    struct session_wishes wishes = wishes_of(6);
    struct session s, again;
    struct err e;
    wishes.people = 12;
    wishes.rules.minutes = 45;
    wishes.rules.pass = 5;
    wishes.names = true;
    memcpy(wishes.rules.principles, "p1,p3,p4", sizeof "p1,p3,p4");
    memcpy(wishes.rules.settings, "trade1,trade2,trade3,trade4,trade5,trade6,trade7,trade8,trade9",
           63);
    assert_true(make(bank, &wishes, 5, &s, &e));
    assert_string_equal(s.title, "A bank for tests");
    assert_string_equal(s.code, "maple-tango-river");
    assert_true(s.names && s.people == 12 && s.minutes == 45 && s.pass == 5 && s.bank == bank);
    for (int i = 0; i < s.practice.count; i++)
        assert_true(rules_allow(&wishes.rules, bank, s.practice.activities[i]));
    for (int i = 0; i < 12; i++)
        assert_true(rules_allow(&wishes.rules, bank, s.forms[i % 2].activities[i / 2]));
    assert_true(make(bank, &wishes, 5, &again, &e));
    assert_memory_equal(s.forms, again.forms, sizeof s.forms);
    assert_true(make(bank, &wishes, 6, &again, &e));
    assert_memory_not_equal(s.forms, again.forms, sizeof s.forms);
    bank_free(bank);
}

/* Who had one form cannot hand in the other: whatever the seed, neither key is the other one, nor
 * its opposite, nor strictly alternating. */
static void keys_cannot_be_guessed(void **state)
{
    (void)state;
    struct rng seeds = rng_for_test();
    struct bank *bank = large_bank(0);
    for (int i = 0; i < SEEDS * 10; i++) {
        struct rng rng = rng_seeded(rng_next(&seeds));
        struct session_wishes wishes = wishes_of(4 + 2 * (i % 5));
        struct session s;
        struct err e = {0};
        assert_true(session_make(bank, &wishes, &rng, &s, &e));
        int count = s.forms[FORM_A].count, same = 0, turns[FORM_COUNT] = {0};
        assert_int_equal(count, wishes.rules.length);
        for (int n = 0; n < count; n++) {
            same += card(&s, &s.forms[FORM_A], n)->side == card(&s, &s.forms[FORM_B], n)->side;
            for (int form = 0; form < FORM_COUNT; form++)
                turns[form] += n > 0 && card(&s, &s.forms[form], n)->side !=
                                            card(&s, &s.forms[form], n - 1)->side;
        }
        assert_in_range(same, 1, count - 1);
        assert_in_range(turns[FORM_A], 1, count - 2);
        assert_in_range(turns[FORM_B], 1, count - 2);
    }
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_large_bank_gives_forms_that_are_alike),
        cmocka_unit_test(keys_cannot_be_guessed),
        cmocka_unit_test(settings_come_again_when_all_have_come),
        cmocka_unit_test(crooked_banks_give_sound_sessions_or_a_sentence),
        cmocka_unit_test(house_scenarios_are_spread),
        cmocka_unit_test(a_house_scenario_comes_even_when_it_has_no_match),
        cmocka_unit_test(too_little_is_told_with_its_numbers),
        cmocka_unit_test(wishes_that_cannot_be_are_refused),
        cmocka_unit_test(a_session_says_what_was_wished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
