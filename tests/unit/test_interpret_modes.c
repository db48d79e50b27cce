/* What an input means on the board, at the clue question, at a clock, and when an exam is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene_fixture.h"

/* --- the board ------------------------------------------------------------------------------ */

/* Does an action and lets the game carry its move out. */
static struct intent act(struct table *t, struct scene *scene, enum action action)
{
    struct intent intent = do_action(scene, action);
    if (intent.want == WANT_MOVE)
        table_apply(t, &intent.move);
    return intent;
}

static void a_side_places_the_marked_card_and_marks_the_next(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    int count = t.game.card_count;
    scene.cursor.selected = 1;
    for (int i = 1; i <= count; i++) {
        int at = i % count;
        assert_int_equal(scene.cursor.selected, at);
        struct intent intent = act(&t, &scene, i % 2 ? ACTION_SALES : ACTION_MARKETING);
        assert_int_equal(intent.move.kind, MOVE_PLACE);
        for (int other = 0; other < GAME_BOARD_MAX; other++)
            assert_int_equal(intent.move.placing[other].placed, other == at);
        assert_int_equal(t.game.cards[at].choice, i % 2 ? SIDE_SALES : SIDE_MARKETING);
        assert_true(t.game.cards[at].sure);
    }
    assert_int_equal(scene.cursor.selected, 0); /* all placed: it stays where it is */
    table_free(&t);
}

static void the_same_side_again_takes_a_card_back(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    act(&t, &scene, ACTION_SALES);
    scene.cursor.selected = 0;
    act(&t, &scene, ACTION_SALES);
    assert_int_equal(t.game.cards[0].choice, SIDE_NONE);
    assert_int_equal(scene.cursor.selected, 0); /* to be placed anew */
    act(&t, &scene, ACTION_SALES);
    scene.cursor.selected = 0;
    act(&t, &scene, ACTION_MARKETING); /* the other side moves it over */
    assert_int_equal(t.game.cards[0].choice, SIDE_MARKETING);
    table_free(&t);
}

static void not_sure_holds_for_the_card_it_was_said_on(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    act(&t, &scene, ACTION_UNSURE);
    assert_true(scene.cursor.unsure);
    act(&t, &scene, ACTION_SALES);
    assert_false(t.game.cards[0].sure);
    assert_false(scene.cursor.unsure);
    act(&t, &scene, ACTION_UNSURE);
    act(&t, &scene, ACTION_DOWN);
    assert_false(scene.cursor.unsure);
    table_free(&t);
}

static void cards_of_a_board_are_marked_by_keys_and_numbers(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    int last = t.game.card_count - 1;
    act(&t, &scene, ACTION_UP);
    assert_int_equal(scene.cursor.selected, last);
    act(&t, &scene, ACTION_PAGE_UP);
    assert_int_equal(scene.cursor.selected, 0);
    struct input choose = {.kind = INPUT_ACTION, .action = ACTION_CHOOSE, .item = 2};
    assert_int_equal(interpret(&scene, &choose).want, WANT_REDRAW);
    assert_int_equal(scene.cursor.selected, 2);
    for (choose.item = -1; choose.item <= last + 1; choose.item += last + 2)
        assert_int_equal(interpret(&scene, &choose).want, WANT_NOTHING);
    assert_int_equal(scene.cursor.selected, 2);
    assert_int_equal(do_action(&scene, ACTION_NEXT).move.kind, MOVE_NEXT);
    assert_int_equal(do_action(&scene, ACTION_STRIKE).want, WANT_NOTHING);
    table_free(&t);
}

/* --- the clue question ---------------------------------------------------------------------- */

static struct intent choose_piece(struct scene *scene, int item)
{
    return interpret(scene,
                     &(struct input){.kind = INPUT_ACTION, .action = ACTION_CHOOSE, .item = item});
}

static void a_piece_is_chosen_by_number_or_from_the_list(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CLUE, true);
    struct scene scene = scene_of(&t);
    scene.cursor.selected = -1;
    struct intent intent = choose_piece(&scene, 2);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_CLUE);
    assert_int_equal(intent.move.item, 2);
    assert_int_equal(do_action(&scene, ACTION_DOWN).want, WANT_REDRAW);
    assert_int_equal(scene.cursor.selected, 0); /* the first */
    do_action(&scene, ACTION_DOWN);
    intent = do_action(&scene, ACTION_NEXT);
    assert_int_equal(intent.move.kind, MOVE_CLUE);
    assert_int_equal(intent.move.item, 1);
    table_free(&t);
}

