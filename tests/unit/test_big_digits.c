/* Large digits: their shapes and their widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/big_digits.h"
#include "core/text.h"

static void assert_shows(int number, int dot, const char *expected)
{
    struct str out = {0};
    for (int row = 0; row < BIG_DIGITS_ROWS; row++) {
        big_digits_add(&out, number, row, dot);
        str_add(&out, "\n");
    }
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void test_shapes(void **state)
{
    (void)state;
    assert_shows(7, 1, "███\n  █\n  █\n  █\n  █\n");
    assert_shows(10, 1, " █  ███\n██  █ █\n █  █ █\n █  █ █\n███ ███\n");
    assert_shows(4, 2, "██  ██\n██  ██\n██████\n    ██\n    ██\n");
}

static void test_no_digit_looks_like_another(void **state)
{
    (void)state;
    struct str shapes[10] = {{0}};
    for (int digit = 0; digit < 10; digit++)
        for (int row = 0; row < BIG_DIGITS_ROWS; row++) {
            big_digits_add(&shapes[digit], digit, row, 1);
            str_add(&shapes[digit], "\n");
        }
    for (int a = 0; a < 10; a++)
        for (int b = 0; b < a; b++)
            assert_string_not_equal(str_text(&shapes[a]), str_text(&shapes[b]));
    for (int a = 0; a < 10; a++)
        str_free(&shapes[a]);
}

static void test_widths(void **state)
{
    (void)state;
    assert_int_equal(big_digits_cols(0, 2), 6);
    assert_int_equal(big_digits_cols(42, 2), 14);
    assert_int_equal(big_digits_cols(999, 1), 11);
    for (int number = 0; number < 1000; number += 37)
        for (int row = 0; row < BIG_DIGITS_ROWS; row++) {
            struct str out = {0};
            big_digits_add(&out, number, row, 2);
            int cols = text_width(str_text(&out));
            assert_in_range(cols, 1, big_digits_cols(number, 2));
            assert_true(out.data[out.len - 1] != ' ');
            str_free(&out);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_no_digit_looks_like_another),
        cmocka_unit_test(test_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
