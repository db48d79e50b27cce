/* The board: cards placed, taken back, and judged and stored one by one when all have a side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/game_board.h"
#include "core/game_resume.h"
#include "scene_fixture.h"

enum { SEED = 3 };

static void lay_out(struct table *t)
{
    table_init(t, fixture_bank());
    table_start(t, MODE_SORT, 0, SEED);
    assert_int_equal(t->game.phase, PHASE_BOARD);
    assert_int_equal(t->game.card_count, t->game.plan_count);
    assert_true(t->game.card_count >= 4);
}

static unsigned place(struct table *t, int card, enum side side, bool unsure)
{
    struct move move = {.kind = MOVE_PLACE};
    move.placing[card] = (struct placing){.placed = true, .side = side, .unsure = unsure};
    return table_apply(t, &move);
}

/* Puts every card to its side, the first one wrong. */
static void place_all(struct table *t)
{
    struct move move = {.kind = MOVE_PLACE};
    for (int i = 0; i < t->game.card_count; i++) {
        enum side keyed = table_activity(t, i)->side;
        move.placing[i] = (struct placing){
            .placed = true, .side = i ? keyed : side_other(keyed), .unsure = i == 1};
    }
    assert_int_equal(table_apply(t, &move), EFFECT_REDRAW);
    assert_int_equal(game_board_placed(&t->game), t->game.card_count);
}

static void cards_are_placed_moved_and_taken_back(void **state)
{
    (void)state;
    struct table t;
    lay_out(&t);
    assert_int_equal(place(&t, 2, SIDE_SALES, true), EFFECT_REDRAW);
    assert_int_equal(t.game.cards[2].choice, SIDE_SALES);
    assert_false(t.game.cards[2].sure);
    assert_int_equal(t.game.cards[2].elapsed_ms, 1000);
    place(&t, 2, SIDE_MARKETING, false);
    assert_int_equal(t.game.cards[2].choice, SIDE_MARKETING);
    assert_true(t.game.cards[2].sure);
    assert_int_equal(game_board_placed(&t.game), 1);
    place(&t, 2, SIDE_NONE, false);
    assert_int_equal(game_board_placed(&t.game), 0);
    assert_int_equal(t.game.sequence, 0); /* nothing is kept before it is judged */
    assert_int_equal(table_move(&t, MOVE_PLACE), EFFECT_BELL);
    assert_int_equal(place(&t, GAME_BOARD_MAX - 1, SIDE_SALES, false), EFFECT_BELL); /* no card */
    table_free(&t);
}

static void a_board_is_judged_only_when_all_are_placed(void **state)
{
    (void)state;
    struct table t;
    lay_out(&t);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_REDRAW | EFFECT_BELL);
    assert_int_equal(t.game.notice, NOTICE_UNPLACED);
    place_all(&t);
    assert_int_equal(t.game.notice, NOTICE_PLACED);
    place(&t, 3, SIDE_NONE, false);
    table_move(&t, MOVE_NEXT);
    assert_int_equal(t.game.notice, NOTICE_UNPLACED);
    assert_int_equal(t.game.sequence, 0);
    table_free(&t);
}

static void every_card_is_an_event_of_its_own(void **state)
{
    (void)state;
    struct table t;
    lay_out(&t);
    place_all(&t);
    int count = t.game.card_count;
    unsigned effects = table_move(&t, MOVE_NEXT);
    for (int i = 0; i < count; i++) {
        assert_int_equal(effects, EFFECT_RECORD);
        assert_int_equal(t.game.pending.kind, EVENT_ANSWER);
        assert_int_equal(t.game.pending.card, i);
        assert_int_equal(t.game.pending.sequence, i + 1);
        assert_int_equal(game_answered(&t.game), i);
        effects = table_move(&t, MOVE_STORED);
    }
    assert_int_equal(effects, EFFECT_RECORD);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_string_equal(t.game.pending.note, "done");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    assert_int_equal(game_misses(&t.game, t.bank), 1);
    assert_false(t.game.cards[1].sure);
    assert_false(t.game.quit || t.game.shortage);
    table_free(&t);
}

/* Judges the board; storing its third card fails. */
static void fail_at_the_third(struct table *t)
{
    lay_out(t);
    place_all(t);
    table_move(t, MOVE_NEXT);
    table_move(t, MOVE_STORED);
    table_move(t, MOVE_STORED);
    assert_int_equal(table_move(t, MOVE_NOT_STORED), EFFECT_REDRAW);
    assert_int_equal(t->game.phase, PHASE_NOT_STORED);
    assert_int_equal(game_answered(&t->game), 2);
}

