/* Ids made from words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/slug.h"
#include "core/xmalloc.h"

static void expect(const char *text, size_t max, size_t least, const char *id)
{
    struct str out = {0};
    slug_add(&out, text, max, least);
    assert_string_equal(str_text(&out), id);
    str_free(&out);
}

static void words_become_an_id(void **state)
{
    (void)state;
    expect("A robotics firm has a stand at a trade fair.", 32, 4, "robotics-firm-stand-trade-fair");
    expect("Small breweries", 32, 1, "small-breweries");
    expect("  --Two_words!  ", 32, 1, "two-words");
    expect("the buyer's 'yes'", 32, 1, "the-buyers-yes");
    expect("1,200 people", 32, 4, "people");
}

static void letters_get_their_ascii_form(void **state)
{
    (void)state;
    expect("Café Übersee", 32, 1, "cafe-ubersee");
    expect("Straße", 32, 1, "strasse");
    expect("Ωμέγα", 32, 1, "");
    expect("Ωμέγα shop", 32, 1, "shop");
}

static void no_more_than_fits(void **state)
{
    (void)state;
    expect("robotics firm", 12, 1, "robotics");
    expect("robotics firm", 13, 1, "robotics-firm");
    expect("robotics", 5, 1, "robot");
    expect("", 5, 1, "");
    expect("'", 5, 1, "");
}

static void short_words_stand_in_when_there_are_no_long_ones(void **state)
{
    (void)state;
    expect("so it is", 32, 4, "so-it-is");
    expect("so it goes", 32, 4, "goes");
}

static void what_stood_before_stays(void **state)
{
    (void)state;
    struct str out = {0};
    str_add(&out, "core:");
    slug_add(&out, "trade fair", 5, 1);
    assert_string_equal(str_text(&out), "core:trade");
    str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_become_an_id),
        cmocka_unit_test(letters_get_their_ascii_form),
        cmocka_unit_test(no_more_than_fits),
        cmocka_unit_test(short_words_stand_in_when_there_are_no_long_ones),
        cmocka_unit_test(what_stood_before_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
