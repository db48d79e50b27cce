/* What each action means in each place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene_fixture.h"

/* What an action comes to in a phase, shown as a frame and as lines. */
static const struct {
    enum phase phase;
    bool right;
    enum action action;
    enum want frames, lines;
    enum move_kind move; /* where the want is WANT_MOVE */
} meanings[] = {
    {PHASE_INTRO, true, ACTION_NEXT, WANT_MOVE, WANT_MOVE, MOVE_NEXT},
    {PHASE_INTRO, true, ACTION_PLAIN, WANT_PLAIN, WANT_REDRAW, MOVE_KINDS},
    {PHASE_INTRO, true, ACTION_QUIT, WANT_DONE, WANT_MOVE, MOVE_END},
    {PHASE_PRINCIPLE, true, ACTION_NEXT, WANT_MOVE, WANT_MOVE, MOVE_NEXT},
    {PHASE_PRINCIPLE, true, ACTION_QUIT, WANT_DONE, WANT_MOVE, MOVE_END},
    {PHASE_CARD, true, ACTION_SALES, WANT_MOVE, WANT_MOVE, MOVE_ANSWER},
    {PHASE_CARD, true, ACTION_MARKETING, WANT_MOVE, WANT_MOVE, MOVE_ANSWER},
    {PHASE_CARD, true, ACTION_UNSURE, WANT_REDRAW, WANT_REDRAW, MOVE_KINDS},
    {PHASE_CARD, true, ACTION_STRIKE, WANT_MOVE, WANT_MOVE, MOVE_STRIKE},
    {PHASE_CARD, true, ACTION_FLAG, WANT_REDRAW, WANT_REDRAW, MOVE_KINDS},
    {PHASE_CARD, true, ACTION_NEXT, WANT_REDRAW, WANT_REDRAW, MOVE_KINDS},
    {PHASE_CARD, true, ACTION_REPEAT, WANT_REDRAW, WANT_REDRAW, MOVE_KINDS},
    {PHASE_CARD, true, ACTION_CHOOSE, WANT_NOTHING, WANT_REDRAW, MOVE_KINDS},
    {PHASE_CARD, true, ACTION_QUIT, WANT_DONE, WANT_MOVE, MOVE_END},
    {PHASE_VERDICT, true, ACTION_NEXT, WANT_MOVE, WANT_MOVE, MOVE_NEXT},
    {PHASE_VERDICT, true, ACTION_UNSURE, WANT_MOVE, WANT_REDRAW, MOVE_NEXT},
    {PHASE_VERDICT, false, ACTION_UNSURE, WANT_NOTHING, WANT_REDRAW, MOVE_KINDS},
    {PHASE_VERDICT, false, ACTION_NEXT, WANT_MOVE, WANT_MOVE, MOVE_NEXT},
    {PHASE_VERDICT, false, ACTION_STRIKE, WANT_MOVE, WANT_MOVE, MOVE_STRIKE},
    {PHASE_VERDICT, true, ACTION_QUIT, WANT_MOVE, WANT_MOVE, MOVE_END},
    {PHASE_NOT_STORED, true, ACTION_RETRY, WANT_MOVE, WANT_MOVE, MOVE_RETRY},
    {PHASE_NOT_STORED, true, ACTION_UNSAVED, WANT_MOVE, WANT_MOVE, MOVE_UNSAVED},
    {PHASE_NOT_STORED, true, ACTION_QUIT, WANT_DONE, WANT_DONE, MOVE_KINDS},
    {PHASE_RULE, true, ACTION_NEXT, WANT_MOVE, WANT_MOVE, MOVE_NEXT},
    {PHASE_RULE, true, ACTION_QUIT, WANT_MOVE, WANT_MOVE, MOVE_END},
    {PHASE_RESULT, true, ACTION_NEXT, WANT_DONE, WANT_DONE, MOVE_KINDS},
    {PHASE_RESULT, true, ACTION_QUIT, WANT_DONE, WANT_DONE, MOVE_KINDS},
    {PHASE_RESULT, true, ACTION_AGAIN, WANT_NOTHING, WANT_REDRAW, MOVE_KINDS},
    {PHASE_RESULT, false, ACTION_AGAIN, WANT_AGAIN, WANT_AGAIN, MOVE_KINDS},
};

static void each_action_means_what_it_should_in_each_phase(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(meanings); i++) {
        for (int lines = 0; lines < 2; lines++) {
            struct table t;
            table_bring_to(&t, meanings[i].phase, meanings[i].right);
            struct scene scene = scene_of(&t);
            scene.lines = lines;
            struct intent intent = do_action(&scene, meanings[i].action);
            enum want expected = lines ? meanings[i].lines : meanings[i].frames;
            if (intent.want != expected ||
                (expected == WANT_MOVE && intent.move.kind != meanings[i].move))
                fail_msg("%s in phase %d: want %d, move %d", action_info(meanings[i].action)->name,
                         meanings[i].phase, intent.want, intent.move.kind);
            table_free(&t);
        }
    }
}