static void storing_goes_on_where_it_failed(void **state)
{
    (void)state;
    struct table t;
    fail_at_the_third(&t);
    assert_int_equal(table_move(&t, MOVE_RETRY), EFFECT_RECORD);
    assert_int_equal(t.game.pending.card, 2);
    assert_int_equal(t.game.pending.sequence, 3);
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_RECORD);
    assert_int_equal(t.game.pending.sequence, 4);
    while (t.game.phase == PHASE_STORING)
        table_move(&t, MOVE_STORED);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_int_equal(game_answered(&t.game), t.game.card_count);
    assert_false(t.game.unsaved);
    table_free(&t);
}

static void going_on_unsaved_judges_the_rest(void **state)
{
    (void)state;
    struct table t;
    fail_at_the_third(&t);
    assert_int_equal(table_move(&t, MOVE_UNSAVED), EFFECT_RECORD);
    while (t.game.phase == PHASE_STORING)
        table_move(&t, MOVE_STORED);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_true(t.game.unsaved);
    table_free(&t);
}

static void what_is_stored_stays_when_a_board_is_resumed(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_SORT);
    struct event events[GAME_BOARD_MAX];
    char names[GAME_BOARD_MAX][64];
    fail_at_the_third(&t);
    for (int i = 0; i < 2; i++) {
        const struct card *card = &t.game.cards[i];
        snprintf(names[i], sizeof names[i], "test:%s", table_activity(&t, i)->ref);
        events[i] = (struct event){.sequence = i + 1,
                                   .kind = EVENT_ANSWER,
                                   .activity = names[i],
                                   .choice = card->choice,
                                   .sure = card->sure,
                                   .elapsed_ms = card->elapsed_ms};
    }
    struct game was = t.game;
    game_start(&t.game, &rules, SEED, was.plan, was.plan_count, t.bank, &t.history, t.now);
    game_resume(&t.game, t.bank, &t.history, events, 2, 0, t.now);
    assert_int_equal(t.game.phase, PHASE_BOARD);
    assert_int_equal(game_board_placed(&t.game), 2);
    for (int i = 0; i < 2; i++) {
        assert_true(t.game.cards[i].answered);
        assert_int_equal(t.game.cards[i].choice, was.cards[i].choice);
        assert_int_equal(t.game.cards[i].sure, was.cards[i].sure);
        assert_int_equal(t.game.cards[i].elapsed_ms, was.cards[i].elapsed_ms);
        assert_int_equal(place(&t, i, side_other(was.cards[i].choice), false), EFFECT_BELL);
    }
    table_move(&t, MOVE_NEXT);
    assert_int_equal(t.game.notice, NOTICE_UNPLACED);
    place_all(&t);
    assert_int_equal(table_move(&t, MOVE_NEXT), EFFECT_RECORD);
    assert_int_equal(t.game.pending.card, 2);
    assert_int_equal(t.game.pending.sequence, 3);
    table_free(&t);
}

static void a_board_left_early_judges_nothing(void **state)
{
    (void)state;
    struct table t;
    lay_out(&t);
    place_all(&t);
    place(&t, 0, SIDE_NONE, false);
    assert_int_equal(table_move(&t, MOVE_END), EFFECT_REDRAW | EFFECT_END);
    assert_true(t.game.quit);
    assert_int_equal(game_answered(&t.game), 0);
    assert_int_equal(t.game.sequence, 0);
    table_free(&t);
}

/* A log that anybody may have written can name more cards than a board has room for. */
static void a_board_takes_no_more_cards_than_it_has_room_for(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_SORT);
    int plan[GAME_BOARD_MAX + 4];
    table_init(&t, fixture_bank());
    for (int i = 0; i < (int)ARRAY_LEN(plan); i++)
        plan[i] = i;
    game_start(&t.game, &rules, SEED, plan, ARRAY_LEN(plan), t.bank, &t.history, t.now);
    assert_int_equal(t.game.card_count, GAME_BOARD_MAX);
    assert_int_equal(game_length(&t.game), GAME_BOARD_MAX);
    struct scene scene = scene_of(&t);
    scene.cursor.selected = t.game.card_count - 1;
    struct intent intent = do_action(&scene, ACTION_SALES);
    assert_int_equal(intent.move.kind, MOVE_PLACE);
    assert_true(intent.move.placing[GAME_BOARD_MAX - 1].placed);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_are_placed_moved_and_taken_back),
        cmocka_unit_test(a_board_is_judged_only_when_all_are_placed),
        cmocka_unit_test(every_card_is_an_event_of_its_own),
        cmocka_unit_test(storing_goes_on_where_it_failed),
        cmocka_unit_test(going_on_unsaved_judges_the_rest),
        cmocka_unit_test(what_is_stored_stays_when_a_board_is_resumed),
        cmocka_unit_test(a_board_left_early_judges_nothing),
        cmocka_unit_test(a_board_takes_no_more_cards_than_it_has_room_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
