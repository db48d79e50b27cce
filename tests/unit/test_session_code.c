/* Session codes: words that are far apart, and a check that notices one that is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/near.h"
#include "core/session_code.h"
#include "core/session_words.h"
#include "seed.h"

enum { WORDS = 3, SAMPLE = 300 };

/* The digit that Soundex gives a letter; '0' for none. */
static char soundex_digit(char letter)
{
    return "01230120022455012623010202"[letter - 'a'];
}

/* American Soundex: the first letter and three digits; h and w do not part equal digits. */
static void soundex(const char *word, char out[5])
{
    char last = soundex_digit(*word);
    int len = 1;
    memcpy(out, "?000", 5);
    out[0] = *word;
    for (const char *at = word + 1; *at && len < 4; at++) {
        char digit = soundex_digit(*at);
        if (digit != '0' && digit != last)
            out[len++] = digit;
        if (*at != 'h' && *at != 'w')
            last = digit;
    }
}

/* The consonants of a word, doubled ones once; as digits of Soundex or as letters. */
static void skeleton(const char *word, bool sounds, char out[SESSION_WORD_MAX + 2])
{
    size_t len = 0;
    char last = '\0';
    out[len++] = sounds && strchr("aeiouy", *word) ? 'a' : '-';
    for (; *word; word++) {
        char c = strchr("aeiouy", *word) ? '\0' : *word;
        if (c && sounds)
            c = soundex_digit(c) == '0' ? '\0' : soundex_digit(c);
        if (c && c != last)
            out[len++] = c;
        last = c;
    }
    out[len] = '\0';
}

static void words_are_short_and_in_order(void **state)
{
    (void)state;
    for (int i = 0; i < SESSION_WORDS; i++) {
        size_t len = strlen(session_word(i));
        assert_in_range(len, 4, SESSION_WORD_MAX);
        assert_int_equal(strspn(session_word(i), "abcdefghijklmnopqrstuvwxyz"), len);
        if (i > 0)
            assert_true(strcmp(session_word(i - 1), session_word(i)) < 0);
    }
}

static void no_two_words_are_near(void **state)
{
    (void)state;
    for (int i = 0; i < SESSION_WORDS; i++) {
        for (int j = 0; j < i; j++) {
            const char *a = session_word(i), *b = session_word(j);
            char of_a[SESSION_WORD_MAX + 2], of_b[SESSION_WORD_MAX + 2];
            assert_true(near_distance(a, b) >= 3);
            soundex(a, of_a);
            soundex(b, of_b);
            assert_string_not_equal(of_a, of_b);
            for (int sounds = 0; sounds < 2; sounds++) {
                skeleton(a, sounds, of_a);
                skeleton(b, sounds, of_b);
                assert_string_not_equal(of_a, of_b);
            }
        }
    }
}

static void the_measures_of_this_test_measure(void **state)
{
    char out[SESSION_WORD_MAX + 2];
    (void)state;
    soundex("robert", out);
    assert_string_equal(out, "r163");
    soundex("ashcraft", out);
    assert_string_equal(out, "a261");
    skeleton("butter", false, out);
    assert_string_equal(out, "-btr");
    skeleton("pedal", true, out);
    assert_string_equal(out, "-134");
}

static void no_word_begins_another_one(void **state)
{
    (void)state;
    for (int i = 0; i < SESSION_WORDS; i++) {
        assert_int_equal(session_word_begin(session_word(i)), i);
        for (int j = 0; j < SESSION_WORDS; j++)
            assert_true(i == j ||
                        strncmp(session_word(i), session_word(j), strlen(session_word(i))) != 0);
    }
    assert_int_equal(session_word_begin("xyz"), -1);
}

static void assert_read(const char *text, const char *expected)
{
    char code[SESSION_CODE_SIZE];
    struct err e = {0};
    assert_true(session_code_read(text, code, &e));
    assert_string_equal(code, expected);
}

static void assert_refused(const char *text, const char *sentence)
{
    char code[SESSION_CODE_SIZE];
    struct err e = {0};
    assert_false(session_code_read(text, code, &e));
    assert_int_equal(e.status, STATUS_USAGE);
    assert_string_equal(e.text, sentence);
}

