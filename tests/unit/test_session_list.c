/* The list of sessions: what is open, what cannot be read, foreign texts, columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_list.h"

enum { DAY = 20420 }; /* 2025-11-28 */

static void assert_list(const struct session_row *rows, size_t count, const char *expected)
{
    struct str out = {0};
    session_list_write(rows, count, &out);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void the_open_part_stands_in_brackets(void **state)
{
    (void)state;
    const struct session_row rows[] = {
        {"red-owl", "Monday", true, {true, true, true}, false, PART_PRACTICE, DAY},
        {"blue-elephant", "Tuesday", true, {false, true, true}, false, PART_NONE, DAY + 1},
        {"owl", "Any day", true, {true, true, false}, true, PART_NONE, DAY - 1},
    };
    assert_list(rows, ARRAY_LEN(rows),
                "red-owl        2025-11-28  before [practice] after       Monday\n"
                "blue-elephant  2025-11-29  practice after (none open)    Tuesday\n"
                "owl            2025-11-27  before practice (self-paced)  Any day\n");
}

static void a_session_that_cannot_be_read_is_listed(void **state)
{
    (void)state;
    const struct session_row rows[] = {{.code = "owl", .title = "", .day = DAY, .has = {true}}};
    assert_list(rows, ARRAY_LEN(rows), "owl  2025-11-28  cannot be read  \n");
}

static void foreign_texts_act_on_nothing(void **state)
{
    (void)state;
    const struct session_row rows[] = {
        {"a\x1b[2Jb",
         "Mon\x07"
         "day\n",
         true,
         {true},
         true,
         PART_NONE,
         DAY},
        {"日本", "", true, {true}, true, PART_NONE, DAY},
    };
    assert_list(rows, ARRAY_LEN(rows),
                "a\\u{1b}[2Jb  2025-11-28  before (self-paced)  Mon\\u{7}day\\u{a}\n"
                "日本         2025-11-28  before (self-paced)  \n");
}

static void no_sessions_are_no_lines(void **state)
{
    (void)state;
    assert_list(NULL, 0, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_open_part_stands_in_brackets),
        cmocka_unit_test(a_session_that_cannot_be_read_is_listed),
        cmocka_unit_test(foreign_texts_act_on_nothing),
        cmocka_unit_test(no_sessions_are_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
