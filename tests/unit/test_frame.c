/* The grid of cells: clipping, wide clusters never half, hits, roles, comparison. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/frame.h"
#include "core/text.h"
#include "seed.h"

static void assert_shows(const struct frame *f, const char *expected)
{
    struct str out = {0};
    frame_write(f, &out);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void assert_roles(const struct frame *f, const char *expected)
{
    struct str out = {0};
    frame_write_roles(f, &out);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void starts_blank_and_clears(void **state)
{
    (void)state;
    struct frame f;
    frame_init(&f, 4, 2);
    assert_shows(&f, "\n\n");
    assert_int_equal(f.cursor_x, -1);
    f.context = CONTEXT_CARD;
    frame_put(&f, 0, 1, 4, "x", ROLE_TITLE);
    frame_hit(&f, 0, 0, 4, 2, ACTION_NEXT, 0);
    f.cursor_x = 1;
    frame_clear(&f, 4, 2);
    assert_shows(&f, "\n\n");
    assert_roles(&f, "\n\n");
    assert_int_equal(f.cursor_x, -1);
    assert_int_equal(f.hit_count, 0);
    assert_int_equal(f.context, CONTEXT_CARD);
    frame_clear(&f, 9, 1);
    assert_int_equal(frame_put(&f, 0, 0, 99, "123456789", ROLE_TEXT), 9);
    assert_shows(&f, "123456789\n");
    frame_clear(&f, 0, 0);
    assert_int_equal(frame_put(&f, 0, 0, 5, "x", ROLE_TEXT), 0);
    assert_shows(&f, "");
    frame_free(&f);
}

static void clips_at_every_edge(void **state)
{
    (void)state;
    struct frame f;
    frame_init(&f, 6, 2);
    assert_int_equal(frame_put(&f, 4, 0, 9, "abc", ROLE_TEXT), 2);
    assert_int_equal(frame_put(&f, -2, 1, 9, "abcd", ROLE_TEXT), 4);
    assert_int_equal(frame_put(&f, 0, 2, 9, "x", ROLE_TEXT), 0);
    assert_int_equal(frame_put(&f, 0, -1, 9, "x", ROLE_TEXT), 0);
    assert_int_equal(frame_put(&f, 6, 0, 9, "x", ROLE_TEXT), 0);
    assert_int_equal(frame_put(&f, 0, 0, 2, "xyz", ROLE_TEXT), 2);
    assert_int_equal(frame_put(&f, 3, 0, 0, "x", ROLE_TEXT), 0);
    assert_int_equal(frame_putn(&f, 3, 1, 9, "xyz", 2, ROLE_TEXT), 2);
    assert_shows(&f, "xy  ab\ncd xy\n");
    frame_free(&f);
}

static void wide_clusters_are_whole_or_blank(void **state)
{
    (void)state;
    struct frame f;
    frame_init(&f, 6, 1);
    assert_int_equal(frame_put(&f, 0, 0, 6, "日本語", ROLE_TITLE), 6);
    assert_shows(&f, "日本語\n");
    assert_int_equal(frame_put(&f, 1, 0, 1, "x", ROLE_TEXT), 1); /* its right half */
    assert_shows(&f, " x本語\n");
    assert_roles(&f, "T.TTTT\n");
    assert_int_equal(frame_put(&f, 4, 0, 1, "y", ROLE_TEXT), 1); /* its left half */
    assert_shows(&f, " x本y\n");
    assert_int_equal(frame_put(&f, 1, 0, 2, "日", ROLE_TEXT), 2); /* over a letter and a half */
    assert_shows(&f, " 日 y\n");
    assert_int_equal(frame_put(&f, 5, 0, 9, "日", ROLE_TEXT), 0); /* no room */
    assert_int_equal(frame_put(&f, 0, 0, 3, "a日本", ROLE_TEXT), 3);
    assert_shows(&f, "a日 y\n");
    assert_int_equal(frame_put(&f, -1, 0, 9, "日z", ROLE_TEXT), 3); /* cut by the left edge */
    assert_shows(&f, " z  y\n");
    frame_free(&f);
}

static void odd_clusters(void **state)
{
    (void)state;
    struct frame f;
    frame_init(&f, 8, 1);
    assert_int_equal(frame_put(&f, 0, 0, 8, "e\xcc\x81|\x1b\t\n\xe2\x80\xae|", ROLE_TEXT), 3);
    assert_shows(&f, "e\xcc\x81||\n");
    frame_clear(&f, 8, 1);
    assert_int_equal(frame_put(&f, 0, 0, 8,
                               "\xcc\x81"
                               "a\xff"
                               "b",
                               ROLE_TEXT),
                     3);
    assert_shows(&f, "a?b\n");
    struct str zalgo = {0};
    str_add(&zalgo, "日");
    while (zalgo.len + 2 < CELL_BYTES)
        str_add(&zalgo, "\xcc\x81");
    frame_put(&f, 0, 0, 8, str_text(&zalgo), ROLE_TEXT);
    assert_string_equal(f.cells[0].text, str_text(&zalgo));
    str_add(&zalgo, "\xcc\x81");
    assert_int_equal(frame_put(&f, 0, 0, 8, str_text(&zalgo), ROLE_TEXT), 2);
    assert_string_equal(f.cells[0].text, "?");
    assert_string_equal(f.cells[1].text, " ");
    str_free(&zalgo);
    frame_free(&f);
}

static void paints_without_drawing(void **state)
{
    (void)state;
    struct frame f;
    frame_init(&f, 5, 2);
    frame_put(&f, 0, 0, 5, "abcde", ROLE_TEXT);
    frame_paint(&f, 1, 0, 2, ROLE_CUE);
    frame_paint(&f, 3, 1, 99, ROLE_SELECTED);
    frame_paint(&f, -3, 1, 4, ROLE_KEY);
    frame_paint(&f, 0, 2, 5, ROLE_KEY);
    assert_shows(&f, "abcde\n\n");
    assert_roles(&f, ".CC..\nK..XX\n");
    frame_free(&f);
}