static void the_end_of_input_ends_the_run_or_leaves(void **state)
{
    (void)state;
    struct input end = {.kind = INPUT_END};
    for (int phase = PHASE_INTRO; phase <= PHASE_RESULT; phase++) {
        struct table t;
        if (phase == PHASE_STORING)
            continue;
        table_bring_to(&t, (enum phase)phase, true);
        struct scene scene = scene_of(&t);
        scene.lines = true;
        struct intent intent = interpret(&scene, &end);
        if (phase == PHASE_RESULT || phase == PHASE_NOT_STORED) {
            assert_int_equal(intent.want, WANT_DONE);
        } else {
            assert_int_equal(intent.want, WANT_MOVE);
            assert_int_equal(intent.move.kind, MOVE_END);
        }
        table_free(&t);
    }
}

static void an_answer_is_sure_unless_it_is_said_not_to_be(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    struct intent intent = do_action(&scene, ACTION_SALES);
    assert_int_equal(intent.move.choice, SIDE_SALES);
    assert_true(intent.move.sure);
    struct input unsure = {.kind = INPUT_ACTION, .action = ACTION_MARKETING, .unsure = true};
    intent = interpret(&scene, &unsure);
    assert_int_equal(intent.move.choice, SIDE_MARKETING);
    assert_false(intent.move.sure);
    do_action(&scene, ACTION_UNSURE);
    assert_true(scene.cursor.unsure);
    assert_false(do_action(&scene, ACTION_SALES).move.sure);
    do_action(&scene, ACTION_UNSURE);
    assert_false(scene.cursor.unsure);
    assert_true(do_action(&scene, ACTION_SALES).move.sure);
    table_free(&t);
}

static void quitting_with_answers_ends_the_run(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_VERDICT, true);
    table_move(&t, MOVE_NEXT);
    struct scene scene = scene_of(&t);
    struct intent intent = do_action(&scene, ACTION_QUIT);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_END);
    table_free(&t);
}

static void a_menu_wraps_around(void **state)
{
    (void)state;
    struct menu menu = menu_of_three();
    struct scene scene = {.menu = &menu};
    static const struct {
        enum action action;
        int selected;
    } steps[] = {{ACTION_DOWN, 1},    {ACTION_DOWN, 2}, {ACTION_DOWN, 0},      {ACTION_UP, 2},
                 {ACTION_PAGE_UP, 0}, {ACTION_UP, 2},   {ACTION_PAGE_DOWN, 2}, {ACTION_UP, 1}};
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        assert_int_equal(do_action(&scene, steps[i].action).want, WANT_REDRAW);
        assert_int_equal(scene.cursor.selected, steps[i].selected);
    }
    struct intent intent = do_action(&scene, ACTION_NEXT);
    assert_int_equal(intent.want, WANT_CHOICE);
    assert_int_equal(intent.item, 1);
    menu_free(&menu);
}

static void a_menu_item_is_chosen_by_number(void **state)
{
    (void)state;
    struct menu menu = menu_of_three();
    struct scene scene = {.menu = &menu, .lines = true};
    struct input choose = {.kind = INPUT_ACTION, .action = ACTION_CHOOSE, .item = 2};
    struct intent intent = interpret(&scene, &choose);
    assert_int_equal(intent.want, WANT_CHOICE);
    assert_int_equal(intent.item, 2);
    for (choose.item = -1; choose.item <= 3; choose.item += 4) {
        assert_int_equal(interpret(&scene, &choose).want, WANT_REDRAW);
        assert_string_not_equal(scene.cursor.reply, "");
    }
    assert_int_equal(scene.cursor.selected, 2);
    assert_int_equal(do_action(&scene, ACTION_NEXT).want, WANT_REDRAW); /* not by accident */
    assert_string_not_equal(scene.cursor.reply, "");
    assert_int_equal(do_action(&scene, ACTION_SALES).want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, "");
    assert_int_equal(do_action(&scene, ACTION_QUIT).want, WANT_DONE);
    assert_int_equal(interpret(&scene, &(struct input){.kind = INPUT_END}).want, WANT_DONE);
    menu_free(&menu);
}

