/* Vetting a settings file before libconfig sees it: grammar, characters and the exact limits.
 * (tests/bank/broken has a file for every complaint.) */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/conf_scan.h"
#include "core/conf_text.h"
#include "core/xmalloc.h"

/* Whether `text` passes; scanned from a block of its exact size, so that a sanitizer sees every
 * byte read beyond it. */
static bool passes(const char *text)
{
    size_t len = strlen(text);
    char *exact = xcalloc(len + 1, 1);
    exact = xrealloc(exact, len, 1);
    memcpy(exact, text, len);
    struct faults faults = {0};
    bool good = conf_scan(exact, len, "x", &faults);
    assert_true(good == (faults.len == 0));
    assert_int_equal(faults.warnings, 0);
    faults_free(&faults);
    free(exact);
    return good;
}

static void takes_what_libconfig_takes(void **state)
{
    (void)state;
    static const char *const good[] = {"",
                                       "# only a comment",
                                       "a = 1",
                                       "a : 1, b = 2.5; c = true d = \"x\"",
                                       "a = { };  b = ( ); c = [ ]",
                                       "a = ( 1, ( 2, \"x\" ), { b = [ 1, 2 ]; } );",
                                       "a = { b = 1, }",
                                       "a = \"\xc2\xad soft hyphens are for the fields\""};
    for (size_t i = 0; i < ARRAY_LEN(good); i++)
        assert_true(passes(good[i]));
}

static void refuses_what_libconfig_would_misread(void **state)
{
    (void)state;
    static const char *const bad[] = {"a",
                                      "a =",
                                      "= 1",
                                      "a = 1 2",
                                      "a = b",
                                      "a = ( 1 2 )",
                                      "a = (1,)",
                                      "a = [1,]",
                                      "a = (",
                                      "a = )",
                                      "a = ( }",
                                      "a = { 1 }",
                                      "a = [(1)]",
                                      "a = 1;;",
                                      ";",
                                      "a = ( b = 1 )",
                                      "a = 1; a = 2",
                                      "a = \"x\" \"y\"",
                                      "a = \"x\ny\"",
                                      "/* a = 1",
                                      "@include \"x\"",
                                      "a = \"\xff\"",
                                      "a = \"\xe2\x80\xae\"",
                                      "a = 1 \x01",
                                      "a = 2147483648"};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (passes(bad[i]))
            fail_msg("%s", bad[i]);
    }
}

static void add_members(struct str *text, int count)
{
    str_add(text, "g = {");
    for (int i = 0; i < count; i++)
        str_addf(text, " k%d = 1;", i);
    str_add(text, " };\n");
}

static void members_are_counted_by_group(void **state)
{
    (void)state;
    struct str text = {0};
    str_add(&text, "a = { b = ( {"); /* a sibling and an inner group have counts of their own */
    str_add(&text, " x = { y = 1; z = 2; }; }, { x = 1; } ); };\n");
    add_members(&text, CONF_MEMBERS_MAX);
    assert_true(passes(str_text(&text)));
    str_clear(&text);
    add_members(&text, CONF_MEMBERS_MAX + 1);
    assert_false(passes(str_text(&text)));
    str_free(&text);
}

static void depth_is_limited(void **state)
{
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        struct str text = {0};
        str_add(&text, "a = ");
        for (int i = 0; i < CONF_DEPTH_MAX + extra; i++)
            str_addc(&text, '(');
        for (int i = 0; i < CONF_DEPTH_MAX + extra; i++)
            str_addc(&text, ')');
        assert_true(passes(str_text(&text)) == (extra == 0));
        str_free(&text);
    }
}

static void add_list(struct str *text, const char *name, int elements)
{
    str_addf(text, "%s = ( 1", name);
    for (int i = 1; i < elements; i++)
        str_add(text, ",1");
    str_add(text, " );\n");
}

static void elements_are_limited(void **state)
{
    (void)state;
    struct str text = {0};
    add_list(&text, "a", CONF_ELEMENTS_MAX);
    add_list(&text, "b", CONF_ELEMENTS_MAX);
    assert_true(passes(str_text(&text)));
    str_clear(&text);
    add_list(&text, "a", CONF_ELEMENTS_MAX + 1);
    assert_false(passes(str_text(&text)));
    str_free(&text);
}

static void texts_are_limited(void **state)
{
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        struct str text = {0};
        str_add(&text, "a = \"");
        for (int i = 0; i < CONF_TEXT_MAX - 2 + extra; i++)
            str_addc(&text, 'x');
        str_add(&text, "\"");
        assert_true(passes(str_text(&text)) == (extra == 0));
        str_free(&text);
    }
}

static void values_are_limited(void **state)
{
    (void)state;
    enum { LISTS = 10, ELEMENTS = CONF_VALUES_MAX / LISTS - 1 }; /* the list counts, too */
    struct str text = {0};
    char name[] = "list-0";
    for (; name[5] < '0' + LISTS; name[5]++)
        add_list(&text, name, ELEMENTS);
    assert_true(passes(str_text(&text)));
    str_add(&text, "one-more = 1;\n");
    assert_false(passes(str_text(&text)));
    str_free(&text);
}

static void the_check_of_characters_stops_in_the_end(void **state)
{
    (void)state;
    struct str text = {0};
    struct faults faults = {0};
    for (int i = 0; i < 1000; i++)
        str_add(&text, "\x01\n");
    assert_false(conf_text_check(str_text(&text), text.len, "x", &faults));
    assert_in_range(faults.len, 2, 30);
    assert_int_equal(faults.items[1].place.line, 2);
    faults_free(&faults);
    str_clear(&text);
    str_addn(&text, "a = 1\n\n\0", 8);
    assert_false(conf_text_check(str_text(&text), text.len, "x", &faults));
    assert_int_equal(faults.items[0].place.line, 3);
    faults_free(&faults);
    str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_libconfig_takes),
        cmocka_unit_test(refuses_what_libconfig_would_misread),
        cmocka_unit_test(members_are_counted_by_group),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(elements_are_limited),
        cmocka_unit_test(texts_are_limited),
        cmocka_unit_test(values_are_limited),
        cmocka_unit_test(the_check_of_characters_stops_in_the_end),
    };
    return cmocka_run_group_tests_name("conf_scan", tests, NULL, NULL);
}