static void every_role_has_a_letter_of_its_own(void **state)
{
    (void)state;
    struct frame f;
    struct str out = {0};
    frame_init(&f, ROLE_COUNT + 1, 1);
    for (int role = 0; role < ROLE_COUNT; role++)
        frame_put(&f, role, 0, 1, "x", (enum role)role);
    frame_write_roles(&f, &out);
    assert_int_equal(out.len, ROLE_COUNT + 1);
    assert_int_equal(out.data[0], '.');
    for (const char *c = out.data; *c != '\n'; c++)
        assert_true(strchr(out.data, *c) == c && (unsigned char)*c > ' ');
    str_free(&out);
    frame_free(&f);
}

static void the_last_hit_wins(void **state)
{
    (void)state;
    struct frame f;
    int item = -7;
    frame_init(&f, 20, 5);
    assert_int_equal(frame_action_at(&f, 0, 0, &item), ACTION_NONE);
    frame_hit(&f, 2, 1, 10, 3, ACTION_NEXT, 1);
    frame_hit(&f, 5, 2, 2, 1, ACTION_CHOOSE, 4);
    assert_int_equal(frame_action_at(&f, 1, 1, &item), ACTION_NONE);
    assert_int_equal(frame_action_at(&f, 12, 1, &item), ACTION_NONE);
    assert_int_equal(frame_action_at(&f, 2, 4, &item), ACTION_NONE);
    assert_int_equal(item, -7);
    assert_int_equal(frame_action_at(&f, 11, 3, &item), ACTION_NEXT);
    assert_int_equal(item, 1);
    assert_int_equal(frame_action_at(&f, 6, 2, &item), ACTION_CHOOSE);
    assert_int_equal(item, 4);
    for (int i = 0; i < FRAME_HITS_MAX + 9; i++)
        frame_hit(&f, 0, 0, 1, 1, ACTION_CHOOSE, i);
    assert_int_equal(frame_action_at(&f, 0, 0, &item), ACTION_CHOOSE);
    assert_int_equal(item, FRAME_HITS_MAX - 3);
    frame_free(&f);
}

static void equal_means_the_same_in_all(void **state)
{
    (void)state;
    struct frame a, b;
    frame_init(&a, 4, 2);
    frame_init(&b, 4, 2);
    frame_put(&b, 0, 0, 4, "日本", ROLE_TITLE);
    frame_put(&b, 0, 0, 4, "    ", ROLE_TEXT);
    assert_true(frame_equal(&a, &b));
    frame_paint(&b, 0, 0, 1, ROLE_KEY);
    assert_false(frame_equal(&a, &b));
    frame_paint(&a, 0, 0, 1, ROLE_KEY);
    assert_true(frame_equal(&a, &b));
    frame_put(&a, 3, 1, 1, "x", ROLE_TEXT);
    assert_false(frame_equal(&a, &b));
    frame_put(&b, 3, 1, 1, "x", ROLE_TEXT);
    b.cursor_x = 2;
    assert_false(frame_equal(&a, &b));
    b.cursor_x = a.cursor_x;
    frame_hit(&a, 0, 0, 1, 1, ACTION_NEXT, 0);
    assert_false(frame_equal(&a, &b));
    frame_hit(&b, 0, 0, 1, 1, ACTION_NEXT, 0);
    assert_true(frame_equal(&a, &b));
    b.context = CONTEXT_MENU;
    assert_false(frame_equal(&a, &b));
    frame_clear(&b, 2, 4);
    assert_false(frame_equal(&a, &b));
    frame_free(&a);
    frame_free(&b);
}

/* After any drawing, each row adds up to its width and no half of a wide cluster stands alone. */
static void random_drawing_leaves_whole_cells(void **state)
{
    (void)state;
    static const char *const texts[] = {"abc",
                                        "日本語",
                                        "a日b本",
                                        "e\xcc\x81\xcc\x81x",
                                        "\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa!",
                                        "\xff\xe6\x97",
                                        ""};
    struct rng rng = rng_for_test();
    struct frame f;
    frame_init(&f, 11, 3);
    for (int round = 0; round < 50000; round++) {
        int x = (int)rng_below(&rng, 20) - 5, y = (int)rng_below(&rng, 5) - 1;
        const char *text = texts[rng_below(&rng, ARRAY_LEN(texts))];
        int cols = (int)rng_below(&rng, 8);
        int drawn = frame_put(&f, x, y, cols, text, (enum role)rng_below(&rng, ROLE_COUNT));
        assert_in_range(drawn, 0, cols);
        for (int i = 0; i < 33; i++) {
            const struct cell *cell = &f.cells[i];
            assert_in_range(cell->cols, 0, 2);
            assert_true((cell->cols == 0) == (cell->text[0] == '\0'));
            assert_true((cell->cols == 0) == (i % 11 > 0 && cell[-1].cols == 2));
            if (cell->cols > 0)
                assert_int_equal(text_width(cell->text), cell->cols);
        }
    }
    frame_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_blank_and_clears),
        cmocka_unit_test(clips_at_every_edge),
        cmocka_unit_test(wide_clusters_are_whole_or_blank),
        cmocka_unit_test(odd_clusters),
        cmocka_unit_test(paints_without_drawing),
        cmocka_unit_test(every_role_has_a_letter_of_its_own),
        cmocka_unit_test(the_last_hit_wins),
        cmocka_unit_test(equal_means_the_same_in_all),
        cmocka_unit_test(random_drawing_leaves_whole_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
