/* The state machine: what each phase allows, and how a run goes on and ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "game_fixture.h"

static const char *const phase_names[] = {"intro",      "principle", "card",    "board", "storing",
                                          "not stored", "clue",      "verdict", "rule",  "result"};

/* Plays a fresh run until it is in this phase. */
static void bring_to(struct table *t, enum phase phase)
{
    bool first = phase == PHASE_INTRO || phase == PHASE_RULE;
    table_init(t, fixture_bank());
    table_start(t, first ? MODE_FIRST : MODE_PRACTICE, 0, 3);
    if (phase == PHASE_RULE) {
        table_move(t, MOVE_NEXT);
        while (t->game.phase == PHASE_CARD)
            table_answer(t, true, true);
    } else if (phase == PHASE_PRINCIPLE || phase == PHASE_BOARD || phase == PHASE_CLUE) {
        table_start_at(t, phase);
    } else if (phase != PHASE_INTRO) {
        table_turn(t, false); /* so that there is something to strike out */
    }
    if (phase == PHASE_VERDICT)
        table_answer(t, true, true);
    if (phase == PHASE_STORING || phase == PHASE_NOT_STORED)
        table_answer_unstored(t, true, true);
    if (phase == PHASE_NOT_STORED)
        table_move(t, MOVE_NOT_STORED);
    if (phase == PHASE_RESULT) {
        table_move(t, MOVE_END);
        table_move(t, MOVE_STORED);
    }
    if (t->game.phase != phase)
        fail_msg("cannot bring a run to phase %s", phase_names[phase]);
}

static void each_phase_allows_what_it_allows_and_nothing_else(void **state)
{
    (void)state;
    static const unsigned allowed[] = {
        [PHASE_INTRO] = 1 << MOVE_NEXT | 1 << MOVE_END,
        [PHASE_PRINCIPLE] = 1 << MOVE_NEXT | 1 << MOVE_END,
        [PHASE_BOARD] = 1 << MOVE_NEXT | 1 << MOVE_PLACE | 1 << MOVE_END,
        [PHASE_CLUE] = 1 << MOVE_NEXT | 1 << MOVE_CLUE | 1 << MOVE_END,
        [PHASE_CARD] = 1 << MOVE_ANSWER | 1 << MOVE_STRIKE | 1 << MOVE_FLAG | 1 << MOVE_END,
        [PHASE_STORING] = 1 << MOVE_STORED | 1 << MOVE_NOT_STORED,
        [PHASE_NOT_STORED] = 1 << MOVE_RETRY | 1 << MOVE_UNSAVED,
        [PHASE_VERDICT] = 1 << MOVE_NEXT | 1 << MOVE_STRIKE | 1 << MOVE_FLAG | 1 << MOVE_END,
        [PHASE_RULE] = 1 << MOVE_NEXT | 1 << MOVE_END,
        [PHASE_RESULT] = 0,
    };
    for (int phase = PHASE_INTRO; phase <= PHASE_RESULT; phase++) {
        for (int kind = 0; kind < MOVE_KINDS; kind++) {
            struct table t;
            struct game before;
            bring_to(&t, (enum phase)phase);
            t.game.notice = NOTICE_NONE;
            t.game.notice_card = -1;
            memcpy(&before, &t.game, sizeof before);
            struct move move = {.kind = (enum move_kind)kind, .placing[0].placed = true};
            unsigned effects = table_apply(&t, &move);
            bool changed = memcmp(&before, &t.game, sizeof before) != 0;
            bool expected = allowed[phase] >> kind & 1;
            bool silent = kind == MOVE_TICK && phase != PHASE_STORING && phase != PHASE_NOT_STORED;
            if (changed != expected || (!silent && (effects == EFFECT_BELL) == expected) ||
                (silent && effects != EFFECT_NONE))
                fail_msg("move %d in phase %s: effects %u, %s", kind, phase_names[phase], effects,
                         changed ? "changed" : "unchanged");
            table_free(&t);
        }
    }
}

static void an_answer_must_name_a_side(void **state)
{
    (void)state;
    struct table t;
    bring_to(&t, PHASE_CARD);
    struct move move = {.kind = MOVE_ANSWER, .choice = SIDE_NONE};
    assert_int_equal(table_apply(&t, &move), EFFECT_BELL);
    assert_int_equal(t.game.phase, PHASE_CARD);
    table_free(&t);
}

static void no_verdict_before_the_answer_is_stored(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 1);
    assert_int_equal(table_answer_unstored(&t, true, false), EFFECT_RECORD);
    assert_int_equal(t.game.phase, PHASE_STORING);
    assert_false(game_card(&t.game)->answered);
    assert_int_equal(t.game.pending.kind, EVENT_ANSWER);
    assert_int_equal(t.game.pending.sequence, 1);
    assert_int_equal(t.game.pending.card, 0);
    assert_int_equal(t.game.pending.utc_ms, t.now.utc_ms);
    assert_int_equal(t.game.pending.utc_offset_min, 60);
    assert_int_equal(game_card(&t.game)->elapsed_ms, 1000);
    assert_int_equal(table_move(&t, MOVE_NOT_STORED), EFFECT_REDRAW);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_BELL);
    assert_int_equal(table_move(&t, MOVE_RETRY), EFFECT_RECORD);
    assert_int_equal(t.game.phase, PHASE_STORING);
    assert_int_equal(t.game.pending.sequence, 1);
    assert_null(game_judged(&t.game));
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    assert_ptr_equal(game_judged(&t.game), game_card(&t.game));
    assert_false(t.game.cards[0].sure);
    assert_false(t.game.unsaved);
    table_free(&t);
}

