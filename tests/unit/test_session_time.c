/* How many cards a session has time for, and when its steps begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_time.h"

static const bool all_parts[PART_COUNT] = {true, true, true};

static void expect(struct session_numbers numbers, int test, int practice)
{
    assert_int_equal(numbers.test, test);
    assert_int_equal(numbers.practice, practice);
}

static void numbers_follow_the_minutes(void **state)
{
    (void)state;
    expect(session_numbers(5, 0, all_parts, 1), 6, 8);
    expect(session_numbers(15, 0, all_parts, 1), 6, 8);
    expect(session_numbers(30, 0, all_parts, 1), 6, 8);   /* 540 s */
    expect(session_numbers(40, 0, all_parts, 1), 6, 16);  /* 940 s */
    expect(session_numbers(45, 0, all_parts, 1), 8, 20);  /* 1140 s */
    expect(session_numbers(0, 0, all_parts, 1), 8, 20);   /* as usual */
    expect(session_numbers(60, 0, all_parts, 1), 14, 28); /* 1740 s */
    expect(session_numbers(90, 0, all_parts, 1), 20, 40);
    expect(session_numbers(600, 0, all_parts, 1), 20, 40);
    int last = 0;
    for (int minutes = 1; minutes <= 600; minutes++) {
        struct session_numbers n = session_numbers(minutes, 0, all_parts, 1);
        assert_int_equal(n.test % 2 + n.practice % 2, 0);
        assert_true(n.test + n.practice >= last); /* more time is never fewer cards */
        last = n.test + n.practice;
    }
}

static void numbers_follow_the_parts(void **state)
{
    (void)state;
    const bool before[PART_COUNT] = {true, false, false}, practice[PART_COUNT] = {false, true};
    const bool tests[PART_COUNT] = {true, false, true}, first[PART_COUNT] = {true, true, false};
    expect(session_numbers(45, 0, before, 1), 20, 0);
    expect(session_numbers(45, 0, tests, 1), 20, 0);
    expect(session_numbers(45, 0, practice, 1), 0, 34); /* 1380 s */
    expect(session_numbers(45, 0, first, 1), 12, 24);   /* 1260 s */
    expect(session_numbers(45, 9, practice, 1), 0, 10);
}

static void a_number_told_is_kept(void **state)
{
    (void)state;
    expect(session_numbers(0, 7, all_parts, 1), 8, 16);
    expect(session_numbers(0, 100, all_parts, 1), 100, 40);
    expect(session_numbers(0, 1, all_parts, 1), 2, 8);
    expect(session_numbers(45, 4, all_parts, 1), 4, 24); /* what the time leaves */
    expect(session_numbers(45, 50, all_parts, 1), 50, 8);
}

static void who_plays_in_turn_gets_fewer_cards(void **state)
{
    (void)state;
    expect(session_numbers(90, 0, all_parts, 3), 8, 16); /* 980 s each */
    expect(session_numbers(45, 0, all_parts, 12), 6, 8);
}

static struct session session_of(int minutes, int turns)
{
    struct session_numbers n = session_numbers(minutes, 0, all_parts, turns);
    struct session s = {.has = {true, true, true}, .minutes = minutes};
    s.forms[FORM_A].count = s.forms[FORM_B].count = n.test;
    s.practice.count = n.practice;
    return s;
}

static void steps_fill_the_time(void **state)
{
    (void)state;
    static const int usual[] = {0, 5, 10, 25, 37, 42, 45};
    struct session s = session_of(45, 1);
    struct session_times times = session_times(&s, 1);
    assert_memory_equal(times.begin, usual, sizeof usual);
    for (int minutes = 15; minutes <= 600; minutes++) {
        s = session_of(minutes, 1);
        times = session_times(&s, 1);
        assert_int_equal(times.begin[0], 0);
        assert_int_equal(times.begin[STEP_COUNT], minutes);
        for (int step = 0; step < STEP_COUNT; step++)
            assert_true(times.begin[step] < times.begin[step + 1]);
    }
}

static void too_little_time_is_told(void **state)
{
    (void)state;
    struct session s = session_of(5, 1);
    assert_int_equal(session_times(&s, 1).begin[STEP_COUNT], 13); /* 560 s of cards, 3 minutes */
    s = session_of(45, 12);
    assert_int_equal(session_times(&s, 12).begin[STEP_COUNT], 115);
}

static void a_part_that_is_not_there_takes_no_time(void **state)
{
    (void)state;
    struct session s = session_of(45, 1);
    s.has[PART_PRACTICE] = false;
    struct session_times times = session_times(&s, 1);
    assert_int_equal(times.begin[STEP_PRACTICE], times.begin[STEP_DISCUSSION]);
    assert_int_equal(times.begin[STEP_COUNT], 45);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_minutes),
        cmocka_unit_test(numbers_follow_the_parts),
        cmocka_unit_test(a_number_told_is_kept),
        cmocka_unit_test(who_plays_in_turn_gets_fewer_cards),
        cmocka_unit_test(steps_fill_the_time),
        cmocka_unit_test(too_little_time_is_told),
        cmocka_unit_test(a_part_that_is_not_there_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
