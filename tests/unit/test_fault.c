/* Complaints about files: counted, ordered by file and line, written for editors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/fault.h"

static void writes_and_counts(void **state)
{
    (void)state;
    struct faults f = {0};
    struct str out = {0};
    faults_write(&f, &out);
    assert_string_equal(str_text(&out), "");
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 12}, "%s is missing.", "id");
    faults_add(&f, FAULT_WARNING, (struct place){"a.cfg", 0}, "No licence.");
    faults_add(&f, FAULT_ERROR, (struct place){"b\x1b[31m\n.cfg", 3}, "%s", "");
    faults_write(&f, &out);
    assert_string_equal(str_text(&out), "a.cfg:12: error: id is missing.\n"
                                        "a.cfg: warning: No licence.\n"
                                        "b\\u{1b}[31m\\u{a}.cfg:3: error: \n");
    assert_int_equal(f.len, 3);
    assert_int_equal(f.errors, 2);
    assert_int_equal(f.warnings, 1);
    faults_free(&f);
    assert_int_equal(f.len + f.errors + f.warnings, 0);
    str_free(&out);
}

static void sorts_by_first_seen_file_then_line_then_turn(void **state)
{
    (void)state;
    struct faults f = {0};
    struct str out = {0};
    char other_z[] = "z.cfg"; /* the same name at another address is the same file */
    faults_sort(&f);
    faults_add(&f, FAULT_ERROR, (struct place){"z.cfg", 9}, "1");
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 5}, "2");
    faults_add(&f, FAULT_WARNING, (struct place){other_z, 2}, "3");
    faults_add(&f, FAULT_ERROR, (struct place){"m.cfg", 1}, "4");
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 5}, "5");
    faults_add(&f, FAULT_ERROR, (struct place){"z.cfg", 0}, "6");
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 4}, "7");
    for (int twice = 0; twice < 2; twice++) {
        faults_sort(&f);
        for (size_t i = 0; i < f.len; i++)
            str_add(&out, f.items[i].text);
    }
    assert_string_equal(str_text(&out), "63172546317254");
    faults_free(&f);
    str_free(&out);
}

static void many_about_one_line_keep_their_order(void **state)
{
    (void)state;
    struct faults f = {0};
    for (int i = 0; i < 1000; i++)
        faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 1 + i % 2}, "%03d", i / 2);
    faults_sort(&f);
    struct str expected = {0};
    for (int i = 0; i < 1000; i++) {
        str_clear(&expected);
        str_addf(&expected, "%03d", i % 500);
        assert_string_equal(f.items[i].text, str_text(&expected));
        assert_int_equal(f.items[i].place.line, 1 + i / 500);
    }
    faults_free(&f);
    str_free(&expected);
}

/* Of each severity: a flood of warnings hides no error. */
static void a_flood_is_counted_and_not_kept(void **state)
{
    (void)state;
    struct faults f = {0};
    struct str out = {0};
    for (int i = 0; i < FAULTS_MAX + 7; i++)
        faults_add(&f, FAULT_WARNING, (struct place){"a.cfg", i + 1}, "Odd.");
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 0}, "Wrong.");
    assert_int_equal(f.warnings, FAULTS_MAX + 7);
    assert_int_equal(f.errors, 1);
    assert_int_equal(f.len, FAULTS_MAX + 1);
    faults_sort(&f);
    faults_write(&f, &out);
    assert_int_equal(strncmp(str_text(&out), "a.cfg: error: Wrong.\na.cfg:1: warning: Odd.\n", 44),
                     0);
    assert_non_null(strstr(str_text(&out), "Odd.\n7 more complaints are left out.\n"));
    faults_free(&f);
    str_free(&out);
}

/* What was only counted stays counted. */
static void lists_are_joined(void **state)
{
    (void)state;
    struct faults f = {0}, more = {0};
    struct str out = {0};
    faults_add(&f, FAULT_ERROR, (struct place){"a.cfg", 2}, "First.");
    for (int i = 0; i < FAULTS_MAX + 2; i++)
        faults_add(&more, FAULT_ERROR, (struct place){"b.cfg", i + 1}, "100 %% wrong.");
    faults_add(&more, FAULT_WARNING, (struct place){"b.cfg", 1}, "Odd.");
    faults_join(&f, &more);
    faults_free(&more);
    assert_int_equal(f.errors, FAULTS_MAX + 3);
    assert_int_equal(f.warnings, 1);
    assert_int_equal(f.len, FAULTS_MAX + 1);
    faults_write(&f, &out);
    assert_non_null(
        strstr(str_text(&out), "a.cfg:2: error: First.\nb.cfg:1: error: 100 % wrong.\n"));
    assert_non_null(strstr(str_text(&out), "b.cfg:1: warning: Odd.\n3 more complaints"));
    faults_free(&f);
    str_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_and_counts),
        cmocka_unit_test(sorts_by_first_seen_file_then_line_then_turn),
        cmocka_unit_test(many_about_one_line_keep_their_order),
        cmocka_unit_test(a_flood_is_counted_and_not_kept),
        cmocka_unit_test(lists_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
