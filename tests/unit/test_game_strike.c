/* Striking an answer out, and flagging a card. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "game_fixture.h"

/* A practice run whose first card was missed and is judged. */
static void missed_one(struct table *t)
{
    table_init(t, fixture_bank());
    table_start(t, MODE_PRACTICE, 3, 4);
    table_answer(t, false, true);
    assert_int_equal(t->game.due_count, 1);
}

static void store_strike(struct table *t)
{
    assert_int_equal(table_move(t, MOVE_STRIKE), EFFECT_RECORD);
    assert_int_equal(t->game.pending.kind, EVENT_STRIKE);
    assert_int_equal(table_move(t, MOVE_STORED), EFFECT_REDRAW);
    assert_int_equal(t->game.notice, NOTICE_STRUCK);
}

static void a_strike_at_the_verdict_takes_the_answer_and_its_sibling_back(void **state)
{
    (void)state;
    struct table t;
    missed_one(&t);
    store_strike(&t);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    assert_int_equal(t.game.notice_card, 0);
    assert_true(t.game.cards[0].struck);
    assert_int_equal(game_answered(&t.game), 0);
    assert_int_equal(game_misses(&t.game, t.bank), 0);
    table_move(&t, MOVE_NEXT);
    assert_int_equal(t.game.notice, NOTICE_NONE);
    for (int i = 1; i < 4; i++) { /* one more card than the run would have had */
        assert_int_equal(t.game.phase, PHASE_CARD);
        assert_int_equal(t.game.cards[i].sibling_card, -1);
        assert_int_not_equal(t.game.cards[i].activity, t.game.cards[0].activity);
        table_turn(&t, true);
    }
    assert_int_equal(t.game.pending.kind, EVENT_END);
    table_free(&t);
}

static void a_strike_at_the_next_card_means_the_one_before(void **state)
{
    (void)state;
    struct table t;
    missed_one(&t);
    table_move(&t, MOVE_NEXT);
    int open = game_card(&t.game)->activity;
    store_strike(&t);
    assert_int_equal(t.game.phase, PHASE_CARD);
    assert_true(t.game.cards[0].struck);
    assert_false(t.game.cards[1].struck);
    assert_int_equal(game_card(&t.game)->activity, open);
    table_free(&t);
}

static void only_the_last_answer_can_be_struck_and_only_once(void **state)
{
    (void)state;
    struct table t;
    missed_one(&t);
    assert_ptr_equal(game_strikable(&t.game), &t.game.cards[0]);
    table_move(&t, MOVE_STRIKE);
    table_move(&t, MOVE_NOT_STORED);
    assert_false(t.game.cards[0].struck);
    table_move(&t, MOVE_RETRY);
    table_move(&t, MOVE_STORED);
    assert_null(game_strikable(&t.game));
    assert_int_equal(table_move(&t, MOVE_STRIKE), EFFECT_REDRAW | EFFECT_BELL);
    assert_int_equal(t.game.notice, NOTICE_NOTHING_TO_STRIKE);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    table_move(&t, MOVE_NEXT);
    assert_int_equal(table_move(&t, MOVE_STRIKE), EFFECT_REDRAW | EFFECT_BELL);
    assert_int_equal(t.game.sequence, 2);
    table_free(&t);
}

static void nothing_is_struck_before_the_first_answer_or_among_the_first_six(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 4);
    assert_int_equal(table_move(&t, MOVE_STRIKE), EFFECT_REDRAW | EFFECT_BELL);
    table_start(&t, MODE_FIRST, 0, 4);
    table_move(&t, MOVE_NEXT);
    table_answer(&t, true, true);
    assert_int_equal(t.game.phase, PHASE_CARD);
    assert_null(game_strikable(&t.game));
    assert_int_equal(table_move(&t, MOVE_STRIKE) & EFFECT_RECORD, 0);
    assert_int_equal(game_answered(&t.game), 1);
    table_free(&t);
}

static void flag(struct table *t, bool previous, int card)
{
    enum phase before = t->game.phase;
    struct move move = {.kind = MOVE_FLAG, .previous = previous, .note = "unclear"};
    assert_int_equal(table_apply(t, &move), EFFECT_RECORD);
    assert_int_equal(t->game.pending.kind, EVENT_FLAG);
    assert_int_equal(t->game.pending.card, card);
    assert_string_equal(t->game.pending.note, "unclear");
    assert_false(t->game.cards[card].flagged);
    assert_int_equal(table_move(t, MOVE_STORED), EFFECT_REDRAW);
    assert_int_equal(t->game.phase, before);
    assert_int_equal(t->game.notice, NOTICE_FLAGGED);
    assert_int_equal(t->game.notice_card, card);
    assert_true(t->game.cards[card].flagged);
    t->game.cards[card].flagged = false;
}

static void a_flag_means_the_open_card_or_the_one_judged(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 3, 4);
    flag(&t, false, 0);
    flag(&t, true, 0); /* there is none before it */
    table_answer(&t, true, true);
    flag(&t, false, 0);
    flag(&t, true, 0);
    table_move(&t, MOVE_NEXT);
    flag(&t, false, 1);
    flag(&t, true, 0);
    table_free(&t);
}

static void a_flag_stays_on_a_struck_answer_and_counts_nothing(void **state)
{
    (void)state;
    struct table t;
    missed_one(&t);
    store_strike(&t);
    flag(&t, false, 0);
    assert_true(t.game.cards[0].struck);
    assert_int_equal(game_answered(&t.game), 0);
    assert_int_equal(t.game.sequence, 3);
    table_free(&t);
}

static void a_note_without_an_end_is_cut(void **state)
{
    (void)state;
    struct table t;
    struct move move = {.kind = MOVE_FLAG};
    missed_one(&t);
    memset(move.note, 'x', sizeof move.note);
    table_apply(&t, &move);
    assert_int_equal(strlen(t.game.pending.note), EVENT_NOTE_MAX);
    table_free(&t);
}

static void a_struck_half_makes_no_pair(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 12, 11);
    table_turn(&t, false);
    while (game_card(&t.game)->sibling_card < 0)
        table_turn(&t, true);
    assert_null(game_pair(&t.game, game_card(&t.game)));
    table_answer(&t, true, true);
    assert_ptr_equal(game_pair(&t.game, game_card(&t.game)), &t.game.cards[0]);
    store_strike(&t);
    assert_null(game_pair(&t.game, game_card(&t.game)));
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_strike_at_the_verdict_takes_the_answer_and_its_sibling_back),
        cmocka_unit_test(a_strike_at_the_next_card_means_the_one_before),
        cmocka_unit_test(only_the_last_answer_can_be_struck_and_only_once),
        cmocka_unit_test(nothing_is_struck_before_the_first_answer_or_among_the_first_six),
        cmocka_unit_test(a_flag_means_the_open_card_or_the_one_judged),
        cmocka_unit_test(a_flag_stays_on_a_struck_answer_and_counts_nothing),
        cmocka_unit_test(a_note_without_an_end_is_cut),
        cmocka_unit_test(a_struck_half_makes_no_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
