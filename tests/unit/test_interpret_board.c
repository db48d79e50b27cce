/* From input to meaning on the board and at the question about the clue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene_fixture.h"

/* Carries an intent out, as the loop does. */
static void carry_out(struct table *t, const struct intent *intent)
{
    assert_int_equal(intent->want, WANT_MOVE);
    table_apply(t, &intent->move);
}

static void act(struct table *t, struct scene *scene, enum action action)
{
    struct intent intent = do_action(scene, action);
    carry_out(t, &intent);
}

static struct intent type(struct scene *scene, const char *line)
{
    struct input input = input_from_line(line, scene_context(scene));
    return interpret(scene, &input);
}

static void a_side_is_given_and_taken_back(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    const struct card *cards = t.game.cards;
    act(&t, &scene, ACTION_SALES);
    assert_int_equal(cards[0].choice, SIDE_SALES);
    assert_true(cards[0].sure);
    assert_int_equal(scene.cursor.selected, 1); /* the next without a side */
    do_action(&scene, ACTION_UP);
    act(&t, &scene, ACTION_MARKETING); /* to the other side at once */
    assert_int_equal(cards[0].choice, SIDE_MARKETING);
    do_action(&scene, ACTION_UP);
    act(&t, &scene, ACTION_MARKETING);
    assert_int_equal(cards[0].choice, SIDE_NONE);
    assert_int_equal(scene.cursor.selected, 0);
    table_free(&t);
}

/* Before a card has its side the tag waits in the cursor; then it belongs to the card. */
static void the_tag_can_be_set_before_and_after(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    assert_int_equal(do_action(&scene, ACTION_UNSURE).want, WANT_REDRAW);
    act(&t, &scene, ACTION_SALES);
    assert_false(t.game.cards[0].sure);
    assert_false(scene.cursor.unsure);
    scene.cursor.selected = 0;
    act(&t, &scene, ACTION_UNSURE);
    assert_int_equal(t.game.cards[0].choice, SIDE_SALES);
    assert_true(t.game.cards[0].sure);
    act(&t, &scene, ACTION_UNSURE);
    assert_false(t.game.cards[0].sure);
    do_action(&scene, ACTION_DOWN);
    do_action(&scene, ACTION_UNSURE);
    do_action(&scene, ACTION_DOWN); /* left alone, a card forgets it */
    assert_false(scene.cursor.unsure);
    table_free(&t);
}

static void the_mark_goes_round_and_is_clicked(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    int last = t.game.card_count - 1;
    do_action(&scene, ACTION_UP);
    assert_int_equal(scene.cursor.selected, last);
    do_action(&scene, ACTION_DOWN);
    assert_int_equal(scene.cursor.selected, 0);
    struct input click = {.kind = INPUT_ACTION, .action = ACTION_CHOOSE, .item = last};
    assert_int_equal(interpret(&scene, &click).want, WANT_REDRAW);
    assert_int_equal(scene.cursor.selected, last);
    click.item = last + 1;
    assert_int_equal(interpret(&scene, &click).want, WANT_NOTHING);
    table_free(&t);
}

static void lines_place_several(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    struct intent intent = type(&scene, "1m 2 SALES?, 3s");
    carry_out(&t, &intent);
    assert_int_equal(t.game.cards[0].choice, SIDE_MARKETING);
    assert_int_equal(t.game.cards[1].choice, SIDE_SALES);
    assert_false(t.game.cards[1].sure);
    assert_true(t.game.cards[2].sure);
    assert_int_equal(t.game.cards[3].choice, SIDE_NONE);
    assert_int_equal(t.game.notice, NOTICE_PLACED);
    table_free(&t);
}

static void lines_that_mean_nothing_are_answered(void **state)
{
    static const char *const lines[] = {"m", "s", "3", "99m", "1x", "zebra", "!", "u"};
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        assert_int_equal(type(&scene, lines[i]).want, WANT_REDRAW);
        assert_string_not_equal(scene.cursor.reply, "");
        assert_int_equal(game_answered(&t.game), 0);
    }
    scene.lines = false; /* and in a frame they are keys that do nothing */
    assert_int_equal(type(&scene, "1m").want, WANT_NOTHING);
    table_free(&t);
}

/* Input that ends after the last side was given still has its board judged; one with open cards is
 * ended as it is. */
static void the_end_of_input_judges_a_full_board(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_BOARD, true);
    struct scene scene = scene_of(&t);
    struct input end = {.kind = INPUT_END};
    scene.lines = true;
    assert_int_equal(interpret(&scene, &end).move.kind, MOVE_END);
    struct str line = {0};
    for (int i = 1; i <= t.game.card_count; i++)
        str_addf(&line, "%dm ", i);
    struct intent intent = type(&scene, str_text(&line));
    str_free(&line);
    carry_out(&t, &intent);
    assert_int_equal(interpret(&scene, &end).move.kind, MOVE_NEXT);
    table_move(&t, MOVE_NEXT);
    while (t.game.phase == PHASE_STORING)
        table_move(&t, MOVE_STORED);
    assert_int_equal(t.game.phase, PHASE_RESULT);
    assert_int_equal(game_answered(&t.game), t.game.card_count);
    assert_int_equal(interpret(&scene, &end).want, WANT_DONE);
    table_free(&t);
}

static void a_piece_is_chosen_or_passed_over(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CLUE, true);
    struct scene scene = scene_of(&t);
    scene.cursor.selected = -1;
    assert_int_equal(do_action(&scene, ACTION_NEXT).move.kind, MOVE_NEXT);
    assert_int_equal(do_action(&scene, ACTION_UNSURE).move.kind, MOVE_NEXT);
    do_action(&scene, ACTION_DOWN);
    do_action(&scene, ACTION_DOWN);
    assert_int_equal(scene.cursor.selected, 1);
    struct intent intent = do_action(&scene, ACTION_NEXT);
    assert_int_equal(intent.move.kind, MOVE_CLUE);
    assert_int_equal(intent.move.item, 1);
    intent = type(&scene, "3");
    assert_int_equal(intent.move.kind, MOVE_CLUE);
    assert_int_equal(intent.move.item, 2);
    assert_int_equal(type(&scene, "4").want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, "");
    scene.lines = true; /* there is no mark in lines: an empty one goes on */
    assert_int_equal(type(&scene, "").move.kind, MOVE_NEXT);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_side_is_given_and_taken_back),
        cmocka_unit_test(the_tag_can_be_set_before_and_after),
        cmocka_unit_test(the_mark_goes_round_and_is_clicked),
        cmocka_unit_test(lines_place_several),
        cmocka_unit_test(lines_that_mean_nothing_are_answered),
        cmocka_unit_test(the_end_of_input_judges_a_full_board),
        cmocka_unit_test(a_piece_is_chosen_or_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