static void help_lies_over_everything_and_scrolls(void **state)
{
    (void)state;
    static const enum action leave[] = {ACTION_NEXT, ACTION_HELP, ACTION_QUIT};
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    for (size_t i = 0; i < ARRAY_LEN(leave); i++) {
        scene.cursor.scroll = 5;
        assert_int_equal(do_action(&scene, ACTION_HELP).want, WANT_REDRAW);
        assert_int_equal(scene.cursor.overlay, OVERLAY_HELP);
        assert_int_equal(scene.cursor.scroll, 0);
        do_action(&scene, ACTION_DOWN);
        do_action(&scene, ACTION_PAGE_DOWN);
        do_action(&scene, ACTION_UP);
        assert_int_equal(scene.cursor.scroll, 8);
        assert_int_equal(do_action(&scene, ACTION_SALES).want, WANT_NOTHING);
        assert_int_equal(scene.cursor.overlay, OVERLAY_HELP);
        assert_int_equal(do_action(&scene, leave[i]).want, WANT_REDRAW);
        assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
        assert_int_equal(scene.cursor.scroll, 0);
    }
    table_free(&t);
}

static void a_reply_is_gone_with_the_next_input(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    struct input unknown = {.kind = INPUT_UNKNOWN, .text = "zebra"};
    assert_int_equal(interpret(&scene, &unknown).want, WANT_NOTHING); /* the footer says it all */
    scene.lines = true;
    assert_int_equal(interpret(&scene, &unknown).want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, "");
    assert_int_equal(do_action(&scene, ACTION_REPEAT).want, WANT_REDRAW);
    assert_string_equal(scene.cursor.reply, "");
    assert_int_equal(interpret(&scene, &(struct input){.kind = INPUT_TIMEOUT}).want, WANT_WAITED);
    assert_int_equal(interpret(&scene, &(struct input){.kind = INPUT_RESIZE}).want, WANT_REDRAW);
    assert_int_equal(do_action(&scene, ACTION_REDRAW).want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, ""); /* there is nothing drawn to draw anew */
    scene.lines = false;
    assert_int_equal(do_action(&scene, ACTION_REDRAW).want, WANT_REPAINT);
    table_free(&t);
}

/* Lines: a word that only moves something on a screen is answered in a sentence, and the card is
 * not read out again for it. */
static void what_moves_on_screens_means_nothing_among_lines(void **state)
{
    (void)state;
    static const enum action moving[] = {ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN};
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    for (size_t i = 0; i < ARRAY_LEN(moving); i++) {
        assert_int_equal(do_action(&scene, moving[i]).want, WANT_REDRAW);
        assert_string_not_equal(scene.cursor.reply, "");
        assert_int_equal(scene.cursor.scroll, 0);
    }
    table_free(&t);
}

static void among_lines_a_page_back_turns_it(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    scene.game = NULL;
    scene.screen = SCREEN_PRIMER;
    scene.lines = true;
    assert_int_equal(do_action(&scene, ACTION_PAGE_UP).want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, ""); /* it is the first */
    do_action(&scene, ACTION_PAGE_DOWN);
    assert_int_equal(scene.cursor.selected, 1);
    do_action(&scene, ACTION_PAGE_UP);
    assert_int_equal(scene.cursor.selected, 0);
    assert_string_equal(scene.cursor.reply, "");
    table_free(&t);
}

static void among_lines_a_show_says_that_there_is_nothing_before_it(void **state)
{
    (void)state;
    struct show show = {.at = {.step = SHOW_CARD}};
    struct scene scene = {.screen = SCREEN_SHOW, .show = &show, .lines = true};
    assert_int_equal(do_action(&scene, ACTION_PAGE_UP).want, WANT_REDRAW);
    assert_string_equal(scene.cursor.reply, "This is the first page.");
    assert_int_equal(do_action(&scene, ACTION_PREVIOUS).want, WANT_REDRAW);
    assert_string_equal(scene.cursor.reply, "This is the first page.");
    show.at.step = SHOW_SPLIT;
    assert_int_equal(do_action(&scene, ACTION_PAGE_UP).want, WANT_SHOW);
    show.at.step = SHOW_CARD;
    scene.lines = false;
    assert_int_equal(do_action(&scene, ACTION_PREVIOUS).want, WANT_NOTHING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_action_means_what_it_should_in_each_phase),
        cmocka_unit_test(the_end_of_input_ends_the_run_or_leaves),
        cmocka_unit_test(an_answer_is_sure_unless_it_is_said_not_to_be),
        cmocka_unit_test(quitting_with_answers_ends_the_run),
        cmocka_unit_test(a_menu_wraps_around),
        cmocka_unit_test(a_menu_item_is_chosen_by_number),
        cmocka_unit_test(help_lies_over_everything_and_scrolls),
        cmocka_unit_test(a_reply_is_gone_with_the_next_input),
        cmocka_unit_test(what_moves_on_screens_means_nothing_among_lines),
        cmocka_unit_test(among_lines_a_page_back_turns_it),
        cmocka_unit_test(among_lines_a_show_says_that_there_is_nothing_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
