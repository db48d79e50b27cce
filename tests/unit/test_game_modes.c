/* Climb, sprint, the clue question and the rule of a new principle: what sets the modes apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/plan.h"
#include "game_fixture.h"
#include "seed.h"

enum { SPRINT_MS = 60 * 1000, STEP = 5 };

/* --- climb ---------------------------------------------------------------------------------- */

/* Twelve scenarios of four activities a level. */
static struct bank *bank_of_levels(void)
{
    struct draft d = fixture_draft(4);
    for (int i = 0; i < 12 * BANK_LEVEL_MAX; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i % 4, 1 + i % BANK_LEVEL_MAX, "food", "smsm");
    }
    return fixture_finish(&d);
}

static int level_of_open(const struct table *t)
{
    return t->bank->scenarios[t->bank->activities[game_card(&t->game)->activity].scenario].level;
}

static void a_climb_rises_with_every_five_right(void **state)
{
    (void)state;
    struct table t;
    int right = 0;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_CLIMB, 0, 3);
    assert_int_equal(game_length(&t.game), 0);
    for (int i = 0; i < 25; i++) {
        int level = 1 + right / STEP;
        assert_int_equal(level_of_open(&t), level < BANK_LEVEL_MAX ? level : BANK_LEVEL_MAX);
        bool hit = i != 2 && i != 9;
        table_turn(&t, hit);
        right += hit;
    }
    assert_int_equal(game_lives(&t.game, t.bank), 1);
    assert_int_equal(t.game.rules.level, 0); /* what the player chose stays as it was */
    table_free(&t);
}

static void a_level_with_nothing_left_gives_way(void **state)
{
    (void)state;
    struct table t;
    struct draft d = fixture_draft(1);
    fixture_scenario(&d, "one", 0, 2, "food", "sm");
    table_init(&t, fixture_finish(&d));
    table_start(&t, MODE_CLIMB, 0, 3);
    table_turn(&t, true);
    table_turn(&t, true);
    assert_string_equal(t.game.pending.note, "done");
    table_free(&t);
}

static void miss_three(struct table *t)
{
    table_init(t, bank_of_levels());
    table_start(t, MODE_CLIMB, 0, 5);
    table_turn(t, true);
    table_turn(t, false);
    table_turn(t, false);
    assert_int_equal(game_lives(&t->game, t->bank), 1);
    table_answer(t, false, true);
    assert_int_equal(game_lives(&t->game, t->bank), 0);
    assert_int_equal(t->game.phase, PHASE_VERDICT); /* the third miss is explained too */
}

static void a_climb_ends_at_the_third_miss(void **state)
{
    (void)state;
    struct table t;
    miss_three(&t);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_RECORD);
    assert_string_equal(t.game.pending.note, "done");
    table_move(&t, MOVE_STORED);
    assert_false(t.game.quit || t.game.shortage);
    assert_int_equal(game_net(&t.game, t.bank), -2);
    table_free(&t);
}

static void leaving_at_the_third_miss_is_an_end_and_no_quitting(void **state)
{
    (void)state;
    struct table t;
    miss_three(&t);
    table_move(&t, MOVE_END);
    assert_string_equal(t.game.pending.note, "done");
    assert_false(t.game.quit);
    table_free(&t);
}

static void a_struck_miss_gives_its_life_back(void **state)
{
    (void)state;
    struct table t;
    miss_three(&t);
    table_move(&t, MOVE_STRIKE);
    table_move(&t, MOVE_STORED);
    assert_int_equal(game_lives(&t.game, t.bank), 1);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_REDRAW);
    assert_int_equal(t.game.phase, PHASE_CARD);
    table_turn(&t, false);
    assert_string_equal(t.game.pending.note, "done");
    table_free(&t);
}

static void a_streak_passes_struck_answers_over(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_CLIMB, 0, 5);
    assert_int_equal(game_streak(&t.game, t.bank), 0);
    table_turn(&t, false);
    table_turn(&t, true);
    table_turn(&t, true);
    assert_int_equal(game_streak(&t.game, t.bank), 2);
    table_answer(&t, false, true);
    assert_int_equal(game_streak(&t.game, t.bank), 0);
    table_move(&t, MOVE_STRIKE);
    table_move(&t, MOVE_STORED);
    assert_int_equal(game_streak(&t.game, t.bank), 2);
    table_free(&t);
}

