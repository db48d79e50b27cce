/* Pictures of screens: what is escaped, where things stand, how they look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "pictures/svg.h"

enum { COLS = 12, ROWS = 3 };

/* A small terminal that shows these bytes, drawn. */
static void draw(const char *bytes, int cursor_x, int cursor_y, struct str *out)
{
    struct display *display = display_open(COLS, ROWS);
    struct display_cell cells[COLS * ROWS];
    char answer[8];

    display_feed(display, bytes, strlen(bytes), answer, sizeof answer);
    for (int i = 0; i < COLS * ROWS; i++)
        display_cell(display, i % COLS, i / COLS, &cells[i]);
    display_close(display);
    svg_write(&(struct picture){.title = "A <title>",
                                .cols = COLS,
                                .rows = ROWS,
                                .cells = cells,
                                .cursor_x = cursor_x,
                                .cursor_y = cursor_y},
              out);
}

static void assert_draws(const char *bytes, const char *markup)
{
    struct str svg = {0};

    draw(bytes, -1, -1, &svg);
    if (strstr(str_text(&svg), markup) == NULL)
        fail_msg("“%s” is missing in:\n%s", markup, str_text(&svg));
    str_free(&svg);
}

static void assert_draws_not(const char *bytes, const char *markup)
{
    struct str svg = {0};

    draw(bytes, -1, -1, &svg);
    if (strstr(str_text(&svg), markup) != NULL)
        fail_msg("“%s” is in:\n%s", markup, str_text(&svg));
    str_free(&svg);
}

static void markup_is_escaped(void **state)
{
    (void)state;
    assert_draws("a<b>&\"c'", ">a&lt;b&gt;&amp;&quot;c&#39;</text>");
    assert_draws("a<b>&\"c'", "<desc id=\"desc\">a&lt;b&gt;&amp;&quot;c&#39;</desc>");
    assert_draws("", "<title id=\"title\">A &lt;title&gt;</title>");
}

static void the_text_is_told_without_what_is_blank(void **state)
{
    (void)state;
    assert_draws("one\r\n\r\n two", "<desc id=\"desc\">one\n\n two</desc>");
    assert_draws("one\r\n\r\n", "<desc id=\"desc\">one</desc>");
    assert_draws("", "<desc id=\"desc\"></desc>");
}

static void runs_stand_at_their_columns(void **state)
{
    (void)state;
    assert_draws("a b", "<text x=\"0\" y=\"14\" textLength=\"27\">a b</text>");
    assert_draws("ab  cd", "<text x=\"0\" y=\"14\" textLength=\"18\">ab</text>\n"
                           "<text x=\"36\" y=\"14\" textLength=\"18\">cd</text>");
    assert_draws("\r\n é…", "<text x=\"9\" y=\"33\" textLength=\"18\">é…</text>");
}

static void wide_letters_and_symbols_stand_alone(void **state)
{
    (void)state;
    assert_draws("a漢b", "<text x=\"0\" y=\"14\" textLength=\"9\">a</text>\n"
                         "<text text-anchor=\"middle\" x=\"18\" y=\"14\">漢</text>\n"
                         "<text x=\"27\" y=\"14\" textLength=\"9\">b</text>");
    assert_draws("a漢b", "<desc id=\"desc\">a漢b</desc>");
    assert_draws("✓", "<text text-anchor=\"middle\" x=\"4.5\" y=\"14\">✓</text>");
    assert_draws("e\xcc\x81x", " textLength=\"18\">e\xcc\x81x</text>");
}

static void attributes_are_kept(void **state)
{
    (void)state;
    assert_draws("\033[1mb\033[0mc", " font-weight=\"bold\">b</text>\n<text x=\"9\"");
    assert_draws("\033[4mu v", "<rect x=\"0\" y=\"16\" width=\"27\" height=\"1\"");
    assert_draws_not("u v", "height=\"1\"");
    assert_draws("\033[7mr", "width=\"9\" height=\"19\" fill=\"#d8dbe2\"/>");
    assert_draws("\033[7mr", " fill=\"#16181d\">r</text>");
    assert_draws_not("r", "height=\"19\" fill");
}

static void colours_are_those_of_the_terminal(void **state)
{
    (void)state;
    assert_draws("\033[38;5;214ms", " fill=\"#ffaf00\">s</text>");
    assert_draws("\033[38;5;74mm", " fill=\"#5fafd7\">m</text>");
    assert_draws("\033[38;5;246md", " fill=\"#949494\">d</text>");
    assert_draws("\033[38;2;1;2;3mt", " fill=\"#010203\">t</text>");
    assert_draws("\033[48;5;214m ", "fill=\"#ffaf00\"/>");
    assert_draws("\033[31mr\033[91mb", " fill=\"#cd3131\">r</text>");
}

static void blocks_are_rectangles(void **state)
{
    (void)state;
    assert_draws("██▌", "<rect x=\"0\" y=\"0\" width=\"18\" height=\"19\" fill=\"#d8dbe2\"/>\n"
                        "<rect x=\"18\" y=\"0\" width=\"4.5\" height=\"19\"");
    assert_draws("▄", "<rect x=\"0\" y=\"9.5\" width=\"9\" height=\"9.5\"");
    assert_draws("▀", "<rect x=\"0\" y=\"0\" width=\"9\" height=\"9.5\"");
    assert_draws("▏", "width=\"1.125\" height=\"19\"");
    assert_draws("▐", "<rect x=\"4.5\" y=\"0\" width=\"4.5\" height=\"19\"");
    assert_draws("░░", "width=\"18\" height=\"19\" fill=\"#d8dbe2\" fill-opacity=\".25\"/>");
    assert_draws_not("█▌▄░", "<text");
}

static void lines_join(void **state)
{
    (void)state;
    assert_draws("┌─┐\r\n└─┘", " d=\"M9 19H45M9 57H45M9 19V57M45 19V57\"/>");
    assert_draws("─x─", " d=\"M0 19H18M36 19H54\"/>");
    assert_draws("\033[38;5;74m─\033[38;5;214m─", "stroke=\"#5fafd7\" stroke-width=\"2\" "
                                                  "stroke-linecap=\"square\" d=\"M0 19H18\"/>");
    assert_draws_not("┤", "<text");
}

static void the_cursor_is_drawn_when_asked_for(void **state)
{
    (void)state;
    struct str svg = {0};

    draw("", 2, 1, &svg);
    assert_non_null(strstr(str_text(&svg), "<rect x=\"18\" y=\"19\" width=\"9\" height=\"19\" "
                                           "fill=\"#d8dbe2\" fill-opacity=\".55\"/>"));
    str_free(&svg);
    assert_draws_not("", "fill-opacity");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_is_escaped),
        cmocka_unit_test(the_text_is_told_without_what_is_blank),
        cmocka_unit_test(runs_stand_at_their_columns),
        cmocka_unit_test(wide_letters_and_symbols_stand_alone),
        cmocka_unit_test(attributes_are_kept),
        cmocka_unit_test(colours_are_those_of_the_terminal),
        cmocka_unit_test(blocks_are_rectangles),
        cmocka_unit_test(lines_join),
        cmocka_unit_test(the_cursor_is_drawn_when_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
