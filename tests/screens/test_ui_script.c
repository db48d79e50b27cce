/* The scripted front end, keys, clicks and themes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "ui/keys.h"
#include "ui/last_frame.h"
#include "ui/theme.h"
#include "ui/ui_script.h"
#include "unit/contrast.h"

enum { COLS = 20, ROWS = 3 };

static void show(struct ui *ui, unsigned context)
{
    struct frame frame;

    frame_init(&frame, COLS, ROWS);
    frame_put(&frame, 2, 1, COLS, "Sales", ROLE_SALES);
    frame_hit(&frame, 2, 1, 5, 1, ACTION_CHOOSE, 4);
    frame.context = context;
    ui->ops->show_frame(ui, &frame);
    frame_free(&frame); /* the front end keeps what it needs */
}

static void steps_become_input_in_order(void **state)
{
    const struct keymap keys = keymap_default();
    static const char steps[] = "# a comment\n\nm?\nkey Left\nkey Nothing\nclick 3 1\nclick 0 0\n"
                                "size 40 12\ntick 250\ntick 50\nsales";
    struct str transcript = {0};
    struct ui *ui = ui_script_open(steps, &keys, COLS, ROWS, false, &transcript);
    struct input input;
    int cols, rows;

    (void)state;
    show(ui, CONTEXT_CARD);
    input = ui->ops->next(ui, -1);
    assert_int_equal(input.action, ACTION_MARKETING);
    assert_true(input.unsure);
    assert_int_equal(ui->ops->next(ui, -1).action, ACTION_SALES);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_UNKNOWN);
    input = ui->ops->next(ui, -1);
    assert_int_equal(input.action, ACTION_CHOOSE);
    assert_int_equal(input.item, 4);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_UNKNOWN);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_RESIZE);
    ui->ops->size(ui, &cols, &rows);
    assert_int_equal(cols, 40);
    assert_int_equal(rows, 12);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_TIMEOUT);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_TIMEOUT);
    assert_int_equal(ui_script_clock_ms(ui), 300);
    assert_int_equal(ui->ops->next(ui, -1).action, ACTION_SALES);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_END);
    ui->ops->close(ui);
    str_free(&transcript);
}

static void an_item_is_chosen_by_its_label(void **state)
{
    const struct keymap keys = keymap_default();
    static const char steps[] = "choose Sales\nchoose Sale\nchoose Marketing\n";
    static const char lines[] = "1  Sales\n\n2  One    Sales\n3  Sales  what sells\n4  Salesman\n";
    struct str transcript = {0};
    struct ui *ui = ui_script_open(steps, &keys, COLS, ROWS, false, &transcript);
    struct input input;

    (void)state;
    show(ui, CONTEXT_MENU);
    input = ui->ops->next(ui, -1);
    assert_int_equal(input.action, ACTION_CHOOSE);
    assert_int_equal(input.item, 4);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_UNKNOWN); /* no whole label */
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_UNKNOWN);
    ui->ops->close(ui);
    ui = ui_script_open(steps, &keys, COLS, ROWS, true, &transcript);
    ui->ops->show_lines(ui, lines, CONTEXT_MENU);
    input = ui->ops->next(ui, -1);
    assert_int_equal(input.action, ACTION_CHOOSE);
    assert_int_equal(input.item, 2);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_UNKNOWN);
    ui->ops->close(ui);
    str_free(&transcript);
}

static void typed_text_comes_key_by_key(void **state)
{
    const struct keymap keys = keymap_default();
    struct str transcript = {0};
    struct ui *ui = ui_script_open("type qé\nkey Enter\n", &keys, COLS, ROWS, false, &transcript);
    struct input input;

    (void)state;
    show(ui, CONTEXT_TYPING);
    input = ui->ops->next(ui, -1);
    assert_int_equal(input.kind, INPUT_KEY);
    assert_int_equal(input.key, 'q');
    assert_int_equal(ui->ops->next(ui, -1).key, 0xe9);
    assert_int_equal(ui->ops->next(ui, -1).action, ACTION_NEXT);
    ui->ops->close(ui);
    str_free(&transcript);
}

