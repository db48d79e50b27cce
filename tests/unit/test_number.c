/* Numbers as they are shown and said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/number.h"

/* Fails unless that is what the function makes of the number. */
#define ASSERT_SAYS(function, value, words, text)  \
    do {                                           \
        struct str out = {0};                      \
        function(&out, value, words);              \
        assert_string_equal(str_text(&out), text); \
        str_free(&out);                            \
    } while (0)

static void a_minus_is_a_sign_or_a_word(void **state)
{
    (void)state;
    ASSERT_SAYS(number_whole, 12, true, "12");
    ASSERT_SAYS(number_whole, -12, false, "−12");
    ASSERT_SAYS(number_whole, -12, true, "minus 12");
    ASSERT_SAYS(number_hundredths, 3.726, true, "3.73");
    ASSERT_SAYS(number_hundredths, -3.726, false, "−3.73");
    ASSERT_SAYS(number_hundredths, -3.726, true, "minus 3.73");
}

static void nothing_has_no_sign(void **state)
{
    (void)state;
    ASSERT_SAYS(number_whole, -0.4, true, "0");
    ASSERT_SAYS(number_whole, -0.5, true, "minus 1");
    ASSERT_SAYS(number_hundredths, -0.004, true, "0.00");
    ASSERT_SAYS(number_hundredths, -0.004, false, "0.00");
    ASSERT_SAYS(number_hundredths, -0.006, true, "minus 0.01");
}

static void what_is_won_has_a_plus(void **state)
{
    (void)state;
    ASSERT_SAYS(number_net, 2, true, "+2");
    ASSERT_SAYS(number_net, 0, true, "0");
    ASSERT_SAYS(number_net, -2, true, "minus 2");
    ASSERT_SAYS(number_net, -2, false, "−2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_minus_is_a_sign_or_a_word),
        cmocka_unit_test(nothing_has_no_sign),
        cmocka_unit_test(what_is_won_has_a_plus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
