/* The edit distance of two ids. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/near.h"

static void expect(const char *a, const char *b, int distance)
{
    assert_int_equal(near_distance(a, b), distance);
    assert_int_equal(near_distance(b, a), distance);
}

static void the_least_number_of_changes_is_counted(void **state)
{
    (void)state;
    expect("", "", 0);
    expect("trade-fair/headline", "trade-fair/headline", 0);
    expect("trade-fair/headline", "trade-fair/headlne", 1);
    expect("trade-fair", "trade_fair", 1);
    expect("trade", "rtade", 2);
    expect("kitten", "sitting", 3);
    expect("abc", "xyz", 3);
    expect("", "abc", 3);
}

static void only_the_beginning_of_long_texts_counts(void **state)
{
    (void)state;
    char a[2 * NEAR_BYTES_MAX + 1], b[2 * NEAR_BYTES_MAX + 1];
    memset(a, 'a', sizeof a - 1);
    memset(b, 'a', sizeof b - 1);
    a[sizeof a - 1] = b[sizeof b - 1] = '\0';
    b[NEAR_BYTES_MAX] = 'b';
    expect(a, b, 0);
    b[NEAR_BYTES_MAX - 1] = 'b';
    expect(a, b, 1);
    expect(a, "", NEAR_BYTES_MAX);
}

static void the_nearest_so_far_is_kept(void **state)
{
    (void)state;
    int least = 2;
    assert_false(near_nearer("before", "befoer", &least));
    assert_int_equal(least, 2);
    assert_true(near_nearer("before", "befor", &least));
    assert_int_equal(least, 1);
    assert_false(near_nearer("before", "efore", &least));
    assert_int_equal(least, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_number_of_changes_is_counted),
        cmocka_unit_test(only_the_beginning_of_long_texts_counts),
        cmocka_unit_test(the_nearest_so_far_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