/* --- sprint --------------------------------------------------------------------------------- */

/* Time passes while a card lies open; then it is answered. */
static unsigned answer_after(struct table *t, int64_t ms, bool right)
{
    enum side keyed = table_keyed(t);
    t->now.mono_ms += ms - 1000; /* the table's own second comes on top */
    return table_apply(t, &(struct move){.kind = MOVE_ANSWER,
                                         .choice = right ? keyed : side_other(keyed),
                                         .sure = true});
}

static void a_sprint_lasts_as_long_as_cards_lie_open(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_SPRINT, 0, 5);
    assert_true(game_deadline(&t.game) == t.now.mono_ms + SPRINT_MS);
    answer_after(&t, 20 * 1000, true);
    assert_true(game_deadline(&t.game) == GAME_NO_DEADLINE);
    t.now.mono_ms += 3600 * 1000; /* a slow disk takes nothing from the player */
    table_move(&t, MOVE_STORED);
    assert_int_equal(t.game.phase, PHASE_CARD); /* no verdict in between */
    assert_true(game_deadline(&t.game) == t.now.mono_ms + SPRINT_MS - 20 * 1000);
    answer_after(&t, 39999, false);
    table_move(&t, MOVE_STORED);
    assert_true(game_deadline(&t.game) == t.now.mono_ms + 1);
    assert_false(game_expired(&t.game, t.now));
    table_free(&t);
}

static void when_time_is_up_the_open_card_stays_unanswered(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_SPRINT, 0, 5);
    for (int i = 0; i < 3; i++) {
        answer_after(&t, 10 * 1000, i > 0);
        table_move(&t, MOVE_STORED);
    }
    t.now.mono_ms += 28 * 1000;
    assert_int_equal(table_move(&t, MOVE_TICK), EFFECT_NONE);
    assert_int_equal(answer_after(&t, 1000, true), EFFECT_RECORD); /* late by nothing at all */
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_string_equal(t.game.pending.note, "done");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    assert_true(t.game.time_up);
    assert_false(t.game.quit);
    assert_false(game_card(&t.game)->answered);
    assert_int_equal(game_answered(&t.game), 3);
    assert_int_equal(game_net(&t.game, t.bank), 1);
    table_free(&t);
}

static void the_tick_at_the_deadline_ends_a_sprint(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_SPRINT, 0, 5);
    t.now.mono_ms = game_deadline(&t.game) - 1000;
    assert_int_equal(table_move(&t, MOVE_TICK), EFFECT_REDRAW | EFFECT_END);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_int_equal(t.game.sequence, 0); /* nothing was answered: nothing to keep */
    table_free(&t);
}

static void ending_a_sprint_too_late_is_no_quitting(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_SPRINT, 0, 5);
    answer_after(&t, 1000, true);
    table_move(&t, MOVE_STORED);
    t.now.mono_ms += SPRINT_MS;
    table_move(&t, MOVE_END);
    assert_string_equal(t.game.pending.note, "done");
    assert_true(t.game.time_up && !t.game.quit);
    table_free(&t);
}

static void nothing_of_a_sprint_counts_or_can_be_struck(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, bank_of_levels());
    table_start(&t, MODE_SPRINT, 0, 5);
    answer_after(&t, 1000, true);
    table_move(&t, MOVE_STORED);
    struct graded graded = game_graded(&t.game, t.bank, game_judged(&t.game));
    assert_int_equal(score_counts(&graded), 0);
    assert_null(game_strikable(&t.game));
    assert_int_equal(table_move(&t, MOVE_STRIKE), EFFECT_REDRAW | EFFECT_BELL);
    assert_int_equal(t.game.notice, NOTICE_NO_STRIKING);
    table_free(&t);
}

/* --- what gave it away? --------------------------------------------------------------------- */