static void going_on_unsaved_shows_the_verdict_and_is_remembered(void **state)
{
    (void)state;
    struct table t;
    bring_to(&t, PHASE_NOT_STORED);
    assert_int_equal(table_move(&t, MOVE_UNSAVED), EFFECT_REDRAW);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    assert_true(t.game.unsaved);
    table_move(&t, MOVE_NEXT);
    assert_int_equal(t.game.phase, PHASE_CARD);
    assert_true(t.game.unsaved);
    table_free(&t);
}

static void a_clock_set_back_makes_no_negative_time(void **state)
{
    (void)state;
    struct table t;
    bring_to(&t, PHASE_CARD);
    t.now.mono_ms -= 100000;
    table_answer(&t, true, true);
    assert_int_equal(t.game.cards[1].elapsed_ms, 0);
    table_free(&t);
}

static void quitting_before_any_answer_leaves_no_trace(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 0, 1);
    assert_int_equal(table_move(&t, MOVE_END), EFFECT_REDRAW | EFFECT_END);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_int_equal(t.game.sequence, 0);
    assert_true(t.game.quit);
    table_free(&t);
}

static void quitting_with_answers_is_stored(void **state)
{
    (void)state;
    struct table t;
    bring_to(&t, PHASE_CARD);
    assert_int_equal(table_move(&t, MOVE_END), EFFECT_RECORD);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_int_equal(t.game.pending.card, -1);
    assert_string_equal(t.game.pending.note, "quit");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_true(t.game.quit);
    assert_int_equal(game_answered(&t.game), 1);
    table_free(&t);
}

static void a_run_ends_at_its_length(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 9);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(t.game.phase, PHASE_CARD);
        assert_int_equal(game_answered(&t.game), i);
        table_turn(&t, true);
    }
    assert_int_equal(t.game.phase, PHASE_STORING);
    assert_string_equal(t.game.pending.note, "done");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    assert_false(t.game.quit || t.game.shortage);
    table_free(&t);
}

static void a_bank_that_is_too_small_ends_the_run(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 100, 9);
    while (t.game.phase == PHASE_CARD)
        table_turn(&t, true);
    table_move(&t, MOVE_STORED);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_true(t.game.shortage);
    assert_int_equal(game_answered(&t.game), 19); /* all but the dropped ones */
    table_free(&t);
}

static void nothing_to_ask_is_a_result_at_once(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_PRACTICE);
    table_init(&t, fixture_bank());
    memcpy(rules.settings, "nowhere", sizeof "nowhere");
    game_start(&t.game, &rules, 1, NULL, 0, t.bank, &t.history, t.now);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_null(game_card(&t.game));
    table_free(&t);
}

static void the_first_six_are_judged_only_at_the_end(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_FIRST, 0, 2);
    assert_int_equal(t.game.phase, PHASE_INTRO);
    assert_int_equal(game_length(&t.game), 6);
    table_move(&t, MOVE_NEXT);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(t.game.phase, PHASE_CARD);
        assert_int_equal(t.game.cards[i].sibling_card, -1);
        table_answer(&t, i % 2, true);
        assert_int_equal(t.game.due_count, 0);
    }
    assert_int_equal(t.game.phase, PHASE_RULE);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_RECORD);
    assert_string_equal(t.game.pending.note, "done");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    assert_false(t.game.quit || t.game.shortage);
    table_free(&t);
}

static void a_given_plan_is_asked_in_its_order_with_pairs(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_PRACTICE);
    table_init(&t, fixture_bank());
    int one = bank_find_activity(t.bank, "fair/a0"), apart = bank_find_activity(t.bank, "web/a1");
    int plan[] = {one, apart, bank_sibling(t.bank, one)};
    game_start(&t.game, &rules, 1, plan, 3, t.bank, &t.history, t.now);
    assert_int_equal(game_length(&t.game), 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(game_card(&t.game)->activity, plan[i]);
        assert_int_equal(game_card(&t.game)->sibling_card, i == 2 ? 0 : -1);
        table_answer(&t, false, true);
        if (i == 2)
            assert_ptr_equal(game_pair(&t.game, game_card(&t.game)), &t.game.cards[0]);
        else
            assert_null(game_pair(&t.game, game_card(&t.game)));
        table_move(&t, MOVE_NEXT);
    }
    assert_int_equal(t.game.due_count, 0);
    table_move(&t, MOVE_STORED);
    assert_false(t.game.shortage);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_phase_allows_what_it_allows_and_nothing_else),
        cmocka_unit_test(an_answer_must_name_a_side),
        cmocka_unit_test(no_verdict_before_the_answer_is_stored),
        cmocka_unit_test(going_on_unsaved_shows_the_verdict_and_is_remembered),
        cmocka_unit_test(a_clock_set_back_makes_no_negative_time),
        cmocka_unit_test(quitting_before_any_answer_leaves_no_trace),
        cmocka_unit_test(quitting_with_answers_is_stored),
        cmocka_unit_test(a_run_ends_at_its_length),
        cmocka_unit_test(a_bank_that_is_too_small_ends_the_run),
        cmocka_unit_test(nothing_to_ask_is_a_result_at_once),
        cmocka_unit_test(the_first_six_are_judged_only_at_the_end),
        cmocka_unit_test(a_given_plan_is_asked_in_its_order_with_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
