/* Which languages are the same, and which of several is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/language.h"

static void a_language_is_given_as_a_tag(void **state)
{
    (void)state;
    static const char *const good[] = {"de", "DE", "de-AT", "de_AT", "gsw", "zh-Hant-TW", "es-419"};
    static const char *const bad[] = {"",      "d",     "C",           "POSIX", "German", "de ",
                                      "de-",   "-de",   "de-AT.UTF-8", "de:en", "d3",     "de--AT",
                                      "de/AT", "dé-AT", "../de",       "de-Ä"};
    for (size_t i = 0; i < ARRAY_LEN(good); i++)
        if (!language_valid(good[i]))
            fail_msg("“%s” is no language", good[i]);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        if (language_valid(bad[i]))
            fail_msg("“%s” is a language", bad[i]);
}

static void the_first_part_tells_languages_apart(void **state)
{
    (void)state;
    static const char *const german[] = {"de", "DE", "de-CH", "de_AT.UTF-8", "de@euro", "de.utf8"};
    static const char *const others[] = {"en", "den",     "d",  "de3",    "",
                                         "C",  "C.UTF-8", "nl", "German", "POSIX"};
    for (size_t i = 0; i < ARRAY_LEN(german); i++)
        for (size_t n = 0; n < ARRAY_LEN(german); n++)
            assert_true(language_same(german[i], german[n]));
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        assert_false(language_same("de", others[i]));
    assert_false(language_same("C", "C")); /* no language is the same as another */
    assert_false(language_named("C.UTF-8"));
    assert_false(language_named("English"));
    assert_true(language_named("fil_PH"));
}

static void the_first_wanted_one_that_is_there_is_taken(void **state)
{
    (void)state;
    static const char *const there[] = {"en", "de-DE", "pt"};
    static const struct {
        const char *wanted;
        int place;
    } rows[] = {
        {"de", 1}, {"de_AT.UTF-8", 1}, {"pt-BR:en", 2}, {"fr:de:en", 1},    {"fr", -1},
        {"", -1},  {NULL, -1},         {":de", 1},      {"fr:", -1},        {"C:en", 0},
        {"p", -1}, {"EN_us", 0},       {"::pt:", 2},    {"portuguese", -1},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(language_choose(rows[i].wanted, there, ARRAY_LEN(there)), rows[i].place);
    assert_int_equal(language_choose("de", there, 0), -1);
}

static void catalogs_are_named_by_language_and_region(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"de", "de"},
        {"DE-at", "de_AT"},
        {"de_CH", "de_CH"},
        {"zh-Hant-TW", "zh_TW"},
        {"sr-Latn", "sr"},
        {"es-419", "es"},
        {"ca-valencia", "ca"},
        {"fil-ph", "fil_PH"},
        {"de-CH-1996", "de_CH"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str name = {0};
        language_catalog(&name, rows[i][0]);
        assert_string_equal(str_text(&name), rows[i][1]);
        str_free(&name);
    }
    struct str home = {0};
    language_home(&home, "DE-at");
    assert_string_equal(str_text(&home), "de_DE");
    str_free(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_is_given_as_a_tag),
        cmocka_unit_test(the_first_part_tells_languages_apart),
        cmocka_unit_test(the_first_wanted_one_that_is_there_is_taken),
        cmocka_unit_test(catalogs_are_named_by_language_and_region),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
