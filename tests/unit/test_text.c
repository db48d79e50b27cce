/* Widths, counts, clusters and clipping of text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/text.h"
#include "seed.h"

#define ACUTE "\xcc\x81"                                     /* U+0301 */
#define FLAG_DE "\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa"           /* two regional indicators */
#define CODER "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb" /* woman, ZWJ, laptop */
#define HANGUL_JAMO "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"   /* three letters, one syllable */

static void widths(void **state)
{
    (void)state;
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("plain text"), 10);
    assert_int_equal(text_width("Über – “so”"), 11);
    assert_int_equal(text_width("日本"), 4);
    assert_int_equal(text_width("e" ACUTE "e"), 2);
    assert_int_equal(text_width(ACUTE), 0);
    assert_int_equal(text_width("a\x1b\x07\tb\xc2\x9b"), 2);
    assert_int_equal(text_width(FLAG_DE), 2);
    assert_int_equal(text_width(CODER), 2);
    assert_int_equal(text_width(HANGUL_JAMO), 2);
    assert_int_equal(text_width("█▌░─┌◀▶✓✗…"), 10);
    assert_int_equal(text_widthn("日本", 3), 2);
    assert_int_equal(text_widthn("abc", 2), 2);
}

static void lengths(void **state)
{
    (void)state;
    assert_int_equal(text_length(""), 0);
    assert_int_equal(text_length("plain"), 5);
    assert_int_equal(text_length("日本é"), 3);
    assert_int_equal(text_length("plain e" ACUTE ACUTE "!"), 8);
    assert_int_equal(text_length(FLAG_DE FLAG_DE "x"), 3);
    assert_int_equal(text_length(CODER), 1);
    assert_int_equal(text_length("a\r\nb"), 3);
    assert_int_equal(text_length("\xff\xff"), 2);
}

static void clusters(void **state)
{
    (void)state;
    assert_int_equal(text_cluster(""), 0);
    assert_int_equal(text_cluster("ab"), 1);
    assert_int_equal(text_cluster("a" ACUTE "b"), 3);
    assert_int_equal(text_cluster("éb"), 2);
    assert_int_equal(text_cluster(FLAG_DE FLAG_DE), 8);
    assert_int_equal(text_cluster(CODER "x"), strlen(CODER));
    assert_int_equal(text_cluster(HANGUL_JAMO HANGUL_JAMO), strlen(HANGUL_JAMO));
    assert_int_equal(text_cluster("\r\n"), 2);
    assert_int_equal(text_cluster("\xff"
                                  "a"),
                     1);
    assert_int_equal(text_clustern("abc", 0), 0);
    assert_int_equal(text_clustern("a" ACUTE, 1), 1);
}

/* Whatever its length: the search looks through windows, and must not see their edges. */
static void long_clusters(void **state)
{
    (void)state;
    for (size_t marks = 1; marks < 400; marks++) {
        struct str text = {0};
        str_add(&text, "a");
        for (size_t i = 0; i < marks; i++)
            str_add(&text, ACUTE);
        str_add(&text, "日b");
        assert_int_equal(text_cluster(str_text(&text)), 1 + 2 * marks);
        assert_int_equal(text_length(str_text(&text)), 3);
        str_free(&text);
    }
}

static void clips_between_clusters(void **state)
{
    (void)state;
    assert_int_equal(text_clip("abc", 0), 0);
    assert_int_equal(text_clip("abc", -1), 0);
    assert_int_equal(text_clip("abc", 2), 2);
    assert_int_equal(text_clip("abc", 9), 3);
    assert_int_equal(text_clip("a日b", 2), 1);
    assert_int_equal(text_clip("a日b", 3), 4);
    assert_int_equal(text_clip("e" ACUTE "x", 1), 3);
    assert_int_equal(text_clip(FLAG_DE FLAG_DE, 3), 8);
}

static void prefixes_between_characters(void **state)
{
    (void)state;
    static const char text[] = "aé日\xf0\x9f\x87\xa9"; /* 1 + 2 + 3 + 4 bytes */
    static const size_t fits[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10, 10};
    for (size_t max = 0; max < ARRAY_LEN(fits); max++)
        assert_int_equal(text_prefix(text, max), fits[max]);
}

/* Clusters put together are the text; their widths and number agree with the whole's. */
static void clusters_make_up_random_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a",  " ",  "é",    ACUTE,      "日",        FLAG_DE,           CODER,
        "\r", "\n", "\xff", "\xe2\x82", HANGUL_JAMO, "\xf0\x9f\x87\xa9"};
    struct rng rng = rng_for_test();
    for (int round = 0; round < 3000; round++) {
        struct str text = {0};
        for (uint32_t n = rng_below(&rng, 40); n > 0; n--)
            str_add(&text, pieces[rng_below(&rng, ARRAY_LEN(pieces))]);
        size_t at = 0, count = 0, len;
        int cols = 0;
        while ((len = text_cluster(str_text(&text) + at)) > 0) {
            int width = text_widthn(str_text(&text) + at, len);
            assert_in_range(width, 0, 2);
            cols += width;
            at += len;
            count++;
        }
        assert_int_equal(at, text.len);
        assert_int_equal(count, text_length(str_text(&text)));
        assert_int_equal(cols, text_width(str_text(&text)));
        int limit = (int)rng_below(&rng, 20);
        size_t clip = text_clip(str_text(&text), limit);
        assert_true(text_widthn(str_text(&text), clip) <= limit);
        assert_true(clip == text.len ||
                    text_widthn(str_text(&text), clip + text_cluster(text.data + clip)) > limit);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(lengths),
        cmocka_unit_test(clusters),
        cmocka_unit_test(long_clusters),
        cmocka_unit_test(clips_between_clusters),
        cmocka_unit_test(prefixes_between_characters),
        cmocka_unit_test(clusters_make_up_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
