/* Sessions: parts, forms, and who is asked what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session.h"

#include "core/session_write.h"
#include "session_fixture.h"

static void test_parts_have_words(void **state)
{
    (void)state;
    for (int part = 0; part < PART_COUNT; part++) {
        assert_int_equal(part_from_id(part_id((enum part)part)), part);
        assert_true(*part_title((enum part)part));
    }
    assert_int_equal(part_from_id("during"), PART_NONE);
    assert_int_equal(part_from_id(""), PART_NONE);
    assert_string_equal(part_id(PART_NONE), "");
}

static void test_the_last_bit_of_the_id_decides_the_form(void **state)
{
    (void)state;
    char id[] = "01234567-89ab-7def-8123-45678912340x";
    for (int digit = 0; digit < 16; digit++) {
        id[35] = "0123456789abcdef"[digit];
        assert_int_equal(session_first_form(id), digit % 2 ? FORM_B : FORM_A);
    }
    assert_int_equal(session_first_form(""), FORM_A);
}

static void test_after_asks_the_other_form(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    for (int form = 0; form < FORM_COUNT; form++) {
        enum form first = (enum form)form;
        assert_ptr_equal(session_items(&session, PART_BEFORE, first), &session.forms[form]);
        assert_ptr_equal(session_items(&session, PART_AFTER, first), &session.forms[1 - form]);
        assert_ptr_equal(session_items(&session, PART_PRACTICE, first), &session.practice);
    }
    bank_free(bank);
}

static void test_the_form_is_read_off_the_items(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    struct run run = {.items = "web/a0 fair/a0"};
    assert_int_equal(session_form_of(&session, &run), FORM_A);
    run.items = "poster/a0 stand/a2";
    assert_int_equal(session_form_of(&session, &run), FORM_B);
    run.items = "poster/a"; /* the beginning of a name is no name */
    assert_int_equal(session_form_of(&session, &run), FORM_A);
    run.items = "";
    assert_int_equal(session_form_of(&session, &run), FORM_A);
    bank_free(bank);
}

static void test_parts_follow_each_other(void **state)
{
    (void)state;
    struct session session = {.has = {true, false, true}};
    assert_int_equal(session_next_part(&session, PART_NONE), PART_BEFORE);
    assert_int_equal(session_next_part(&session, PART_BEFORE), PART_AFTER);
    assert_int_equal(session_next_part(&session, PART_AFTER), PART_NONE);
    session = (struct session){.has = {false, true, false}};
    assert_int_equal(session_next_part(&session, PART_NONE), PART_PRACTICE);
    assert_int_equal(session_next_part(&session, PART_PRACTICE), PART_NONE);
}

static void test_the_file_holds_whole_scenarios_and_no_others(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct session session = fixture_session(bank);
    struct str text = {0};
    session_write(&text, &session);
    assert_non_null(strstr(str_text(&text), "\"letter\""));
    assert_non_null(strstr(str_text(&text), "number 2 of letter")); /* no card of the session */
    assert_null(strstr(str_text(&text), "\"visit\""));
    assert_null(strstr(str_text(&text), "number 1 of stand")); /* dropped by an override */
    assert_non_null(strstr(str_text(&text), "code = \"maple-tango-river\";"));
    assert_non_null(strstr(str_text(&text), "names = true;"));
    str_free(&text);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_have_words),
        cmocka_unit_test(test_the_last_bit_of_the_id_decides_the_form),
        cmocka_unit_test(test_after_asks_the_other_form),
        cmocka_unit_test(test_the_form_is_read_off_the_items),
        cmocka_unit_test(test_parts_follow_each_other),
        cmocka_unit_test(test_the_file_holds_whole_scenarios_and_no_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
