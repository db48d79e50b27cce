/* Paragraphs laid out into frames and lines: wrapping, leads, marks, scrolling, focus. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/page.h"
#include "seed.h"

/* The page drawn into a frame of this size, compared with the rows expected. */
static void assert_drawn(const struct page *page, int cols, int rows, int scroll,
                         const char *expected)
{
    struct frame frame;
    struct str text = {0};
    frame_init(&frame, cols, rows);
    page_draw(page, &frame, 0, 0, cols, rows, scroll);
    frame_write(&frame, &text);
    assert_string_equal(str_text(&text), expected);
    str_free(&text);
    frame_free(&frame);
}

static void assert_roles(const struct page *page, int cols, int rows, const char *expected)
{
    struct frame frame;
    struct str roles = {0};
    frame_init(&frame, cols, rows);
    page_draw(page, &frame, 0, 0, cols, rows, 0);
    frame_write_roles(&frame, &roles);
    assert_string_equal(str_text(&roles), expected);
    str_free(&roles);
    frame_free(&frame);
}

static void assert_written(const struct page *page, int cols, const char *expected)
{
    struct str lines = {0};
    page_write(page, cols, &lines);
    assert_string_equal(str_text(&lines), expected);
    str_free(&lines);
}

static void text_wraps_and_gaps_stay(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_add(&page, ROLE_TEXT, "one two three");
    page_gap(&page);
    page_addf(&page, ROLE_TEXT, "%d and %s", 4, "five");
    assert_int_equal(page_rows(&page, 9), 5);
    assert_drawn(&page, 9, 5, 0, "one two\nthree\n\n4 and\nfive\n");
    assert_written(&page, 9, "one two\nthree\n\n4 and\nfive\n");
    assert_int_equal(page_rows(&page, 40), 3);
    page_free(&page);
    assert_int_equal(page.len, 0);
}

static void a_lead_stands_before_hanging_text(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_add_lead(&page, ROLE_RIGHT, "✓", 0, ROLE_TEXT, "one two three");
    struct paragraph *p = page_add_lead(&page, ROLE_KEY, "key", 6, ROLE_TEXT, "four five six");
    p->indent = 2;
    page_add_lead(&page, ROLE_KEY, "alone", 0, ROLE_TEXT, "");
    assert_drawn(&page, 17, 5, 0, "✓ one two three\n  key   four five\n        six\nalone\n\n");
    assert_written(&page, 17, "✓ one two three\n  key   four five\n        six\nalone\n");
    assert_roles(&page, 17, 4, "R..............\n..KKK............\n...........\nKKKKK\n");
    page_free(&page);
}

static void what_is_told_has_no_columns(void **state)
{
    (void)state;
    struct page page;
    struct str lines = {0};
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p =
        page_add_lead(&page, ROLE_KEY, "key:", 12, ROLE_TEXT, "four five six seven");
    p->indent = 2;
    page_gap(&page);
    page_add_lead(&page, ROLE_KEY, "alone", 12, ROLE_TEXT, "");
    page_tell(&page, 17, &lines);
    assert_string_equal(str_text(&lines), "  key: four five\n  six seven\n\nalone\n");
    str_free(&lines);
    page_free(&page);
}

static void a_lead_wider_than_its_column_pushes_the_text(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_add_lead(&page, ROLE_KEY, "longer", 6, ROLE_TEXT, "text");
    page_add_lead(&page, ROLE_KEY, "longest", 3, ROLE_TEXT, "text");
    assert_drawn(&page, 20, 2, 0, "longer text\nlongest text\n");
    page_free(&page);
}

/* As the name of a side does in wide letters: 48 columns. */
static void a_lead_that_leaves_no_room_stands_above_the_text(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_add_lead(&page, ROLE_KEY, "営業の仕事", 4, ROLE_TEXT, "one two three")->indent = 1;
    page_add_lead(&page, ROLE_KEY, "longer", 0, ROLE_TEXT, "");
    assert_int_equal(page_rows(&page, 13), 4);
    assert_drawn(&page, 13, 4, 0, " 営業の仕事\n   one two\n   three\nlonger\n");
    assert_drawn(&page, 13, 2, 1, "   one two\n   three\n");
    assert_written(&page, 13, " 営業の仕事\n   one two\n   three\nlonger\n");
    assert_drawn(&page, 9, 1, 0, " 営業の仕\n"); /* whole letters, in the page's columns */
    assert_drawn(&page, 20, 3, 0, " 営業の仕事 one two\n            three\nlonger\n");
    page_free(&page);
}

/* Sixty characters of a title can be many bytes. */
static void a_text_is_put_together_at_any_length(void **state)
{
    (void)state;
    enum { TIMES = 400 };
    struct page page;
    struct str text = {0};
    for (int i = 0; i < TIMES; i++)
        str_add(&text, "कि");
    page_init(&page, CHARSET_UTF8);
    page_addf(&page, ROLE_TEXT, "%s.", str_text(&text));
    assert_int_equal(strlen(page.items[0].text), text.len + 1);
    page_free(&page);
    str_free(&text);
}

