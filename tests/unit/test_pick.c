/* What comes next: properties of picking over many seeds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/evidence.h"
#include "core/pick.h"
#include "game_fixture.h"
#include "seed.h"

enum { SEEDS = 300, SIBLING_FIRST = 3, SIBLING_LAST = 4 };

/* What was known when the last card was dealt. */
struct before {
    struct game game;
    struct evidence *evidence;
};

static bool may_be_asked(const struct table *t, const struct game *before, int activity)
{
    if (!rules_allow(&t->game.rules, t->bank, activity))
        return false;
    for (int i = 0; i < before->card_count; i++)
        if (before->cards[i].activity == activity)
            return false;
    for (int i = 0; i < before->due_count; i++)
        if (t->bank->activities[before->due[i].activity].scenario ==
            t->bank->activities[activity].scenario)
            return false;
    return true;
}

static bool scenario_in_run(const struct table *t, const struct game *before, int scenario)
{
    for (int i = 0; i < before->card_count; i++)
        if (table_activity(t, i)->scenario == scenario)
            return true;
    return false;
}

static bool breaks_the_row(const struct table *t, const struct game *before, int activity)
{
    int same = 0;
    enum side side = t->bank->activities[activity].side;
    for (int i = before->card_count - 1; i >= 0 && table_activity(t, i)->side != side; i--)
        same++;
    return same >= 3;
}

static int answers_since_asked(const struct table *t, int activity)
{
    int since = 0;
    for (size_t i = t->history.len; i > 0 && t->history.items[i - 1].activity != activity; i--)
        since++;
    return since;
}

static int from_level(const struct table *t, const struct before *before, int activity)
{
    const struct activity *a = &t->bank->activities[activity];
    double value = before->evidence[a->principle].value;
    return abs(t->bank->scenarios[a->scenario].level - (value < 0.6 ? 1 : value < 0.8 ? 2 : 3));
}

/* Whether `one` is to be asked rather than `other`, an activity of the same principle. */
static bool preferred(const struct table *t, const struct before *before, int one, int other)
{
    const struct activity *a = &t->bank->activities[one], *b = &t->bank->activities[other];
    int sides = breaks_the_row(t, &before->game, one) - breaks_the_row(t, &before->game, other);
    int fresh = scenario_in_run(t, &before->game, b->scenario) -
                scenario_in_run(t, &before->game, a->scenario);
    int since = answers_since_asked(t, one) - answers_since_asked(t, other);
    int house = t->bank->scenarios[a->scenario].house - t->bank->scenarios[b->scenario].house;
    int level = from_level(t, before, other) - from_level(t, before, one);
    const int order[] = {sides, fresh, since, house, level};
    for (size_t i = 0; i < ARRAY_LEN(order); i++)
        if (order[i])
            return order[i] > 0;
    return false;
}

/* Whether the last card about a principle is a miss that calls for it now. */
static bool comes_back(const struct table *t, const struct game *before, int principle)
{
    int last = before->card_count - 1;
    while (last >= 0 && table_activity(t, last)->principle != principle)
        last--;
    if (last < 0 || before->cards[last].struck ||
        before->cards[last].choice == table_activity(t, last)->side)
        return false;
    for (int i = 0; i < before->due_count; i++)
        if (before->due[i].missed_card == last)
            return false;
    return before->card_count - last >= 3 && before->card_count - last <= 5;
}

static int met_in_run(const struct table *t, const struct before *before)
{
    int met = 0;
    for (int i = 0; i < t->bank->principle_count; i++)
        met += before->evidence[i].shown &&
               before->evidence[i].shown_in_run == before->evidence[i].shown;
    return met;
}

/* The number of the case a principle falls under, the lower the sooner it comes. */
static int case_of(const struct table *t, const struct before *before, int principle)
{
    const struct evidence *evidence = &before->evidence[principle];
    if (comes_back(t, &before->game, principle))
        return 2;
    if (!evidence->shown)
        return met_in_run(t, before) < 4 ? 3 : 5;
    return evidence->ago >= 3 ? 4 : 6;
}

