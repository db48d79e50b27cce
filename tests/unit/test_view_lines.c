/* Scenes as plain lines: never too wide, no symbols, verdicts that begin with their word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view_lines.h"
#include "seed.h"
#include "view_fixture.h"

enum { COLS_MIN = 32, COLS_MAX = 100, SCENES = 1500 };

static void check_widths(const char *lines, int cols)
{
    for (const char *at = lines; *at;) {
        size_t len = strcspn(at, "\n");
        if (text_widthn(at, len) > cols)
            fail_msg("wider than %d columns: “%.*s”", cols, (int)len, at);
        assert_int_equal(at[len], '\n');
        at += len + 1;
    }
}

static void no_line_is_too_wide_in_any_scene(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int i = 0; i < SCENES; i++) {
        struct stage stage;
        struct str lines = {0};
        int phase = (int)rng_below(&rng, PHASE_RESULT + 2);
        int cols = COLS_MIN + (int)rng_below(&rng, COLS_MAX - COLS_MIN);
        stage_make(&stage, &rng, phase, (enum script)rng_below(&rng, SCRIPTS));
        stage.scene.lines = true;
        stage.scene.at_end = rng_below(&rng, 2);
        stage.scene.unkept = rng_below(&rng, 2);
        stage.scene.charset = rng_below(&rng, 2) ? CHARSET_ASCII : CHARSET_UTF8;
        stage.scene.cursor.overlay = rng_below(&rng, 4) ? OVERLAY_NONE : OVERLAY_HELP;
        scene_set_reply(&stage.scene, rng_below(&rng, 4) ? "" : "There is no such number.");
        view_lines(&lines, &stage.scene, cols);
        check_widths(str_text(&lines), cols);
        if (stage.scene.charset == CHARSET_ASCII)
            for (const char *at = str_text(&lines); *at; at++)
                assert_true(*at == '\n' || (*at >= ' ' && *at <= '~'));
        if (phase != PHASE_STORING)
            assert_true(lines.len > 0);
        str_free(&lines);
        stage_free(&stage);
    }
}

/* A scene of this phase over the plain fixture, as lines. */
static struct str lines_of(enum phase phase, bool right, bool at_end)
{
    struct table t;
    struct str lines = {0};
    table_bring_to(&t, phase, right);
    struct scene scene = scene_of(&t);
    scene.lines = true;
    scene.at_end = at_end;
    view_lines(&lines, &scene, 80);
    table_free(&t);
    return lines;
}

static void assert_has(const struct str *lines, const char *piece)
{
    if (!strstr(str_text(lines), piece))
        fail_msg("no “%s” in:\n%s", piece, str_text(lines));
}

static void a_verdict_begins_with_its_word(void **state)
{
    (void)state;
    struct str right = lines_of(PHASE_VERDICT, true, false);
    struct str wrong = lines_of(PHASE_VERDICT, false, false);
    assert_memory_equal(str_text(&right), "Right: ", 7);
    assert_memory_equal(str_text(&wrong), "Wrong. ", 7);
    assert_has(&wrong, "You said");
    assert_has(&wrong, "The clue: “");
    assert_has(&wrong, "The rule of principle");
    assert_null(strstr(str_text(&right), "The rule of principle"));
    str_free(&right);
    str_free(&wrong);
}

static void a_run_is_named_before_its_first_card_which_asks(void **state)
{
    (void)state;
    struct str lines = lines_of(PHASE_PRINCIPLE, true, false);
    assert_has(&lines, "Practice: 12 cards.");
    assert_has(&lines, "New to you: Principle number ");
    assert_has(&lines, "The rule of principle ");
    assert_null(strstr(str_text(&lines), "Card 1"));
    str_free(&lines);
    lines = lines_of(PHASE_CARD, true, false);
    assert_has(&lines, "Card 1 of 12. The situation called ");
    assert_has(&lines, "  Writing number ");
    assert_has(&lines, "Sales or marketing?\n");
    assert_null(strstr(str_text(&lines), "Nothing is saved."));
    str_free(&lines);
}

static void a_result_lists_its_cards_by_word(void **state)
{
    (void)state;
    struct str wrong = lines_of(PHASE_RESULT, false, false);
    struct str right = lines_of(PHASE_RESULT, true, true);
    assert_has(&wrong, "0 of 1 right.");
    assert_has(&wrong, "Wrong: ");
    assert_has(&wrong, "\n  Writing number ");
    assert_has(&wrong, "practise the misses again");
    assert_has(&right, "1 of 1 right.");
    assert_null(strstr(str_text(&right), "Not one miss.")); /* ended early: not much to say */
    assert_null(strstr(str_text(&right), "Enter"));         /* nobody is there to press it */
    str_free(&wrong);
    str_free(&right);
}

static void a_failure_says_why_and_what_can_be_done(void **state)
{
    (void)state;
    struct str lines = lines_of(PHASE_NOT_STORED, true, false);
    assert_has(&lines, "The disk is full.");
    assert_has(&lines, "r: try again");
    assert_has(&lines, "w: go on without saving");
    str_free(&lines);
}

static void a_menu_is_numbered_and_a_reply_stands_alone(void **state)
{
    (void)state;
    struct menu menu = menu_of_three();
    struct scene scene = {.menu = &menu, .lines = true};
    struct str lines = {0};
    view_lines(&lines, &scene, 80);
    assert_has(&lines, "\n1. Practice: ");
    assert_has(&lines, "\n2. First six\n");
    assert_has(&lines, "\n3. Leave");
    str_clear(&lines);
    scene.cursor = (struct cursor){.reply = "There is no such number."};
    view_lines(&lines, &scene, 80);
    assert_string_equal(str_text(&lines), "There is no such number.\n");
    str_free(&lines);
    menu_free(&menu);
}

static void no_symbols_stand_in_for_words(void **state)
{
    (void)state;
    static const char *const symbols[] = {"✓", "✗", "◀", "▶", "▸", "█", "░", "│", "─", "←", "→"};
    struct rng rng = rng_seeded(2);
    for (int phase = 0; phase <= PHASE_RESULT + 1; phase++) {
        struct stage stage;
        struct str lines = {0};
        stage_make(&stage, &rng, phase, SCRIPT_ASCII);
        stage.scene.lines = true;
        view_lines(&lines, &stage.scene, 80);
        for (size_t i = 0; i < ARRAY_LEN(symbols); i++)
            if (strstr(str_text(&lines), symbols[i]))
                fail_msg("“%s” in phase %d:\n%s", symbols[i], phase, str_text(&lines));
        str_free(&lines);
        stage_free(&stage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_too_wide_in_any_scene),
        cmocka_unit_test(a_verdict_begins_with_its_word),
        cmocka_unit_test(a_run_is_named_before_its_first_card_which_asks),
        cmocka_unit_test(a_result_lists_its_cards_by_word),
        cmocka_unit_test(a_failure_says_why_and_what_can_be_done),
        cmocka_unit_test(a_menu_is_numbered_and_a_reply_stands_alone),
        cmocka_unit_test(no_symbols_stand_in_for_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
