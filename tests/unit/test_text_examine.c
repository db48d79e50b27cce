/* Faults of foreign text: every ill-formed and forbidden range, and how it is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistr.h>

#include "core/text.h"
#include "seed.h"

static enum text_fault examine(const char *text)
{
    return text_examine(text, strlen(text), NULL);
}

static size_t encode(char out[5], uint32_t c)
{
    int len = u8_uctomb((uint8_t *)out, c, 4);
    assert_true(len > 0);
    out[len] = '\0';
    return (size_t)len;
}

static void good_texts_are_ok(void **state)
{
    (void)state;
    assert_int_equal(examine(""), TEXT_OK);
    assert_int_equal(examine("A stand at a fair costs 5 % more: \"why?\" ~"), TEXT_OK);
    assert_int_equal(examine("Größe – “Ærø” 日本 Ελλάδα עברית ✓ \xf0\x9f\x8e\x89"), TEXT_OK);
    assert_int_equal(examine("e\xcc\x81\xcc\x82\xcc\x83\xcc\x84"), TEXT_OK);
}

static void ill_formed_ranges(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",
        "\xbf", /* a continuation alone */
        "\xc0\x80",
        "\xc1\xbf", /* overlong two */
        "\xe0\x80\x80",
        "\xe0\x9f\xbf", /* overlong three */
        "\xf0\x80\x80\x80",
        "\xf0\x8f\xbf\xbf", /* overlong four */
        "\xed\xa0\x80",
        "\xed\xbf\xbf", /* surrogates */
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", /* beyond U+10FFFF */
        "\xf8\x88\x80\x80\x80",
        "\xfe",
        "\xff", /* never a byte of UTF-8 */
        "\xc3",
        "\xe2\x82",
        "\xf0\x9f\x8e", /* cut short at the end */
        "\xc3(",
        "\xe2(\xa1",
        "\xe2\x82(",
        "\xf0\x9f\x8e(", /* or by another character */
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        size_t at = 99;
        char text[32] = "0123456789";
        memcpy(text + 10, bad[i], strlen(bad[i]));
        assert_int_equal(text_examine(text, 10 + strlen(bad[i]), &at), TEXT_ILL_FORMED);
        assert_int_equal(at, 10);
    }
}

static void every_lead_and_second_byte(void **state)
{
    (void)state;
    for (int lead = 0x80; lead < 0x100; lead++)
        for (int second = 0x80; second < 0xc0; second++) {
            const char text[] = {(char)lead, (char)second};
            bool good = lead >= 0xc2 && lead <= 0xdf;
            assert_int_equal(text_examine(text, 2, NULL) != TEXT_ILL_FORMED, good);
        }
}

static void kinds_of_characters(void **state)
{
    (void)state;
    static const struct {
        uint32_t first, last;
        enum text_fault fault;
    } ranges[] = {
        {0x00, 0x1f, TEXT_CONTROL},          {0x20, 0x7e, TEXT_OK},
        {0x7f, 0x9f, TEXT_CONTROL},          {0xa0, 0xac, TEXT_OK},
        {0xad, 0xad, TEXT_INVISIBLE},        {0xae, 0x2ff, TEXT_OK},
        {0x034f, 0x034f, TEXT_INVISIBLE},    {0x061c, 0x061c, TEXT_BIDI},
        {0x115f, 0x1160, TEXT_FORBIDDEN},    {0x180b, 0x180e, TEXT_INVISIBLE},
        {0x200b, 0x200d, TEXT_INVISIBLE},    {0x200e, 0x200f, TEXT_BIDI},
        {0x2010, 0x2027, TEXT_OK},           {0x2028, 0x2029, TEXT_CONTROL},
        {0x202a, 0x202e, TEXT_BIDI},         {0x202f, 0x205f, TEXT_OK},
        {0x2060, 0x2064, TEXT_INVISIBLE},    {0x2066, 0x2069, TEXT_BIDI},
        {0x206a, 0x206f, TEXT_FORBIDDEN},    {0x2190, 0x21ff, TEXT_OK},
        {0x2500, 0x25ff, TEXT_OK},           {0x3164, 0x3164, TEXT_FORBIDDEN},
        {0xe000, 0xf8ff, TEXT_FORBIDDEN},    {0xfdd0, 0xfdef, TEXT_FORBIDDEN},
        {0xfe00, 0xfe0f, TEXT_INVISIBLE},    {0xfeff, 0xfeff, TEXT_INVISIBLE},
        {0xffa0, 0xffa0, TEXT_FORBIDDEN},    {0xfff9, 0xfffb, TEXT_FORBIDDEN},
        {0xfffd, 0xfffd, TEXT_OK},           {0xfffe, 0xffff, TEXT_FORBIDDEN},
        {0x1f389, 0x1f389, TEXT_OK},         {0x1fffe, 0x1ffff, TEXT_FORBIDDEN},
        {0xe0001, 0xe007f, TEXT_FORBIDDEN},  {0xe0100, 0xe01ef, TEXT_INVISIBLE},
        {0xf0000, 0x10ffff, TEXT_FORBIDDEN},
    };
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
        for (uint32_t c = ranges[i].first; c <= ranges[i].last; c++) {
            char text[5];
            assert_int_equal(text_character_fault(c), ranges[i].fault);
            assert_int_equal(text_examine(text, encode(text, c), NULL), ranges[i].fault);
        }
}

