/* The tokens of libconfig's language: what is one, where it ends, and on which line it stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/conf_token.h"

/* `text` must be one token of this kind, all of it, and then end. */
static void assert_one(const char *text, enum conf_token kind)
{
    struct conf_lexer lexer;
    conf_lexer_start(&lexer, text, strlen(text));
    enum conf_token got = conf_lexer_next(&lexer);
    if (got != kind || lexer.len != strlen(text))
        fail_msg("%s: token %d of %zu bytes", text, (int)got, lexer.len);
    assert_int_equal(conf_lexer_next(&lexer), CONF_TOKEN_END);
    assert_int_equal(conf_lexer_next(&lexer), CONF_TOKEN_END);
}

static void numbers_are_read_to_the_bounds_of_int(void **state)
{
    (void)state;
    static const char *const good[] = {"0",
                                       "2147483647",
                                       "-2147483648",
                                       "+7",
                                       "0007",
                                       "0x1",
                                       "0X7fffFFFF",
                                       "12L",
                                       "12LL",
                                       "0xaL",
                                       "1.5",
                                       ".5",
                                       "5.",
                                       "1e9",
                                       "-1.5E-3",
                                       "1e400",
                                       "00000000000000000000000000000000000000000001"};
    static const char *const big[] = {"2147483648", "-2147483649",          "4294967298",
                                      "0x80000000", "99999999999999999999", "5000000000L"};
    static const char *const bad[] = {".",  "+",   "-",     "1.2.3", "12ab",
                                      "0x", "0xg", "12LLL", "1e",    "1_000"};
    for (size_t i = 0; i < ARRAY_LEN(good); i++)
        assert_one(good[i], CONF_TOKEN_NUMBER);
    for (size_t i = 0; i < ARRAY_LEN(big); i++)
        assert_one(big[i], CONF_TOKEN_BIG_NUMBER);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        assert_one(bad[i], CONF_TOKEN_BAD_NUMBER);
}

static void words_are_names_or_truths(void **state)
{
    (void)state;
    assert_one("true", CONF_TOKEN_BOOL);
    assert_one("FaLsE", CONF_TOKEN_BOOL);
    assert_one("truer", CONF_TOKEN_NAME);
    assert_one("tru", CONF_TOKEN_NAME);
    assert_one("a-b_9*", CONF_TOKEN_NAME);
    assert_one("*", CONF_TOKEN_NAME);
}

static void texts_end_at_their_quote(void **state)
{
    (void)state;
    assert_one("\"\"", CONF_TOKEN_STRING);
    assert_one("\"a \\\" b\"", CONF_TOKEN_STRING);
    assert_one("\"a \\\\\"", CONF_TOKEN_STRING);
    assert_one("\"# // /* @include ( \"", CONF_TOKEN_STRING);
    assert_one("\"\\q \\x4\"", CONF_TOKEN_STRING);
    assert_one("\"\\\\x00\"", CONF_TOKEN_STRING);
    assert_one("\"\\x00\"", CONF_TOKEN_NUL_ESCAPE);
    assert_one("\"a", CONF_TOKEN_OPEN_STRING);
    assert_one("\"a\\\"", CONF_TOKEN_OPEN_STRING);
    assert_one("\"", CONF_TOKEN_OPEN_STRING);
}

static void signs_are_single(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum conf_token token;
    } cases[] = {{"=", CONF_TOKEN_EQUALS},    {":", CONF_TOKEN_EQUALS},
                 {",", CONF_TOKEN_COMMA},     {"{", CONF_TOKEN_OPEN},
                 {";", CONF_TOKEN_SEMICOLON}, {"]", CONF_TOKEN_CLOSE},
                 {"/", CONF_TOKEN_GARBAGE},   {"\xe2\x80\x9c", CONF_TOKEN_GARBAGE}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_one(cases[i].text, cases[i].token);
}

static void comments_are_passed_and_lines_counted(void **state)
{
    (void)state;
    static const char text[] = "# one \" (\n"
                               "// two /*\n"
                               "a /* three\n"
                               "\" four */ = \t\r\n"
                               "/**/ 5 #";
    static const struct {
        enum conf_token token;
        int line;
    } expected[] = {
        {CONF_TOKEN_NAME, 3}, {CONF_TOKEN_EQUALS, 4}, {CONF_TOKEN_NUMBER, 5}, {CONF_TOKEN_END, 5}};
    struct conf_lexer lexer;
    conf_lexer_start(&lexer, text, strlen(text));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_int_equal(conf_lexer_next(&lexer), expected[i].token);
        assert_int_equal(lexer.token_line, expected[i].line);
    }
    conf_lexer_start(&lexer, "\n/*/", 4);
    assert_int_equal(conf_lexer_next(&lexer), CONF_TOKEN_OPEN_COMMENT);
    assert_int_equal(lexer.token_line, 2);
    conf_lexer_start(&lexer, "", 0);
    assert_int_equal(conf_lexer_next(&lexer), CONF_TOKEN_END);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_to_the_bounds_of_int),
        cmocka_unit_test(words_are_names_or_truths),
        cmocka_unit_test(texts_end_at_their_quote),
        cmocka_unit_test(signs_are_single),
        cmocka_unit_test(comments_are_passed_and_lines_counted),
    };
    return cmocka_run_group_tests_name("conf_token", tests, NULL, NULL);
}
