/* What a character set can show: invisible characters dropped, all else written in ASCII. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistr.h>

#include "core/text.h"

static void assert_adapts(const char *text, enum charset charset, const char *expected)
{
    struct str out = {0};
    text_adapt(&out, text, charset);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void utf8_loses_only_what_is_invisible(void **state)
{
    (void)state;
    assert_adapts("", CHARSET_UTF8, "");
    assert_adapts("“Größe” – 日本 ✓", CHARSET_UTF8, "“Größe” – 日本 ✓");
    assert_adapts("soft\xc2\xadhyphen \xe2\x9d\xa4\xef\xb8\x8f\xef\xbb\xbf", CHARSET_UTF8,
                  "softhyphen \xe2\x9d\xa4");
    assert_adapts("one\ntwo\x1b\xff\xe2\x80\xae.", CHARSET_UTF8, "one\ntwo���.");
}

static void what_goes_to_other_programs_hides_nothing(void **state)
{
    (void)state;
    struct str text = {0};
    text_drop_invisible(&text);
    assert_int_equal(text.len, 0);
    str_add(&text, "\xef\xbb\xbf\"a\xe2\x80\x8b\tb\xc2\xad\",\r\nc\xff\xe2\x80\x8d");
    text_drop_invisible(&text);
    assert_string_equal(str_text(&text), "\"a\tb\",\r\nc\xff");
    assert_int_equal(text.len, strlen(text.data));
    str_free(&text);
}

static void ascii_writes_what_it_can(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"‘a’ “b” „c“ «d» ‹e›", "'a' \"b\" \"c\" \"d\" 'e'"},
        {"a – b — c ‑ d − e", "a - b -- c - d - e"},
        {"so…\xc2\xa0• ·", "so... * ."},
        {"← → ↑ ↓ ◀ ▶ ▲ ▼", "<- -> ^ v < > ^ v"},
        {"✓ ✗", "+ x"},
        {"┌─┬┐│├┼┤└┴┘", "+-++|+++++"
                        "+"},
        {"═║╔╗", "=|++"},
        {"█▌░", "#=."},
        {"äöüÄÖÜßéèêñçåÅøØæÆœŒ", "aouAOUsseeencaAoOaeAEoeOE"},
        {"łŁđĐğİıŞžčřůőŋþÞð", "lLdDgIiSzcruonthThd"},
        {"e\xcc\x81", "e"},
        {"½ ² ™ ﬁ × ÷ ± € £ © ≤ ≥ ≠", "1/2 2 TM fi x / +/- EUR GBP (c) <= >= !="},
        {"日本 ж א ≮", "?? ? ? ?"},
        {"soft\xc2\xadhyphen", "softhyphen"},
        {"one\ntwo\x1b\xff", "one\ntwo??"},
    };
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        assert_adapts(pairs[i][0], CHARSET_ASCII, pairs[i][1]);
}

static void letters_keep_their_case_and_base(void **state)
{
    (void)state;
    static const char expected[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"
                                   "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
    for (uint32_t c = 0xc0; c <= 0xff; c++) {
        char text[5] = {0};
        u8_uctomb((uint8_t *)text, c, 4);
        struct str out = {0};
        text_adapt(&out, text, CHARSET_ASCII);
        assert_int_equal(str_text(&out)[0], expected[c - 0xc0]);
        str_free(&out);
    }
}

/* Latin-1, Latin Extended-A, box drawing and blocks are all known. */
static void needs_no_question_mark(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = {
        {0xa0, 0xac}, {0xae, 0xbe}, {0xc0, 0x17f}, {0x2010, 0x2026}, {0x2500, 0x259f}};
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
        for (uint32_t c = ranges[i][0]; c <= ranges[i][1]; c++) {
            char text[5] = {0};
            struct str out = {0};
            u8_uctomb((uint8_t *)text, c, 4);
            text_adapt(&out, text, CHARSET_ASCII);
            if (strchr(str_text(&out), '?') != NULL)
                fail_msg("U+%04X is written \"%s\"", (unsigned)c, str_text(&out));
            str_free(&out);
        }
}

static void every_character_becomes_printable_ascii(void **state)
{
    (void)state;
    struct str out = {0};
    for (uint32_t c = 1; c <= 0x10ffff; c++) {
        char text[5] = {0};
        if (c == '\n' || u8_uctomb((uint8_t *)text, c, 4) < 0)
            continue;
        str_clear(&out);
        text_adapt(&out, text, CHARSET_ASCII);
        for (size_t i = 0; i < out.len; i++)
            assert_in_range(out.data[i], 0x20, 0x7e);
        str_clear(&out);
        text_adapt(&out, text, CHARSET_UTF8);
        assert_int_equal(text_examine(str_text(&out), out.len, NULL), TEXT_OK);
    }
    str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_loses_only_what_is_invisible),
        cmocka_unit_test(what_goes_to_other_programs_hides_nothing),
        cmocka_unit_test(ascii_writes_what_it_can),
        cmocka_unit_test(letters_keep_their_case_and_base),
        cmocka_unit_test(needs_no_question_mark),
        cmocka_unit_test(every_character_becomes_printable_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