static void right_answers_are_asked_about_once_in_three(void **state)
{
    (void)state;
    enum { RUNS = 400, CARDS = 12 };
    struct table t;
    struct rng rng = rng_for_test();
    int asked = 0, right = 0;
    table_init(&t, bank_of_levels());
    table_lengthen(&t);
    for (int run = 0; run < RUNS; run++) {
        t.stops_at_rules = false;
        table_start(&t, MODE_CLIMB, CARDS, rng_next(&rng));
        t.stops_at_rules = true;
        while (t.game.phase == PHASE_CARD) {
            bool hit = rng_below(&rng, 4);
            table_answer(&t, hit, true);
            asked += t.game.phase == PHASE_CLUE;
            right += hit;
            if (!hit)
                assert_int_equal(t.game.phase, PHASE_VERDICT);
            while (t.game.phase == PHASE_CLUE || t.game.phase == PHASE_VERDICT)
                table_move(&t, MOVE_NEXT);
        }
    }
    /* 1 in 3 of the cards that can be asked about (half of the shipped bank's), give or take four
     * standard errors */
    double share = (double)asked / right, error = 0.471 / 45; /* sqrt(2 / 9), some 2000 answers */
    assert_true(right > 2000);
    assert_true(share > 1.0 / 3 - 4 * error && share < 1.0 / 3 + 4 * error);
    table_free(&t);
}

static void a_choice_is_kept_and_leads_to_the_verdict(void **state)
{
    (void)state;
    for (int item = -1; item <= CLUE_PIECES; item++) {
        struct table t;
        table_init(&t, fixture_bank());
        table_start_at(&t, PHASE_CLUE);
        int card = t.game.clue_card;
        assert_int_equal(card, t.game.card_count - 1);
        assert_int_equal(t.game.clue_choice, -1);
        bool there = item >= 0 && item < CLUE_PIECES;
        struct move move = {.kind = MOVE_CLUE, .item = item};
        assert_int_equal(table_apply(&t, &move), there ? EFFECT_REDRAW : EFFECT_BELL);
        assert_int_equal(t.game.phase, there ? PHASE_VERDICT : PHASE_CLUE);
        assert_int_equal(t.game.clue_choice, there ? item : -1);
        if (there) { /* once only */
            assert_int_equal(table_apply(&t, &move), EFFECT_BELL);
            assert_int_equal(t.game.clue_card, card);
        }
        table_free(&t);
    }
}

static void passing_the_question_leads_to_the_verdict_too(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start_at(&t, PHASE_CLUE);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_REDRAW);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    assert_int_equal(t.game.clue_choice, -1);
    int sequence = t.game.sequence;
    table_free(&t);
    assert_int_equal(sequence, 1); /* what gave it away is not kept in the log */
}

static void who_wants_no_clue_questions_gets_the_same_cards_without(void **state)
{
    (void)state;
    struct table with, without;
    table_init(&with, bank_of_levels());
    table_init(&without, bank_of_levels());
    table_lengthen(&with);
    table_lengthen(&without);
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct rules rules = rules_default(MODE_PRACTICE);
        table_start(&with, MODE_PRACTICE, 0, seed);
        rules.no_clues = true;
        without.stops_at_rules = false;
        game_start(&without.game, &rules, seed, NULL, 0, without.bank, &without.history,
                   without.now);
        table_pass(&without);
        while (with.game.phase == PHASE_CARD) {
            assert_int_equal(game_card(&with.game)->activity, game_card(&without.game)->activity);
            table_turn(&with, true);
            without.stops_at_rules = true; /* a clue question would stay */
            table_answer(&without, true, true);
            assert_int_equal(without.game.phase, PHASE_VERDICT);
            without.stops_at_rules = false;
            table_move(&without, MOVE_NEXT);
        }
    }
    table_free(&with);
    table_free(&without);
}

/* --- the rule of a new principle ------------------------------------------------------------ */

