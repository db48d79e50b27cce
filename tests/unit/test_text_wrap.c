/* Wrapping: never wider than asked, nothing lost but blanks, words kept whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/text.h"
#include "seed.h"

enum { LINES_MAX = 64 };

/* Wraps `text` and compares the lines, written with a "|" behind each. */
static void assert_wraps(const char *text, int cols, const char *expected)
{
    struct text_line lines[LINES_MAX];
    struct str got = {0};
    size_t count = text_wrap(text, cols, lines, LINES_MAX);
    assert_true(count <= LINES_MAX);
    for (size_t i = 0; i < count; i++) {
        str_addn(&got, lines[i].start, lines[i].len);
        str_addc(&got, '|');
        assert_int_equal(lines[i].cols, text_widthn(lines[i].start, lines[i].len));
    }
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
}

static void breaks_at_blanks(void **state)
{
    (void)state;
    assert_wraps("", 10, "");
    assert_wraps("one", 3, "one|");
    assert_wraps("one two", 7, "one two|");
    assert_wraps("one two", 6, "one|two|");
    assert_wraps("one two", 4, "one|two|");
    assert_wraps("one   two", 5, "one|two|");
    assert_wraps("one two  ", 7, "one two|");
    assert_wraps("   ", 2, "|");
    assert_wraps("a well-known firm", 7, "a well-|known|firm|");
}

static void breaks_long_words_only(void **state)
{
    (void)state;
    assert_wraps("abcdefgh", 3, "abc|def|gh|");
    assert_wraps("a bcdefgh", 3, "a|bcd|efg|h|");
    assert_wraps("ab\xc2\xa0"
                 "cd ef",
                 5,
                 "ab\xc2\xa0"
                 "cd|ef|"); /* no-break space */
}

static void breaks_wide_text(void **state)
{
    (void)state;
    assert_wraps("日本語", 4, "日本|語|");
    assert_wraps("日本語", 5, "日本|語|");
    assert_wraps("日本。", 4, "日|本。|"); /* a full stop stays with its word */
    assert_wraps("ae\xcc\x81ie\xcc\x81", 2, "ae\xcc\x81|ie\xcc\x81|");
}

static void breaks_at_newlines(void **state)
{
    (void)state;
    assert_wraps("one\ntwo", 9, "one|two|");
    assert_wraps("one\n\ntwo\n", 9, "one||two|");
    assert_wraps("one \r\ntwo", 9, "one|two|");
}

static void counts_beyond_the_room(void **state)
{
    (void)state;
    struct text_line line;
    assert_int_equal(text_wrap("a b c d", 2, &line, 1), 4);
    assert_int_equal(line.len, 1);
    assert_int_equal(text_wrap("a b c d", 2, NULL, 0), 4);
}

static void random_text(struct rng *rng, struct str *text)
{
    static const char *const pieces[] = {"a",
                                         "word",
                                         " ",
                                         "  ",
                                         "-",
                                         "日",
                                         "é",
                                         "“x”",
                                         ", ",
                                         "。",
                                         "(b)",
                                         "/",
                                         "12.5",
                                         "\n",
                                         "…",
                                         "—",
                                         "\xcc\x81",
                                         "\xf0\x9f\x87\xa9",
                                         "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"};
    for (uint32_t n = rng_below(rng, 40); n > 0; n--)
        str_add(text, pieces[rng_below(rng, ARRAY_LEN(pieces))]);
}

static void random_texts_fit_and_lose_only_blanks(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    static struct text_line lines[1024];
    for (int round = 0; round < 20000; round++) {
        struct str text = {0};
        random_text(&rng, &text);
        int cols = 2 + (int)rng_below(&rng, 30);
        const char *at = str_text(&text);
        size_t count = text_wrap(at, cols, lines, ARRAY_LEN(lines));
        for (size_t i = 0; i < count; i++) {
            for (; at < lines[i].start; at++)
                assert_true(*at == ' ' || *at == '\n');
            assert_true(at == lines[i].start);
            assert_true(lines[i].cols <= cols);
            assert_int_equal(lines[i].cols, text_widthn(lines[i].start, lines[i].len));
            assert_true(lines[i].len == 0 || lines[i].start[lines[i].len - 1] != ' ');
            at += lines[i].len;
        }
        for (; *at != '\0'; at++)
            assert_true(*at == ' ' || *at == '\n');
        str_free(&text);
    }
}

/* Words of letters and blanks between: each line must hold as many as fit. */
static void lines_are_full(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    static struct text_line lines[1024];
    for (int round = 0; round < 5000; round++) {
        struct str text = {0};
        for (uint32_t n = 1 + rng_below(&rng, 20); n > 0; n--)
            str_addf(&text, "%.*s ", (int)(1 + rng_below(&rng, 9)), "abcdefghij");
        int cols = 9 + (int)rng_below(&rng, 20);
        size_t count = text_wrap(str_text(&text), cols, lines, ARRAY_LEN(lines));
        for (size_t i = 0; i + 1 < count; i++) {
            size_t next_word = strcspn(lines[i + 1].start, " ");
            assert_true(lines[i].cols + 1 + (int)next_word > cols);
            assert_int_equal(lines[i + 1].start[-1], ' ');
        }
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_blanks),
        cmocka_unit_test(breaks_long_words_only),
        cmocka_unit_test(breaks_wide_text),
        cmocka_unit_test(breaks_at_newlines),
        cmocka_unit_test(counts_beyond_the_room),
        cmocka_unit_test(random_texts_fit_and_lose_only_blanks),
        cmocka_unit_test(lines_are_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