static void enter_alone_passes_the_question(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CLUE, true);
    struct scene scene = scene_of(&t);
    scene.cursor.selected = -1;
    struct intent intent = do_action(&scene, ACTION_NEXT);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_NEXT);
    scene.lines = true;
    scene.cursor.selected = 0;
    assert_int_equal(do_action(&scene, ACTION_NEXT).move.kind, MOVE_NEXT);
    assert_int_equal(do_action(&scene, ACTION_QUIT).move.kind, MOVE_END);
    table_free(&t);
}

/* --- leaving an exam ------------------------------------------------------------------------ */

static void start_exam(struct table *t)
{
    table_init(t, fixture_bank());
    table_start(t, MODE_EXAM, 0, 3);
}

static void leaving_an_exam_asks_first(void **state)
{
    (void)state;
    struct table t;
    start_exam(&t);
    struct scene scene = scene_of(&t);
    assert_int_equal(do_action(&scene, ACTION_QUIT).want, WANT_DONE); /* nothing answered yet */
    table_answer(&t, true, true);
    assert_int_equal(do_action(&scene, ACTION_QUIT).want, WANT_REDRAW);
    assert_int_equal(scene.cursor.overlay, OVERLAY_LEAVE);
    assert_int_equal(scene_context(&scene), CONTEXT_LEAVING);
    assert_int_equal(do_action(&scene, ACTION_SALES).want, WANT_NOTHING);
    assert_int_equal(scene.cursor.overlay, OVERLAY_LEAVE);
    static const enum action back[] = {ACTION_NEXT, ACTION_QUIT};
    for (size_t i = 0; i < ARRAY_LEN(back); i++) {
        scene.cursor.overlay = OVERLAY_LEAVE;
        assert_int_equal(do_action(&scene, back[i]).want, WANT_REDRAW);
        assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    }
    table_free(&t);
}

static void an_exam_is_handed_in_or_paused(void **state)
{
    (void)state;
    struct table t;
    start_exam(&t);
    table_answer(&t, true, true);
    struct scene scene = scene_of(&t);
    do_action(&scene, ACTION_QUIT);
    assert_int_equal(do_action(&scene, ACTION_PAUSE).want, WANT_DONE);
    scene.cursor.overlay = OVERLAY_LEAVE;
    struct intent intent = do_action(&scene, ACTION_HAND_IN);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_END);
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    table_free(&t);
}

static void in_lines_an_exam_is_handed_in_at_once_where_nobody_is(void **state)
{
    (void)state;
    struct table t;
    start_exam(&t);
    table_answer(&t, true, true);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    do_action(&scene, ACTION_QUIT);
    assert_int_equal(scene.cursor.overlay, OVERLAY_LEAVE);
    do_action(&scene, ACTION_NEXT);
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    scene.at_end = true;
    struct intent intent = do_action(&scene, ACTION_QUIT);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_END);
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    table_free(&t);
}

/* --- the clock ------------------------------------------------------------------------------ */

static void a_clock_is_shown_or_hidden_where_there_is_one(void **state)
{
    (void)state;
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        struct table t;
        table_init(&t, fixture_bank());
        table_start(&t, (enum mode)mode, 0, 3);
        struct scene scene = scene_of(&t);
        bool timed = mode_info((enum mode)mode)->seconds > 0;
        assert_int_equal(do_action(&scene, ACTION_CLOCK).want, timed ? WANT_CLOCK : WANT_NOTHING);
        table_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_side_places_the_marked_card_and_marks_the_next),
        cmocka_unit_test(the_same_side_again_takes_a_card_back),
        cmocka_unit_test(not_sure_holds_for_the_card_it_was_said_on),
        cmocka_unit_test(cards_of_a_board_are_marked_by_keys_and_numbers),
        cmocka_unit_test(a_piece_is_chosen_by_number_or_from_the_list),
        cmocka_unit_test(enter_alone_passes_the_question),
        cmocka_unit_test(leaving_an_exam_asks_first),
        cmocka_unit_test(an_exam_is_handed_in_or_paused),
        cmocka_unit_test(in_lines_an_exam_is_handed_in_at_once_where_nobody_is),
        cmocka_unit_test(a_clock_is_shown_or_hidden_where_there_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