static void marks_pile_up_to_four(void **state)
{
    (void)state;
    static const char five[] = "xe\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85z";
    size_t at = 0;
    assert_int_equal(text_examine(five, sizeof five - 1, &at), TEXT_MARKS);
    assert_int_equal(at, 10);
    /* a joiner between them is dropped at display and does not hide them */
    static const char joined[] = "e\xcc\x81\xcc\x82\xe2\x80\x8d\xcc\x83\xcc\x84\xcc\x85";
    assert_int_equal(text_examine(joined, sizeof joined - 1, NULL), TEXT_MARKS);
    static const char apart[] = "e\xcc\x81\xcc\x82\xcc\x83"
                                "eeeeeeee\xcc\x83\xcc\x84\xcc\x85";
    assert_int_equal(text_examine(apart, sizeof apart - 1, NULL), TEXT_OK);
}

static void names_the_worst(void **state)
{
    (void)state;
    static const char *const by_rank[] = {
        "\xc2\xad",     "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
        "\xe3\x85\xa4", "\xe2\x80\xae",
        "\n",           "\xff"};
    struct str text = {0};
    for (size_t i = 0; i < ARRAY_LEN(by_rank); i++) {
        size_t at = 0, here = text.len;
        str_add(&text, by_rank[i]);
        str_add(&text, by_rank[i]);
        enum text_fault expected = (enum text_fault)(TEXT_INVISIBLE - i);
        assert_int_equal(text_examine(text.data, text.len, &at), expected);
        assert_int_equal(at, expected == TEXT_MARKS ? here + 9 : here);
        assert_non_null(text_fault_name(expected));
    }
    assert_null(text_fault_name(TEXT_OK));
    str_free(&text);
}

/* One bad byte at any place of a long plain text is found there. */
static void the_fast_path_misses_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    char text[64];
    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = (char)(0x20 + rng_below(&rng, 0x5f));
        assert_int_equal(text_examine(text, sizeof text, NULL), TEXT_OK);
        size_t where = rng_below(&rng, sizeof text), at = 99;
        uint32_t bad = rng_below(&rng, 0x21 + 0x80);
        bad = bad < 0x20 ? bad : 0x7f + (bad - 0x20);
        text[where] = (char)bad;
        assert_int_equal(text_examine(text, sizeof text, &at),
                         bad < 0x80 ? TEXT_CONTROL : TEXT_ILL_FORMED);
        assert_int_equal(at, where);
    }
}

static void assert_shows(const char *foreign, size_t max, const char *expected)
{
    struct str out = {0};
    text_show(&out, foreign, max);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void shows_faults_as_escapes(void **state)
{
    (void)state;
    assert_shows("plain – ✓", 0, "plain – ✓");
    assert_shows("\x1b[31m\n", 0, "\\u{1b}[31m\\u{a}");
    assert_shows("\xc2\x9b\xe2\x80\xae", 0, "\\u{9b}\\u{202e}");
    assert_shows("a\xff\xe2\x82z", 0, "a\\x{ff}\\x{e2}\\x{82}z");
    assert_shows("\xf3\xa0\x81\x81", 0, "\\u{e0041}");
    assert_shows("e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81", 0,
                 "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\\u{301}");
}

static void shows_at_most_so_many_characters(void **state)
{
    (void)state;
    assert_shows("abc", 3, "abc");
    assert_shows("abcd", 3, "abc…");
    assert_shows("e\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81",
                 2,
                 "e\xcc\x81"
                 "e\xcc\x81…");
    assert_shows("e\xcc\x81"
                 "e\xcc\x81",
                 2,
                 "e\xcc\x81"
                 "e\xcc\x81");
    assert_shows("\x1b\x1b\x1b", 2, "\\u{1b}\\u{1b}…");
}

static void nothing_shown_can_act_on_a_terminal(void **state)
{
    (void)state;
    struct str out = {0};
    for (uint32_t c = 1; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        char text[5];
        encode(text, c);
        str_clear(&out);
        text_show(&out, text, 0);
        assert_true(out.len > 0);
        if (text_examine(out.data, out.len, NULL) != TEXT_OK)
            fail_msg("U+%04X is shown as \"%s\"", (unsigned)c, out.data);
    }
    struct rng rng = rng_for_test();
    for (int round = 0; round < 50000; round++) {
        char bytes[24] = {0};
        for (size_t i = 0; i < rng_below(&rng, sizeof bytes); i++)
            bytes[i] = (char)(1 + rng_below(&rng, 255));
        str_clear(&out);
        text_show(&out, bytes, rng_below(&rng, 10));
        assert_int_equal(text_examine(str_text(&out), out.len, NULL), TEXT_OK);
    }
    str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_texts_are_ok),
        cmocka_unit_test(ill_formed_ranges),
        cmocka_unit_test(every_lead_and_second_byte),
        cmocka_unit_test(kinds_of_characters),
        cmocka_unit_test(marks_pile_up_to_four),
        cmocka_unit_test(names_the_worst),
        cmocka_unit_test(the_fast_path_misses_nothing),
        cmocka_unit_test(shows_faults_as_escapes),
        cmocka_unit_test(shows_at_most_so_many_characters),
        cmocka_unit_test(nothing_shown_can_act_on_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
