/* The line that places activities: what reads, and what is said of what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/board_read.h"

enum { COUNT = 7 };

/* `expected`: a letter for each number, "." for none, in capitals when not sure. */
static void check_reads(const char *line, const char *expected)
{
    struct placing placing[COUNT];
    struct err e = {.text = ""};
    char got[COUNT + 1] = "";
    assert_true(board_read(line, COUNT, placing, &e));
    for (int i = 0; i < COUNT; i++) {
        const char *letters = placing[i].unsure ? "SM." : "sm.";
        assert_int_equal(placing[i].placed, placing[i].side != SIDE_NONE);
        got[i] = letters[placing[i].side];
    }
    assert_string_equal(got, expected);
    assert_string_equal(e.text, "");
}

static void check_refuses(const char *line, const char *sentence)
{
    struct placing placing[COUNT];
    struct err e = {.text = ""};
    assert_false(board_read(line, COUNT, placing, &e));
    assert_string_equal(e.text, sentence);
    assert_int_equal(e.status, STATUS_USAGE);
}

static void reads(void **state)
{
    (void)state;
    check_reads("1m 2s 3s? 4m", "msSm...");
    check_reads("1m2s,7 sales ?,  5 MARKETING", "ms..m.S");
    check_reads("  3 S\t", "..s....");
    check_reads("007m", "......m");
    check_reads("", ".......");
    check_reads(" , ", ".......");
}

static void refuses(void **state)
{
    (void)state;
    check_refuses("1m 8s", "There is no number 8; they go from 1 to 7.");
    check_refuses("0s", "There is no number 0; they go from 1 to 7.");
    check_refuses("1m 2x", "Number 2 needs a side: 2s for sales, 2m for marketing.");
    check_refuses("1 2", "Number 1 needs a side: 1s for sales, 1m for marketing.");
    check_refuses("3sale", "Number 3 needs a side: 3s for sales, 3m for marketing.");
    check_refuses("4s 4m", "Number 4 stands there twice.");
    check_refuses("1m s2", "\xe2\x80\x9cs2\xe2\x80\x9d does not begin with a number; "
                           "write it like this: 1m 2s 3s?");
    check_refuses("?", "\xe2\x80\x9c?\xe2\x80\x9d does not begin with a number; "
                       "write it like this: 1m 2s 3s?");
}

/* A line may hold anything; nothing of it may reach the terminal as it is. */
static void foreign(void **state)
{
    struct placing placing[COUNT];
    struct err e = {.text = ""};
    (void)state;
    assert_false(board_read("\x1b[31mred\xff", COUNT, placing, &e));
    assert_null(strchr(e.text, '\x1b'));
    assert_null(strchr(e.text, '\xff'));
    assert_false(board_read("99999999999999999999s", COUNT, placing, &e));
    assert_false(board_read("1\xff", COUNT, placing, &e));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(refuses),
        cmocka_unit_test(foreign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