static void a_mark_is_painted_across_the_break_of_a_line(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p = page_add(&page, ROLE_STRONG, "makes passers by stop");
    page_mark(&page, p, "passers by", ROLE_CUE);
    assert_roles(&page, 14, 2, "AAAAAACCCCCCC\nCCAAAAA\n");
    page_mark(&page, p, "nowhere", ROLE_WRONG);
    page_mark(&page, p, "", ROLE_WRONG);
    assert_roles(&page, 30, 1, "AAAAAACCCCCCCCCCAAAAA\n");
    page_free(&page);
}

static void a_mark_counts_columns_not_bytes(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p = page_add(&page, ROLE_TEXT, "é漢字 “über” x");
    page_mark(&page, p, "über", ROLE_CUE);
    assert_roles(&page, 14, 1, ".......CCCC...\n");
    page_free(&page);
    page_init(&page, CHARSET_ASCII);
    p = page_add(&page, ROLE_TEXT, "½ – “über” x");
    page_mark(&page, p, "“über”", ROLE_CUE);
    assert_drawn(&page, 20, 1, 0, "1/2 - \"uber\" x\n");
    assert_roles(&page, 20, 1, "......CCCCCC..\n");
    page_free(&page);
}

static void scrolling_shows_what_lies_below(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    page_add_lead(&page, ROLE_KEY, "a", 0, ROLE_TEXT, "one two three");
    page_add_lead(&page, ROLE_KEY, "b", 0, ROLE_TEXT, "four");
    assert_drawn(&page, 10, 2, 0, "a one two\n  three\n");
    assert_drawn(&page, 10, 2, 1, "  three\nb four\n");
    assert_drawn(&page, 10, 2, 2, "b four\n\n");
    page_free(&page);
}

static void a_margin_at_the_right_holds_a_tail(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p = page_add(&page, ROLE_TEXT, "one two three");
    p->indent = 2;
    p->outdent = 5;
    page_set_tail(&page, p, ROLE_MARKETING, "▶");
    assert_int_equal(p->outdent, 5);
    assert_drawn(&page, 15, 3, 0, "  one two     ▶\n  three\n\n");
    assert_roles(&page, 15, 2, "..............M\n.......\n");
    p->outdent = 0;
    page_set_tail(&page, p, ROLE_MARKETING, "▶");
    assert_int_equal(p->outdent, 2);
    assert_drawn(&page, 11, 2, 0, "  one two ▶\n  three\n");
    page_free(&page);
}

/* What is beside the focused paragraph comes along, but only where there is room for both. */
static void focus_brings_what_is_beside_it(void **state)
{
    (void)state;
    int all;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    for (int i = 0; i < 5; i++)
        page_add(&page, ROLE_TEXT, "line");
    page.items[2].beside = true;
    page.items[3].focused = true;
    assert_int_equal(page_follow(&page, 9, 3, 0, &all), 1);
    assert_int_equal(all, page_rows(&page, 9));
    assert_int_equal(page_follow(&page, 9, 3, 4, &all), 2);
    assert_int_equal(page_follow(&page, 9, 1, 0, &all), 3);
    page.items[4].beside = true;
    assert_int_equal(page_focus_rows(&page, 9), 3);
    assert_int_equal(page_follow(&page, 9, 3, 0, &all), 2);
    assert_int_equal(page_follow(&page, 9, 2, 0, &all), 3); /* what is behind it comes first */
    assert_int_equal(page_follow(&page, 9, 1, 0, &all), 3);
    page_free(&page);
}

static void focus_and_clicks_follow_the_paragraph(void **state)
{
    (void)state;
    int all;
    struct page page;
    struct frame frame;
    int item = -1;
    page_init(&page, CHARSET_UTF8);
    page_add(&page, ROLE_TEXT, "one two three");
    assert_int_equal(page_focus_rows(&page, 9), 0);
    assert_int_equal(page_follow(&page, 9, 1, 3, &all), 3); /* nothing to follow */
    struct paragraph *p = page_add(&page, ROLE_TEXT, "four five six");
    p->indent = 1;
    p->action = ACTION_CHOOSE;
    p->item = 5;
    p->focused = true;
    assert_int_equal(page_follow(&page, 9, 1, 0, &all),
                     2); /* its beginning, where it has no room */
    assert_int_equal(page_follow(&page, 9, 3, 0, &all), 1);  /* all of it */
    assert_int_equal(page_follow(&page, 9, 3, 3, &all), 2);  /* from below */
    assert_int_equal(page_follow(&page, 30, 3, 0, &all), 0); /* it is in sight already */
    frame_init(&frame, 20, 6);
    page_draw(&page, &frame, 3, 1, 10, 4, 1);
    assert_int_equal(frame.cursor_x, 4);
    assert_int_equal(frame.cursor_y, 2);
    assert_int_equal(frame_action_at(&frame, 3, 2, &item), ACTION_NONE);
    for (int y = 2; y <= 3; y++)
        assert_int_equal(frame_action_at(&frame, 12, y, &item), ACTION_CHOOSE);
    assert_int_equal(item, 5);
    assert_int_equal(frame_action_at(&frame, 13, 2, &item), ACTION_NONE);
    assert_int_equal(frame_action_at(&frame, 5, 1, &item), ACTION_NONE);
    frame_clear(&frame, 20, 6);
    page_draw(&page, &frame, 3, 1, 10, 2, 4); /* scrolled past its first row */
    assert_int_equal(frame.cursor_x, -1);
    frame_free(&frame);
    page_free(&page);
}

