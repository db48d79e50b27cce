/* Run sheets against golden files, one for each way of devices; UPDATE=1 writes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/run_sheet.h"
#include "core/shell_word.h"
#include "core/text.h"
#include "golden.h"

enum { START = 9 * 60 };

static struct session session_of(int minutes, int people, enum devices devices)
{
    struct session s = {.code = "maple-tango-river",
                        .title = "Sales or marketing?",
                        .has = {true, true, true},
                        .minutes = minutes,
                        .people = people};
    struct session_numbers n = session_numbers(minutes, 0, s.has, devices_pace(devices, people));
    s.forms[FORM_A].count = s.forms[FORM_B].count = n.test;
    s.practice.count = n.practice;
    return s;
}

static void assert_golden(const char *name, const struct str *text)
{
    struct str path = {0};
    str_addf(&path, "tests/unit/run-sheet/%s.golden", name);
    golden_compare(str_text(&path), text);
    str_free(&path);
}

/* Every line fits and can be shown; commands alone may be longer. */
static void assert_lines(const struct str *text)
{
    for (const char *line = str_text(text); *line;) {
        size_t len = strcspn(line, "\n");
        bool command = strncmp(line, "    ", 4) == 0;
        assert_int_equal(text_examine(line, len, NULL), TEXT_OK);
        assert_true(command || text_widthn(line, len) <= RUN_SHEET_COLS);
        assert_true(len == 0 || line[len - 1] != ' ');
        line += len + (line[len] == '\n');
    }
}

static void expect(const char *name, enum devices devices, const char *operand, const char *place,
                   const char *path, const char *setting)
{
    struct session s = session_of(45, devices == DEVICES_HOT_SEAT ? 3 : 12, devices);
    struct run_sheet sheet = {&s, devices, operand, place, path, "", setting, START};
    if (*operand == '\'')
        sheet.team = "--team '/mnt/our team'";
    struct str text = {0};
    s.names = devices != DEVICES_NONE;
    run_sheet_write(&sheet, &text);
    assert_lines(&text);
    assert_golden(name, &text);
    str_free(&text);
}

static void a_shared_folder(void **state)
{
    (void)state;
    expect("folder", DEVICES_FOLDER, "'/mnt/our team/maple-tango-river'",
           "/mnt/our team/maple-tango-river", NULL, "/mnt/our team");
}

static void one_host(void **state)
{
    (void)state;
    expect("host", DEVICES_HOST, "maple-tango-river", "/srv/quiz/maple-tango-river",
           "/srv/quiz/maple-tango-river", "/srv/quiz");
}

static void a_database(void **state)
{
    (void)state;
    expect("database", DEVICES_DATABASE, "maple-tango-river", "postgresql://db.example/quiz",
           "maple-tango-river --team postgresql://db.example/quiz", "postgresql://db.example/quiz");
}

static void a_hot_seat(void **state)
{
    (void)state;
    expect("hot-seat", DEVICES_HOT_SEAT, "maple-tango-river", "/home/a", NULL, NULL);
}

static void no_devices(void **state)
{
    (void)state;
    expect("none", DEVICES_NONE, "maple-tango-river", "/home/a", NULL, NULL);
}

/* The text of a sheet for any parts; the caller frees it. */
static struct str sheet_of(struct session *s, enum devices devices, int start)
{
    struct run_sheet sheet = {s, devices, "maple-tango-river", "/srv", NULL, "", NULL, start};
    struct str text = {0};
    run_sheet_write(&sheet, &text);
    assert_lines(&text);
    return text;
}

static void any_session_has_a_sheet(void **state)
{
    (void)state;
    for (int parts = 1; parts < 1 << PART_COUNT; parts++) {
        for (int devices = 0; devices < DEVICES_COUNT; devices++) {
            struct session s = session_of(15 + parts * devices, 12, (enum devices)devices);
            for (int part = 0; part < PART_COUNT; part++)
                s.has[part] = parts >> part & 1;
            struct str text = sheet_of(&s, (enum devices)devices, START);
            bool seen = strstr(text.data, "I will see what is chosen here") != NULL;
            assert_true(seen); /* said before the first part, whichever it is */
            if (!s.has[PART_BEFORE])
                assert_null(strstr(text.data, "  Before\n"));
            if (!s.has[PART_PRACTICE])
                assert_null(strstr(text.data, "  Practice\n"));
            str_free(&text);
        }
    }
}

static void paper_is_typed_in_where_there_was_a_test(void **state)
{
    (void)state;
    struct session s = session_of(45, 12, DEVICES_NONE);
    s.has[PART_AFTER] = false;
    s.forms[FORM_A].count = s.forms[FORM_B].count = 8;
    s.people = 13;
    struct str text = sheet_of(&s, DEVICES_NONE, START);
    assert_non_null(strstr(text.data, "\n      Anna: before A smms?- mss\n"));
    assert_null(strstr(text.data, "after B"));
    assert_non_null(strstr(text.data, "form B 7 times each"));
    assert_non_null(strstr(text.data, "--parts before --format html"));
    str_free(&text);
    s.has[PART_BEFORE] = false;
    text = sheet_of(&s, DEVICES_NONE, START);
    assert_null(strstr(text.data, "Anna"));
    assert_null(strstr(text.data, "session print maple-tango-river --parts"));
    str_free(&text);
}

static void the_day_ends_at_midnight(void **state)
{
    (void)state;
    struct session s = session_of(45, 12, DEVICES_NONE);
    struct str text = sheet_of(&s, DEVICES_NONE, RUN_SHEET_DAY - 15);
    assert_non_null(strstr(text.data, "23:45 to 00:30\n"));
    assert_non_null(strstr(text.data, "\n00:05  Discussion\n"));
    str_free(&text);
}

static void too_many_for_one_keyboard_are_told_the_time(void **state)
{
    (void)state;
    struct session s = session_of(45, 12, DEVICES_HOT_SEAT);
    struct str text = sheet_of(&s, DEVICES_HOT_SEAT, START);
    assert_non_null(strstr(text.data, "09:00 to 10:10\n"));
    assert_non_null(strstr(text.data, "This takes about 70 minutes, not 45."));
    assert_non_null(strstr(text.data, "several keyboards"));
    str_free(&text);
}

static void words_are_quoted_for_a_shell(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"maple-tango-river", "maple-tango-river"},
                                           {"/mnt/our team/x", "'/mnt/our team/x'"},
                                           {"it's", "'it'\\''s'"},
                                           {"-x", "./-x"},
                                           {"", "''"},
                                           {"a;b", "'a;b'"},
                                           {"$HOME", "'$HOME'"},
                                           {"a\nb", "'a\\u{a}b'"}};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str text = {0};
        shell_word_add(&text, words[i][0]);
        assert_string_equal(str_text(&text), words[i][1]);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shared_folder),
        cmocka_unit_test(one_host),
        cmocka_unit_test(a_database),
        cmocka_unit_test(a_hot_seat),
        cmocka_unit_test(no_devices),
        cmocka_unit_test(any_session_has_a_sheet),
        cmocka_unit_test(paper_is_typed_in_where_there_was_a_test),
        cmocka_unit_test(the_day_ends_at_midnight),
        cmocka_unit_test(too_many_for_one_keyboard_are_told_the_time),
        cmocka_unit_test(words_are_quoted_for_a_shell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