static void every_way_to_type_a_code_is_read(void **state)
{
    (void)state;
    assert_read("maple-tango-river", "maple-tango-river");
    assert_read("MAPLE Tango riveR", "maple-tango-river");
    assert_read("  maple  tango . river ", "maple-tango-river");
    assert_read("mapletangoriver", "maple-tango-river");
    assert_read("map-le.tan go river", "maple-tango-river");
    assert_read("maple\xe2\x80\x93tango\xe2\x80\x91river",
                "maple-tango-river");                                    /* en dash, U+2011 */
    assert_read("maple\xc2\xa0tango\xc2\xa0river", "maple-tango-river"); /* U+00A0 */
}

/* Puts a word in the place of one of the code's words. */
static void put_word(const char *code, int place, const char *word, char out[64])
{
    const char *at = code;
    out[0] = '\0';
    for (int i = 0; i < WORDS; i++) {
        size_t len = strcspn(at, "-");
        snprintf(out + strlen(out), 64 - strlen(out), "%s%.*s", i ? "-" : "",
                 i == place ? (int)strlen(word) : (int)len, i == place ? word : at);
        at += len + (at[len] == '-');
    }
}

static void codes_come_back_and_one_other_word_is_refused(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int i = 0; i < SAMPLE; i++) {
        char code[SESSION_CODE_SIZE], other[64], read[SESSION_CODE_SIZE];
        struct err e = {0};
        session_code_make(code, &rng);
        assert_read(code, code);
        for (int place = 0; place < WORDS; place++) {
            int same = 0;
            for (int word = 0; word < SESSION_WORDS; word++) {
                put_word(code, place, session_word(word), other);
                same += strcmp(other, code) == 0;
                assert_int_equal(session_code_read(other, read, &e), strcmp(other, code) == 0);
            }
            assert_int_equal(same, 1);
        }
    }
}

static void words_in_another_order_are_refused(void **state)
{
    (void)state;
    const char *const orders[] = {"tango-maple-river", "maple-river-tango", "river-tango-maple",
                                  "tango-river-maple", "river-maple-tango"};
    for (size_t i = 0; i < ARRAY_LEN(orders); i++) {
        char expected[128];
        snprintf(expected, sizeof expected,
                 "The words of “%s” do not fit together: one of them was misheard.", orders[i]);
        assert_refused(orders[i], expected);
    }
}

static void a_slip_is_told_with_what_is_meant(void **state)
{
    (void)state;
    const char *const slips[] = {"mapel-tango-river", "maple-tangi-river", "maple-tango-rver",
                                 "mapletangorivver",  "mpletangoriver",    "maple tngo river",
                                 "maple-tingo-rivre", "Maple-Tango-Rivers"};
    for (size_t i = 0; i < ARRAY_LEN(slips); i++) {
        char expected[128];
        snprintf(expected, sizeof expected,
                 "“%s” is no session code. Did you mean “maple-tango-river”?", slips[i]);
        assert_refused(slips[i], expected);
    }
}

static void what_is_no_code_is_refused(void **state)
{
    (void)state;
    const char *end = "is no session code, which is three words such as “maple-tango-river”.";
    const char *const texts[] = {
        "",      "maple", "maple-tango",       "maple-tango-river-maple",
        "hello", "a/b",   "maple-tango-r1ver", "supercalifragilisticexpialidocious"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        char expected[192];
        snprintf(expected, sizeof expected, "“%s” %s", texts[i], end);
        assert_refused(texts[i], expected);
    }
    assert_refused("\x1b[2J", "“\\u{1b}[2J” is no session code, which is three words such as "
                              "“maple-tango-river”.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_short_and_in_order),
        cmocka_unit_test(no_two_words_are_near),
        cmocka_unit_test(the_measures_of_this_test_measure),
        cmocka_unit_test(no_word_begins_another_one),
        cmocka_unit_test(every_way_to_type_a_code_is_read),
        cmocka_unit_test(codes_come_back_and_one_other_word_is_refused),
        cmocka_unit_test(words_in_another_order_are_refused),
        cmocka_unit_test(a_slip_is_told_with_what_is_meant),
        cmocka_unit_test(what_is_no_code_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
