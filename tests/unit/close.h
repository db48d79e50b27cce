/* Comparing numbers that were printed with so many digits.  Include it after cmocka.h. */
#ifndef SMQ_TESTS_CLOSE_H
#define SMQ_TESTS_CLOSE_H

#include <math.h>
#include <stdio.h>

/* Whether the value lies within `margin` of what is expected; says so when not. */
static inline int is_close(double value, double expected, double margin)
{
    if (fabs(value - expected) <= margin)
        return 1;
    printf("%.8g is not %.8g within %.2g\n", value, expected, margin);
    return 0;
}

#define assert_close(value, expected, margin) assert_true(is_close(value, expected, margin))

#endif