static void a_new_principle_shows_its_rule_once(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct table t;
        bool shown[4] = {false};
        table_init(&t, fixture_bank());
        shown[1] = true; /* met in an earlier run */
        history_add(&t.history, (struct past){.activity = bank_find_activity(t.bank, "web/a0")});
        t.stops_at_rules = true;
        table_start(&t, MODE_PRACTICE, 19, seed);
        while (t.game.phase != PHASE_STORING) {
            int principle = table_activity(&t, t.game.card_count - 1)->principle;
            assert_int_equal(t.game.phase == PHASE_PRINCIPLE, !shown[principle]);
            assert_int_equal(game_card(&t.game)->introduced, !shown[principle]);
            shown[principle] = true;
            if (t.game.phase == PHASE_PRINCIPLE)
                table_move(&t, MOVE_NEXT);
            table_answer(&t, true, true);
            if (t.game.phase == PHASE_CLUE)
                table_move(&t, MOVE_NEXT);
            table_move(&t, MOVE_NEXT);
        }
        for (int i = 0; i < 4; i++)
            assert_true(shown[i]);
        table_free(&t);
    }
}

static void reading_the_rule_is_no_time_on_the_card(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start_at(&t, PHASE_PRINCIPLE);
    t.now.mono_ms += 5 * 60 * 1000;
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_REDRAW);
    table_answer(&t, true, true);
    assert_int_equal(t.game.cards[0].elapsed_ms, 1000);
    table_free(&t);
}

static void only_practice_introduces_and_never_over_given_cards(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_PRACTICE);
    int plan[] = {0, 3};
    table_init(&t, fixture_bank());
    t.stops_at_rules = true;
    game_start(&t.game, &rules, 1, plan, 2, t.bank, &t.history, t.now);
    assert_int_equal(t.game.phase, PHASE_CARD);
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        table_start(&t, (enum mode)mode, 0, 1);
        assert_int_equal(t.game.phase == PHASE_PRINCIPLE, mode == MODE_PRACTICE);
    }
    table_free(&t);
}

static void leaving_at_the_first_rule_leaves_no_trace(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start_at(&t, PHASE_PRINCIPLE);
    assert_int_equal(table_move(&t, MOVE_END), EFFECT_REDRAW | EFFECT_END);
    assert_int_equal(t.game.sequence, 0);
    table_free(&t);
}

/* --- banks that have nothing for a mode ----------------------------------------------------- */

static void what_a_bank_has_nothing_for_is_known_before(void **state)
{
    (void)state;
    struct table t;
    struct draft d = fixture_draft(1);
    fixture_scenario(&d, "one", 0, 2, "food", "sm");
    fixture_scenario(&d, "two", 0, 2, "events", "sm");
    table_init(&t, fixture_finish(&d));
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        struct rules rules = rules_default((enum mode)mode);
        rules.day = 20000;
        assert_int_equal(plan_possible(&rules, t.bank, &t.history), mode != MODE_SORT);
        memcpy(rules.settings, "trade", sizeof "trade");
        if (mode != MODE_TODAY) /* the same for everybody */
            assert_false(plan_possible(&rules, t.bank, &t.history));
    }
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_climb_rises_with_every_five_right),
        cmocka_unit_test(a_level_with_nothing_left_gives_way),
        cmocka_unit_test(a_climb_ends_at_the_third_miss),
        cmocka_unit_test(leaving_at_the_third_miss_is_an_end_and_no_quitting),
        cmocka_unit_test(a_struck_miss_gives_its_life_back),
        cmocka_unit_test(a_streak_passes_struck_answers_over),
        cmocka_unit_test(a_sprint_lasts_as_long_as_cards_lie_open),
        cmocka_unit_test(when_time_is_up_the_open_card_stays_unanswered),
        cmocka_unit_test(the_tick_at_the_deadline_ends_a_sprint),
        cmocka_unit_test(ending_a_sprint_too_late_is_no_quitting),
        cmocka_unit_test(nothing_of_a_sprint_counts_or_can_be_struck),
        cmocka_unit_test(right_answers_are_asked_about_once_in_three),
        cmocka_unit_test(a_choice_is_kept_and_leads_to_the_verdict),
        cmocka_unit_test(passing_the_question_leads_to_the_verdict_too),
        cmocka_unit_test(who_wants_no_clue_questions_gets_the_same_cards_without),
        cmocka_unit_test(a_new_principle_shows_its_rule_once),
        cmocka_unit_test(reading_the_rule_is_no_time_on_the_card),
        cmocka_unit_test(only_practice_introduces_and_never_over_given_cards),
        cmocka_unit_test(leaving_at_the_first_rule_leaves_no_trace),
        cmocka_unit_test(what_a_bank_has_nothing_for_is_known_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
