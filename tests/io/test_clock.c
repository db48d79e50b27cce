/* The time and chance from outside (io/clock.h, io/entropy.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#include "core/shared_run.h"
#include "io/clock.h"
#include "io/entropy.h"

static const int64_t SUMMER_2024_MS = 1720000000123;

static int restore(void **state)
{
    (void)state;
    unsetenv("SMQUIZ_NOW");
    unsetenv("TZ");
    tzset();
    return 0;
}

static void the_wall_clock_can_be_stopped(void **state)
{
    (void)state;
    setenv("SMQUIZ_NOW", "1720000000123", 1);
    assert_true(clock_now().utc_ms == SUMMER_2024_MS);
    static const char *const nonsense[] = {"", "soon", "12x", "99999999999999999999"};
    for (size_t i = 0; i < ARRAY_LEN(nonsense); i++) {
        setenv("SMQUIZ_NOW", nonsense[i], 1);
        int64_t before = (int64_t)time(NULL);
        int64_t got = clock_now().utc_ms / 1000;
        assert_in_range(got, before - 1, before + 60);
    }
}

static void a_wall_clock_beyond_reason_stands_at_its_end(void **state)
{
    (void)state;
    setenv("SMQUIZ_NOW", "-1", 1); /* 1969 */
    assert_true(clock_now().utc_ms == 0);
    setenv("SMQUIZ_NOW", "9223372036854775807", 1);
    assert_true(clock_now().utc_ms == SHARED_TIME_MS_MAX);
    setenv("SMQUIZ_NOW", "2211926400000", 1); /* 2040 */
    assert_true(clock_now().utc_ms == 2211926400000);
}

static void the_offset_is_that_of_the_moment(void **state)
{
    (void)state;
    setenv("SMQUIZ_NOW", "1720000000123", 1);
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    assert_int_equal(clock_now().utc_offset_min, 120);
    setenv("SMQUIZ_NOW", "1705000000000", 1);
    assert_int_equal(clock_now().utc_offset_min, 60);
    setenv("TZ", "NST3:30", 1);
    tzset();
    assert_int_equal(clock_now().utc_offset_min, -210);
}

static void the_monotonic_clock_runs_on(void **state)
{
    (void)state;
    setenv("SMQUIZ_NOW", "1720000000123", 1);
    int64_t first = clock_now().mono_ms, now = first;
    while (now == first)
        now = clock_now().mono_ms;
    assert_true(now > first);
}

static void moments_can_be_told_apart(void **state)
{
    (void)state;
    int64_t last = 0;
    setenv("SMQUIZ_NOW", "1720000000123", 1);
    for (int i = 0; i < 3; i++)
        assert_true(clock_now_after(&last).utc_ms == SUMMER_2024_MS + i);
    setenv("SMQUIZ_NOW", "1720000000999", 1);
    assert_true(clock_now_after(&last).utc_ms == SUMMER_2024_MS + 876);
    setenv("SMQUIZ_NOW", "1720000000123", 1); /* the wall clock was put back */
    assert_true(clock_now_after(&last).utc_ms == SUMMER_2024_MS + 877);
    assert_true(last == SUMMER_2024_MS + 877);
}

static void seeds_differ(void **state)
{
    (void)state;
    uint64_t first = entropy_seed(), second = entropy_seed();
    assert_true(first != second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_wall_clock_can_be_stopped, restore),
        cmocka_unit_test_teardown(a_wall_clock_beyond_reason_stands_at_its_end, restore),
        cmocka_unit_test_teardown(the_offset_is_that_of_the_moment, restore),
        cmocka_unit_test_teardown(the_monotonic_clock_runs_on, restore),
        cmocka_unit_test_teardown(moments_can_be_told_apart, restore),
        cmocka_unit_test(seeds_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
