/* Names are the same whatever their case, their blanks and the way an accent is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/person_name.h"

static void the_same_name_is_written_in_many_ways(void **state)
{
    (void)state;
    assert_int_equal(person_name_compare("Anna B", "ANNA  b"), 0);
    assert_int_equal(person_name_compare("Zo\xc3\xab", "zoe\xcc\x88"), 0);
    assert_int_equal(person_name_compare("Stra\xc3\x9f"
                                         "e",
                                         "STRASSE"),
                     0);
    assert_int_not_equal(person_name_compare("Anna B", "AnnaB"), 0);
    assert_int_equal(person_name_compare("Anna S.", "- anna s:"), 0);
    assert_int_not_equal(person_name_compare("Anna-Marie", "Anna Marie"), 0);
    assert_int_not_equal(person_name_compare("Zoe", "Zo\xc3\xab"), 0);
}

static void others_are_in_order(void **state)
{
    (void)state;
    assert_true(person_name_compare("anna", "Ben") < 0);
    assert_true(person_name_compare("ben", "Anna") > 0);
    assert_true(person_name_compare("\xc3\x89mile", "Greta") < 0);
}

/* What comes from a keyboard may be anything. */
static void what_is_no_text_is_no_name(void **state)
{
    (void)state;
    assert_int_not_equal(person_name_compare("Anna\xff", "anna"), 0);
    assert_int_equal(person_name_compare("\xff", "\xff"), 0);
    assert_int_equal(person_name_compare("", ""), 0);
    assert_int_not_equal(person_name_compare(".", "-"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_name_is_written_in_many_ways),
        cmocka_unit_test(others_are_in_order),
        cmocka_unit_test(what_is_no_text_is_no_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
