/* What comes next: properties of picking over many seeds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pick.h"
#include "game_fixture.h"
#include "seed.h"

enum { SEEDS = 300, SIBLING_FIRST = 3, SIBLING_LAST = 4 };

/* How much a candidate is preferred; the order of the bits is the order of the preferences. */
static int preference(const struct table *t, int cards, int activity)
{
    enum side side = t->bank->activities[activity].side;
    int same = 0, fresh = 1;
    for (int i = cards - 1; i >= 0 && table_activity(t, i)->side != side; i--)
        same++;
    for (int i = 0; i < cards; i++)
        if (table_activity(t, i)->scenario == t->bank->activities[activity].scenario)
            fresh = 0;
    return (same >= 3) * 4 + fresh * 2 + !history_asked(&t->history, activity);
}

/* What was due when the last card was dealt, before it was. */
struct before {
    struct due due[GAME_DUE_MAX];
    int due_count;
};

static bool may_be_asked(const struct table *t, const struct before *before, int cards,
                         int activity)
{
    if (!rules_allow(&t->game.rules, t->bank, activity))
        return false;
    for (int i = 0; i < cards; i++)
        if (t->game.cards[i].activity == activity)
            return false;
    for (int i = 0; i < before->due_count; i++)
        if (t->bank->activities[before->due[i].activity].scenario ==
            t->bank->activities[activity].scenario)
            return false;
    return true;
}

/* The card just dealt is either a due sibling in its time, or as preferred as any other; a sibling
 * comes early only when there is no other. */
static void check_dealt(const struct table *t, const struct before *before)
{
    int at = t->game.card_count - 1, best = -1;
    const struct card *card = &t->game.cards[at];
    bool in_time = false, was_due = false;
    for (int i = 0; i < before->due_count; i++) {
        in_time = in_time || before->due[i].at <= at;
        was_due = was_due || before->due[i].activity == card->activity;
    }
    for (int i = 0; i < at; i++)
        assert_int_not_equal(t->game.cards[i].activity, card->activity);
    for (int i = 0; i < t->bank->activity_count; i++)
        if (may_be_asked(t, before, at, i) && preference(t, at, i) > best)
            best = preference(t, at, i);
    assert_true(rules_allow(&t->game.rules, t->bank, card->activity));
    assert_int_equal(was_due, card->missed_card >= 0);
    assert_int_equal(was_due, in_time || best < 0);
    if (!was_due) {
        assert_true(may_be_asked(t, before, at, card->activity));
        assert_int_equal(preference(t, at, card->activity), best);
    } else if (best >= 0) {
        assert_true(at - card->missed_card >= SIBLING_FIRST);
    }
}

static void add_some_past(struct table *t, struct rng *rng)
{
    for (int i = 0; i < t->bank->activity_count; i++)
        if (rng_below(rng, 3) == 0)
            history_add(&t->history, (struct past){.activity = i});
}

static void narrow(struct rules *rules, struct rng *rng)
{
    rules->length = RULES_LENGTH_MAX;
    if (rng_below(rng, 4) == 0)
        rules->level = 1 + (int)rng_below(rng, BANK_LEVEL_MAX);
    if (rng_below(rng, 4) == 0)
        memcpy(rules->settings, "food,events", sizeof "food,events");
}

static void random_runs_ask_everything_once_the_preferred_first(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < SEEDS; round++) {
        struct table t;
        struct rules rules = rules_default(MODE_PRACTICE);
        table_init(&t, fixture_random(&rng, 12));
        add_some_past(&t, &rng);
        narrow(&rules, &rng);
        game_start(&t.game, &rules, rng_next(&rng), NULL, 0, t.bank, &t.history, t.now);
        int expected = rules_pool(&rules, t.bank);
        while (t.game.phase == PHASE_CARD) {
            table_answer(&t, rng_below(&rng, 3) > 0, true);
            struct before before = {.due_count = t.game.due_count};
            memcpy(before.due, t.game.due, sizeof before.due);
            table_move(&t, MOVE_NEXT);
            if (t.game.phase == PHASE_CARD)
                check_dealt(&t, &before);
        }
        assert_int_equal(t.game.card_count, expected); /* everything was asked in the end */
        table_free(&t);
    }
}

static void a_lone_miss_brings_its_sibling_three_or_four_cards_later(void **state)
{
    (void)state;
    bool seen[SIBLING_LAST + 1] = {false};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct table t;
        table_init(&t, fixture_bank());
        table_start(&t, MODE_PRACTICE, 12, seed);
        int miss = (int)(seed % 5);
        for (int i = 0; i < miss; i++)
            table_turn(&t, true);
        int sibling = bank_sibling(t.bank, game_card(&t.game)->activity);
        bool asked = false;
        for (int i = 0; i < miss; i++)
            asked = asked || t.game.cards[i].activity == sibling;
        int scenario = table_activity(&t, miss)->scenario;
        table_turn(&t, false);
        while (!asked && t.game.cards[t.game.card_count - 1].activity != sibling) {
            assert_int_not_equal(table_activity(&t, t.game.card_count - 1)->scenario, scenario);
            assert_true(t.game.card_count - 1 < miss + SIBLING_LAST);
            table_turn(&t, true);
        }
        if (!asked) {
            int after = t.game.card_count - 1 - miss;
            assert_true(after >= SIBLING_FIRST);
            assert_int_equal(game_card(&t.game)->missed_card, miss);
            seen[after] = true;
        }
        table_free(&t);
    }
    assert_true(seen[SIBLING_FIRST] && seen[SIBLING_LAST]);
}

static void the_same_seed_picks_the_same(void **state)
{
    (void)state;
    int differ = 0;
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct table one, other;
        table_init(&one, fixture_bank());
        table_init(&other, fixture_bank());
        table_start(&one, MODE_PRACTICE, 12, seed);
        table_start(&other, MODE_PRACTICE, 12, seed);
        for (int i = 0; i < 11; i++) {
            table_turn(&one, i % 4 > 0);
            table_turn(&other, i % 4 > 0);
            assert_int_equal(game_card(&one.game)->activity, game_card(&other.game)->activity);
        }
        table_free(&other);
        table_init(&other, fixture_bank());
        table_start(&other, MODE_PRACTICE, 12, seed + 1000);
        differ += one.game.cards[0].activity != other.game.cards[0].activity;
        table_free(&one);
        table_free(&other);
    }
    assert_true(differ > 5);
}

static void nothing_left_is_minus_one(void **state)
{
    (void)state;
    struct table t;
    struct rng rng = rng_seeded(1);
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 12, 1);
    memcpy(t.game.rules.settings, "nowhere", sizeof "nowhere");
    int due = 7;
    assert_int_equal(pick_next(&t.game, t.bank, &t.history, &rng, &due), -1);
    assert_int_equal(due, -1);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_runs_ask_everything_once_the_preferred_first),
        cmocka_unit_test(a_lone_miss_brings_its_sibling_three_or_four_cards_later),
        cmocka_unit_test(the_same_seed_picks_the_same),
        cmocka_unit_test(nothing_left_is_minus_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
