/* Typing the reason of a flag, and making a hostile one harmless. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene_fixture.h"
#include "seed.h"

static struct intent type(struct scene *scene, uint32_t key)
{
    return interpret(scene, &(struct input){.kind = INPUT_KEY, .key = key});
}

static struct scene typing_scene(struct table *t)
{
    table_bring_to(t, PHASE_CARD, true);
    struct scene scene = scene_of(t);
    do_action(&scene, ACTION_FLAG);
    assert_int_equal(scene.cursor.overlay, OVERLAY_FLAG);
    return scene;
}

static void characters_are_typed_and_taken_back_whole(void **state)
{
    (void)state;
    struct table t;
    struct scene scene = typing_scene(&t);
    type(&scene, 'a');
    type(&scene, 0xe9);
    type(&scene, 0x20ac);
    assert_int_equal(type(&scene, 0x1f600).want, WANT_REDRAW);
    assert_string_equal(scene.cursor.typed, "aé€😀");
    static const char *const left[] = {"aé€", "aé", "a", "", ""};
    for (size_t i = 0; i < ARRAY_LEN(left); i++) {
        assert_int_equal(type(&scene, KEY_RUBOUT).want, WANT_REDRAW);
        assert_string_equal(scene.cursor.typed, left[i]);
    }
    table_free(&t);
}

static void what_is_no_character_is_not_typed(void **state)
{
    (void)state;
    static const uint32_t keys[] = {0, '\t', 0x1b, 0x7f, 0x9b, 0xd800, 0x110000, KEY_DOWN_ARROW};
    struct table t;
    struct scene scene = typing_scene(&t);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        assert_int_equal(type(&scene, keys[i]).want, WANT_NOTHING);
        assert_string_equal(scene.cursor.typed, "");
    }
    scene.cursor.overlay = OVERLAY_NONE;
    assert_int_equal(type(&scene, 'a').want, WANT_NOTHING);
    assert_string_equal(scene.cursor.typed, "");
    table_free(&t);
}

static void typing_stops_at_the_limit(void **state)
{
    (void)state;
    struct table t;
    struct scene scene = typing_scene(&t);
    for (int i = 0; i < EVENT_NOTE_MAX - 1; i++)
        assert_int_equal(type(&scene, 'x').want, WANT_REDRAW);
    assert_int_equal(type(&scene, 0xe9).want, WANT_NOTHING); /* two bytes, room for one */
    assert_int_equal(strlen(scene.cursor.typed), EVENT_NOTE_MAX - 1);
    assert_int_equal(type(&scene, 'y').want, WANT_REDRAW);
    assert_int_equal(type(&scene, 'z').want, WANT_NOTHING);
    assert_int_equal(strlen(scene.cursor.typed), EVENT_NOTE_MAX);
    struct intent intent = do_action(&scene, ACTION_NEXT);
    assert_string_equal(intent.move.note, scene.cursor.typed);
    table_free(&t);
}

static void enter_keeps_a_reason_and_escape_does_not(void **state)
{
    (void)state;
    struct table t;
    struct scene scene = typing_scene(&t);
    assert_int_equal(do_action(&scene, ACTION_NEXT).want, WANT_NOTHING); /* nothing typed yet */
    assert_int_equal(scene.cursor.overlay, OVERLAY_FLAG);
    type(&scene, 'k');
    assert_int_equal(do_action(&scene, ACTION_UP).want, WANT_NOTHING);
    assert_int_equal(do_action(&scene, ACTION_REDRAW).want, WANT_REPAINT);
    struct intent intent = do_action(&scene, ACTION_NEXT);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_int_equal(intent.move.kind, MOVE_FLAG);
    assert_string_equal(intent.move.note, "k");
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    do_action(&scene, ACTION_FLAG);
    assert_string_equal(scene.cursor.typed, ""); /* each reason begins anew */
    type(&scene, 'k');
    assert_int_equal(do_action(&scene, ACTION_QUIT).want, WANT_REDRAW);
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    table_free(&t);
}

static void a_line_flags_what_was_just_read(void **state)
{
    (void)state;
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    struct input input = input_from_line("! two answers fit", CONTEXT_CARD);
    struct intent intent = interpret(&scene, &input);
    assert_int_equal(intent.move.kind, MOVE_FLAG);
    assert_string_equal(intent.move.note, "two answers fit");
    assert_true(intent.move.previous);
    input = input_from_line("!", CONTEXT_CARD);
    assert_int_equal(interpret(&scene, &input).want, WANT_REDRAW);
    assert_string_not_equal(scene.cursor.reply, "");
    assert_int_equal(scene.cursor.overlay, OVERLAY_NONE);
    table_free(&t);
}

static void assert_harmless(const char *reason)
{
    struct table t;
    table_bring_to(&t, PHASE_CARD, true);
    struct scene scene = scene_of(&t);
    struct input input = {.kind = INPUT_ACTION, .action = ACTION_FLAG};
    memcpy(input.text, reason, strlen(reason) + 1);
    struct intent intent = interpret(&scene, &input);
    size_t len = strlen(intent.move.note);
    assert_int_equal(intent.want, WANT_MOVE);
    assert_true(len > 0 && len <= EVENT_NOTE_MAX);
    assert_int_equal(text_examine(intent.move.note, len, NULL), TEXT_OK);
    table_free(&t);
}

static void a_hostile_reason_is_made_showable(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    assert_harmless("\x1b[2J\x1b]0;owned\x07");
    assert_harmless("\xe2\x80\xaetxt.exe");
    assert_harmless("\xc2\x9b\xff\xfe\xc0\x80");
    for (int round = 0; round < 300; round++) {
        char reason[INPUT_TEXT_SIZE];
        size_t len = 1 + rng_below(&rng, sizeof reason - 1);
        for (size_t i = 0; i < len; i++)
            reason[i] = (char)(1 + rng_below(&rng, 255));
        reason[len] = '\0';
        if (*reason)
            assert_harmless(reason);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_typed_and_taken_back_whole),
        cmocka_unit_test(what_is_no_character_is_not_typed),
        cmocka_unit_test(typing_stops_at_the_limit),
        cmocka_unit_test(enter_keeps_a_reason_and_escape_does_not),
        cmocka_unit_test(a_line_flags_what_was_just_read),
        cmocka_unit_test(a_hostile_reason_is_made_showable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