/* Whether a principle is to be asked about rather than another. */
static bool called_for(const struct table *t, const struct before *before, int one, int other)
{
    const struct evidence *a = &before->evidence[one], *b = &before->evidence[other];
    int which = case_of(t, before, one);
    if (which != case_of(t, before, other))
        return which < case_of(t, before, other);
    if (which == 2)
        return a->missed_card < b->missed_card;
    if (which == 3 || which == 5)
        return one < other;
    if (which == 6)
        return a->ago > b->ago;
    return 1 - a->value + 0.01 * a->ago > 1 - b->value + 0.01 * b->ago;
}

static void check_as_preferred(const struct table *t, const struct before *before, int activity)
{
    int principle = t->bank->activities[activity].principle;
    assert_true(may_be_asked(t, &before->game, activity));
    for (int i = 0; i < t->bank->activity_count; i++) {
        if (!may_be_asked(t, &before->game, i))
            continue;
        int other = t->bank->activities[i].principle;
        if (other == principle ? preferred(t, before, i, activity)
                               : called_for(t, before, other, principle))
            fail_msg("card %d: activity %d of principle %d before %d of %d",
                     before->game.card_count, i, other, activity, principle);
    }
}

/* The card just dealt is a due sibling in its time, or as preferred as any other; a sibling comes
 * early only when there is no other. */
static void check_dealt(const struct table *t, const struct before *before)
{
    int at = t->game.card_count - 1;
    const struct card *card = &t->game.cards[at];
    bool in_time = false, was_due = false, others = false;
    for (int i = 0; i < before->game.due_count; i++) {
        in_time = in_time || before->game.due[i].at <= at;
        was_due = was_due || before->game.due[i].activity == card->activity;
    }
    for (int i = 0; i < t->bank->activity_count; i++)
        others = others || may_be_asked(t, &before->game, i);
    for (int i = 0; i < at; i++)
        assert_int_not_equal(t->game.cards[i].activity, card->activity);
    assert_true(rules_allow(&t->game.rules, t->bank, card->activity));
    assert_int_equal(was_due, card->sibling_card >= 0);
    assert_int_equal(was_due, in_time || !others);
    if (!was_due)
        check_as_preferred(t, before, card->activity);
    else if (others)
        assert_true(at - card->sibling_card >= SIBLING_FIRST);
}

static void add_some_past(struct table *t, struct rng *rng)
{
    uint32_t answers = rng_below(rng, 40);
    for (uint32_t i = 0; i < answers; i++) {
        int activity = (int)rng_below(rng, (uint32_t)t->bank->activity_count);
        enum side side = t->bank->activities[activity].side;
        history_add(&t->history,
                    (struct past){.activity = rng_below(rng, 9) ? activity : -1,
                                  .graded = {.keyed = side,
                                             .choice = rng_below(rng, 3) ? side : side_other(side),
                                             .sure = rng_below(rng, 2),
                                             .struck = rng_below(rng, 9) == 0,
                                             .mode = MODE_PRACTICE}});
    }
    for (int i = 0; i < t->bank->scenario_count; i++)
        t->bank->scenarios[i].house = rng_below(rng, 4) == 0;
}

/* Goes on to the next card and looks at what it is. */
static void next_checked(struct table *t)
{
    struct before before = {t->game, evidence_new(t->bank, &t->history, &t->game)};
    table_move(t, MOVE_NEXT);
    if (t->game.phase == PHASE_CARD)
        check_dealt(t, &before);
    free(before.evidence);
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
        table_pass(&t);
        int expected = rules_pool(&rules, t.bank);
        while (t.game.phase == PHASE_CARD) {
            table_answer(&t, rng_below(&rng, 4) >= (uint32_t)round % 4, rng_below(&rng, 3) > 0);
            next_checked(&t);
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
            assert_int_equal(game_card(&t.game)->sibling_card, miss);
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