static void show_appends_the_frame(void **state)
{
    const struct keymap keys = keymap_default();
    struct str transcript = {0};
    struct ui *ui = ui_script_open("show\nroles\n", &keys, COLS, ROWS, false, &transcript);

    (void)state;
    show(ui, CONTEXT_CARD);
    assert_int_equal(ui->ops->next(ui, -1).kind, INPUT_END);
    assert_non_null(strstr(str_text(&transcript), "\n  Sales\n"));
    assert_int_equal(strlen(str_text(&transcript)), strlen("\n  Sales\n\n") * 2);
    ui->ops->close(ui);
    str_free(&transcript);
}

static void lines_are_appended_as_they_are(void **state)
{
    const struct keymap keys = keymap_default();
    struct str transcript = {0};
    struct ui *ui = ui_script_open("s\n", &keys, COLS, ROWS, true, &transcript);
    int cols, rows;

    (void)state;
    assert_true(ui->ops->takes_lines);
    ui->ops->size(ui, &cols, &rows);
    assert_int_equal(rows, 0);
    ui->ops->show_lines(ui, "One.\n", CONTEXT_CARD);
    ui->ops->show_lines(ui, "Two.\n", CONTEXT_CARD);
    assert_int_equal(ui->ops->next(ui, -1).action, ACTION_SALES);
    assert_string_equal(str_text(&transcript), "One.\nTwo.\n");
    ui->ops->close(ui);
    str_free(&transcript);
}

static void letters_are_keys_or_characters_by_context(void **state)
{
    const struct keymap keys = keymap_default();
    (void)state;
    assert_int_equal(keys_input(&keys, 'q', CONTEXT_CARD).action, ACTION_QUIT);
    assert_int_equal(keys_input(&keys, 'q', CONTEXT_TYPING).kind, INPUT_KEY);
    assert_int_equal(keys_input(&keys, KEY_ESCAPE, CONTEXT_TYPING).action, ACTION_QUIT);
    assert_int_equal(keys_input(&keys, '\n', CONTEXT_TYPING).action, ACTION_NEXT);
    assert_int_equal(keys_input(&keys, KEY_RUBOUT, CONTEXT_TYPING).kind, INPUT_KEY);
    assert_int_equal(keys_input(&keys, KEY_RUBOUT, CONTEXT_CARD).kind, INPUT_UNKNOWN);
    assert_string_equal(keys_input(&keys, 0x20ac, CONTEXT_CARD).text, "€");
    assert_int_equal(keys_input(&keys, '2', CONTEXT_MENU).action, ACTION_CHOOSE);
    assert_int_equal(keys_input(&keys, '2', CONTEXT_MENU).item, 1);
    assert_int_equal(keys_input(&keys, '3', CONTEXT_CLUE).item, 2);
    assert_int_equal(keys_input(&keys, '0', CONTEXT_MENU).kind, INPUT_UNKNOWN);
    assert_int_equal(keys_input(&keys, '2', CONTEXT_CARD).kind, INPUT_UNKNOWN);
    assert_int_equal(keys_input(&keys, '2', CONTEXT_TYPING).kind, INPUT_KEY);
}

/* Controls, bidirectional overrides, halves of pairs and what is beyond Unicode. */
static void harmful_characters_cannot_be_typed(void **state)
{
    const struct keymap keys = keymap_default();
    static const uint32_t harmful[] = {0x01,   0x7f,   0x9b,     0x202e,
                                       0xd800, 0xffff, 0x10ffff, 0x7fffffff};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(harmful); i++) {
        struct input input = keys_input(&keys, harmful[i], CONTEXT_TYPING);
        assert_int_equal(input.kind, INPUT_UNKNOWN);
        assert_string_equal(input.text, "");
    }
}

static void assert_span(struct span span, int from, int to)
{
    assert_int_equal(span.from, from);
    assert_int_equal(span.to, to);
}

static void only_changed_cells_are_taken(void **state)
{
    struct frame a, b;

    (void)state;
    frame_init(&a, COLS, ROWS);
    frame_init(&b, 1, 1);
    last_frame_keep(&b, &a);
    assert_true(frame_equal(&a, &b));
    frame_paint(&a, 0, 1, 1, ROLE_RIGHT);
    frame_put(&a, 3, 2, COLS, "x y", ROLE_TEXT);
    assert_span(last_frame_take_row(&b, &a, 0), 0, 0);
    assert_span(last_frame_take_row(&b, &a, 1), 0, 1);
    assert_span(last_frame_take_row(&b, &a, 2), 3, 6);
    assert_span(last_frame_take_row(&b, &a, 2), 0, 0);
    assert_true(frame_equal(&a, &b));
    frame_free(&a);
    frame_free(&b);
}

