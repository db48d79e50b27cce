/* Failures as values: finished sentences, cut on a character boundary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/err.h"

static void fills_status_and_sentence(void **state)
{
    (void)state;
    struct err e = {0};
    assert_false(err_set(&e, STATUS_DATA, "%s has %d faults.", "x.cfg", 3));
    assert_int_equal(e.status, STATUS_DATA);
    assert_string_equal(e.text, "x.cfg has 3 faults.");
}

static void may_quote_its_own_old_text(void **state)
{
    (void)state;
    struct err e = {0};
    err_set(&e, STATUS_IO, "disk full");
    err_set(&e, STATUS_CANT_CREATE, "The store failed: %s.", e.text);
    assert_string_equal(e.text, "The store failed: disk full.");
}

static void cuts_between_characters(void **state)
{
    (void)state;
    struct err e = {0};
    char text[600];
    for (size_t lead = 0; lead < 4; lead++) {
        memset(text, 'a', lead);
        size_t len = lead;
        while (len + 4 < sizeof text) {
            memcpy(text + len, "€", 3);
            len += 3;
        }
        text[len] = '\0';
        err_set(&e, STATUS_FAILED, "%s", text);
        size_t kept = strlen(e.text);
        assert_true(kept >= sizeof e.text - 3 && kept < sizeof e.text);
        assert_int_equal((kept - lead) % 3, 0);
        assert_memory_equal(e.text, text, kept);
    }
}

static void keeps_what_just_fits(void **state)
{
    (void)state;
    struct err e = {0};
    char text[sizeof e.text];
    memset(text, 'b', sizeof text - 1);
    memcpy(text + sizeof text - 3, "é", 3);
    err_set(&e, STATUS_FAILED, "%s", text);
    assert_string_equal(e.text, text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_status_and_sentence),
        cmocka_unit_test(may_quote_its_own_old_text),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(keeps_what_just_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
