/* Escaping for XML and HTML; moments and language tags for machines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/language_tag.h"
#include "core/moment.h"
#include "core/xml_text.h"

static void what_is_markup_is_escaped(void **state)
{
    (void)state;
    struct str out = {0};
    xml_add(&out, "<b a=\"1\" c='2'>&amp;</b>");
    assert_string_equal(str_text(&out),
                        "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
    str_clear(&out);
    xml_add(&out, "");
    assert_string_equal(str_text(&out), "");
    str_free(&out);
}

static void what_acts_in_foreign_text_is_taken_out(void **state)
{
    (void)state;
    struct str out = {0};
    xml_add_foreign(&out, "a\xe2\x80\xae"
                          "b\x1b<\xff");
    assert_string_equal(str_text(&out), "a\xef\xbf\xbd"
                                        "b\xef\xbf\xbd&lt;\xef\xbf\xbd");
    str_free(&out);
}

static void moments_are_utc(void **state)
{
    (void)state;
    static const struct {
        int64_t utc_ms;
        const char *text;
    } known[] = {
        {0, "1970-01-01T00:00:00.000Z"},
        {-1, "1969-12-31T23:59:59.999Z"},
        {1764322245678, "2025-11-28T09:30:45.678Z"},
        {253402300799999, "9999-12-31T23:59:59.999Z"},
        {253402300800000, ""},
        {-62167219200000, "0000-01-01T00:00:00.000Z"},
        {-62167219200001, ""},
        {INT64_MIN, ""},
        {INT64_MAX, ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        struct str out = {0};
        moment_write(&out, known[i].utc_ms);
        assert_string_equal(str_text(&out), known[i].text);
        str_free(&out);
    }
}

static void what_is_no_language_tag_is_undetermined(void **state)
{
    (void)state;
    static const char *const good[] = {"en", "de-AT", "zh-Hant-TW", "de-1996", "gsw"},
                             *const bad[] = {"",    "e",     "english",  "en_US.UTF-8",
                                             "en-", "-en",   "en--US",   "en-aaaaaaaaa",
                                             "e1",  "en US", "\xc3\xa9n"};
    for (size_t i = 0; i < ARRAY_LEN(good); i++)
        assert_string_equal(language_tag(good[i]), good[i]);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        assert_string_equal(language_tag(bad[i]), "und");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_markup_is_escaped),
        cmocka_unit_test(what_acts_in_foreign_text_is_taken_out),
        cmocka_unit_test(moments_are_utc),
        cmocka_unit_test(what_is_no_language_tag_is_undetermined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