/* Without colour, too, a reader must see what is right, wrong and chosen. */
static void every_theme_sets_the_sides_apart(void **state)
{
    static const char *const names[] = {"dark", "light", "high-contrast"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct look *looks = theme_find(names[i])->looks;
        assert_int_not_equal(looks[ROLE_SALES].color256, looks[ROLE_MARKETING].color256);
        assert_int_not_equal(looks[ROLE_SALES].color8, looks[ROLE_MARKETING].color8);
        assert_true(looks[ROLE_SELECTED].reverse);
        assert_true(looks[ROLE_CUE].underline);
    }
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(theme_find("mono")->looks[role].color256, THEME_DEFAULT_COLOR);
    assert_null(theme_find("no such theme"));
}

/* One of xterm's colours from 16 on. */
static uint32_t rgb_of_256(int color)
{
    static const uint32_t steps[] = {0, 95, 135, 175, 215, 255};
    int cube = color - 16;
    uint32_t gray = (uint32_t)(8 + 10 * (color - 232));

    assert_true(color >= 16 && color < 256);
    if (color >= 232)
        return gray << 16 | gray << 8 | gray;
    return steps[cube / 36 % 6] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6];
}

/* The eight colours as terminals have them, and what becomes of them in bold. */
static const struct {
    const char *name;
    uint32_t normal[8], bold[8];
} terminals[] = {
    {"xterm",
     {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5},
     {0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff}},
    {"xterm that keeps the colour of what is bold",
     {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5},
     {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5}},
    {"linux",
     {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa},
     {0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff}},
};

static void assert_readable(const char *theme, const char *terminal, int role, double ratio,
                            double least)
{
    if (ratio < least)
        fail_msg("%s, %s, role %d: %.2f to 1", theme, terminal, role, ratio);
}

static void every_color_can_be_read_on_its_paper(void **state)
{
    static const struct {
        const char *name;
        uint32_t paper;
        double least;
    } themes[] = {{"dark", 0x000000, 6}, {"light", 0xffffff, 4.5}, {"high-contrast", 0x000000, 7}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(themes); i++)
        for (int role = 0; role < ROLE_COUNT; role++) {
            const struct look *look = &theme_find(themes[i].name)->looks[role];
            if (look->color256 != THEME_DEFAULT_COLOR)
                assert_readable(themes[i].name, "256 colours", role,
                                contrast(rgb_of_256(look->color256), themes[i].paper),
                                themes[i].least);
            for (size_t j = 0; look->color8 != THEME_DEFAULT_COLOR && j < ARRAY_LEN(terminals); j++)
                assert_readable(
                    themes[i].name, terminals[j].name, role,
                    contrast((look->bold ? terminals[j].bold : terminals[j].normal)[look->color8],
                             themes[i].paper),
                    themes[i].least);
        }
}

/* Who asks for high contrast has it whatever the terminal's own colours are. */
static void high_contrast_has_its_own_colors(void **state)
{
    const struct theme *theme = theme_find("high-contrast");

    (void)state;
    assert_int_not_equal(theme->paper, THEME_DEFAULT_COLOR);
    for (int role = 0; role < ROLE_COUNT; role++) {
        assert_int_not_equal(theme->looks[role].color256, THEME_DEFAULT_COLOR);
        assert_int_not_equal(theme->looks[role].color8, THEME_DEFAULT_COLOR);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_become_input_in_order),
        cmocka_unit_test(an_item_is_chosen_by_its_label),
        cmocka_unit_test(typed_text_comes_key_by_key),
        cmocka_unit_test(show_appends_the_frame),
        cmocka_unit_test(lines_are_appended_as_they_are),
        cmocka_unit_test(letters_are_keys_or_characters_by_context),
        cmocka_unit_test(harmful_characters_cannot_be_typed),
        cmocka_unit_test(only_changed_cells_are_taken),
        cmocka_unit_test(every_theme_sets_the_sides_apart),
        cmocka_unit_test(every_color_can_be_read_on_its_paper),
        cmocka_unit_test(high_contrast_has_its_own_colors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