/* A page of random paragraphs of words that are all different: "w0 ", "w1 " … */
static int random_page(struct page *page, struct rng *rng)
{
    int words = 0, paragraphs = 1 + (int)rng_below(rng, 6);
    for (int i = 0; i < paragraphs; i++) {
        struct str text = {0};
        for (uint32_t n = rng_below(rng, 20); n > 0; n--)
            str_addf(&text, "w%d ", words++);
        struct paragraph *p = page_add_lead(page, ROLE_KEY, rng_below(rng, 2) ? "lead" : "",
                                            (int)rng_below(rng, 8), ROLE_TEXT, str_text(&text));
        p->indent = (int)rng_below(rng, 4);
        str_free(&text);
    }
    return words;
}

static void every_word_is_drawn_and_written_at_any_width(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < 300; round++) {
        struct page page;
        struct frame frame;
        struct str drawn = {0}, written = {0};
        page_init(&page, CHARSET_UTF8);
        int words = random_page(&page, &rng), cols = 24 + (int)rng_below(&rng, 60);
        int rows = page_rows(&page, cols);
        frame_init(&frame, cols, rows);
        page_draw(&page, &frame, 0, 0, cols, rows, 0);
        frame_write(&frame, &drawn);
        page_write(&page, cols, &written);
        assert_string_equal(str_text(&drawn), str_text(&written));
        const char *at = str_text(&drawn);
        for (int i = 0; i < words; i++) {
            char word[16];
            snprintf(word, sizeof word, "w%d", i);
            at = strstr(at, word);
            assert_non_null(at);
        }
        str_free(&drawn);
        str_free(&written);
        frame_free(&frame);
        page_free(&page);
    }
}

static void lines_for_a_room_have_rows_between_them(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p = page_add(&page, ROLE_TEXT, "one two three four");
    p->spaced = true;
    page_mark(&page, p, "two three", ROLE_CUE);
    page_add(&page, ROLE_TEXT, "five");
    assert_int_equal(page_rows(&page, 9), 6);
    assert_drawn(&page, 9, 6, 0, "one two\n\nthree\n\nfour\nfive\n");
    assert_drawn(&page, 9, 2, 1, "\nthree\n");
    assert_roles(&page, 9, 4, "....CCC\n\nCCCCC\n\n");
    assert_written(&page, 9, "one two\nthree\nfour\nfive\n");
    page_free(&page);
}

static void balanced_lines_are_as_many_and_none_is_short(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, CHARSET_UTF8);
    struct paragraph *p = page_add(&page, ROLE_TEXT, "a stand at a trade fair in may");
    assert_drawn(&page, 27, 2, 0, "a stand at a trade fair in\nmay\n");
    page_balance(p, 27);
    assert_drawn(&page, 27, 2, 0, "a stand at a\ntrade fair in may\n");
    p = page_add(&page, ROLE_TEXT, "one line");
    page_balance(p, 27); /* stays one, and an empty text takes no harm */
    page_balance(page_add(&page, ROLE_TEXT, ""), 27);
    assert_int_equal(page_rows(&page, 27), 4);
    page_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_wraps_and_gaps_stay),
        cmocka_unit_test(a_lead_stands_before_hanging_text),
        cmocka_unit_test(what_is_told_has_no_columns),
        cmocka_unit_test(a_lead_wider_than_its_column_pushes_the_text),
        cmocka_unit_test(a_lead_that_leaves_no_room_stands_above_the_text),
        cmocka_unit_test(a_text_is_put_together_at_any_length),
        cmocka_unit_test(a_mark_is_painted_across_the_break_of_a_line),
        cmocka_unit_test(a_mark_counts_columns_not_bytes),
        cmocka_unit_test(scrolling_shows_what_lies_below),
        cmocka_unit_test(a_margin_at_the_right_holds_a_tail),
        cmocka_unit_test(lines_for_a_room_have_rows_between_them),
        cmocka_unit_test(balanced_lines_are_as_many_and_none_is_short),
        cmocka_unit_test(focus_brings_what_is_beside_it),
        cmocka_unit_test(focus_and_clicks_follow_the_paragraph),
        cmocka_unit_test(every_word_is_drawn_and_written_at_any_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
