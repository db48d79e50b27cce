/* The list of sessions: what is open, what cannot be read, foreign texts. */
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
    session_list_write(rows, count, 40, &out);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void each_session_says_what_is_open(void **state)
{
    (void)state;
    const struct session_row rows[] = {
        {"red-owl", "Monday", true, {true, true, true}, false, PART_PRACTICE, DAY},
        {"blue-elephant", "Tuesday", true, {false, true, true}, false, PART_NONE, DAY + 1},
        {"owl", "Any day", true, {true, true, false}, true, PART_NONE, DAY - 1},
    };
    assert_list(rows, ARRAY_LEN(rows),
                "red-owl\n"
                "  Monday\n"
                "  The practice is open.\n"
                "  Parts: before, practice, after.\n"
                "  Made on 2025-11-28.\n"
                "blue-elephant\n"
                "  Tuesday\n"
                "  No part is open.\n"
                "  Parts: practice, after.\n"
                "  Made on 2025-11-29.\n"
                "owl\n"
                "  Any day\n"
                "  Everyone goes on at their own pace.\n"
                "  Parts: before, practice.\n"
                "  Made on 2025-11-27.\n");
}

static void a_session_that_cannot_be_read_is_listed(void **state)
{
    (void)state;
    const struct session_row rows[] = {{.code = "owl", .title = "", .day = DAY, .has = {true}}};
    assert_list(rows, ARRAY_LEN(rows), "owl\n  It cannot be read.\n  Made on 2025-11-28.\n");
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
                "a\\u{1b}[2Jb\n"
                "  Mon\\u{7}day\\u{a}\n"
                "  Everyone goes on at their own pace.\n"
                "  Parts: before.\n"
                "  Made on 2025-11-28.\n"
                "日本\n"
                "  Everyone goes on at their own pace.\n"
                "  Parts: before.\n"
                "  Made on 2025-11-28.\n");
}

static void no_sessions_are_no_lines(void **state)
{
    (void)state;
    assert_list(NULL, 0, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_session_says_what_is_open),
        cmocka_unit_test(a_session_that_cannot_be_read_is_listed),
        cmocka_unit_test(foreign_texts_act_on_nothing),
        cmocka_unit_test(no_sessions_are_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
