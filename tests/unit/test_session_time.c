/* How many cards a session has time for, and when its steps begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_time.h"

static const bool all_parts[PART_COUNT] = {true, true, true};

static const struct session_pace own = {.turns = 1};

static struct session_pace in_turn(int people)
{
    return (struct session_pace){.turns = people};
}

static struct session_pace on_paper(int people)
{
    return (struct session_pace){.turns = 1, .sheets = people};
}

static void expect(struct session_numbers numbers, int test, int practice)
{
    assert_int_equal(numbers.test, test);
    assert_int_equal(numbers.practice, practice);
}

static void numbers_follow_the_minutes(void **state)
{
    (void)state;
    expect(session_numbers(5, 0, all_parts, own), 4, 4);
    expect(session_numbers(15, 0, all_parts, own), 6, 6);
    expect(session_numbers(16, 0, all_parts, own), 6, 8);
    expect(session_numbers(30, 0, all_parts, own), 6, 8);   /* 540 s */
    expect(session_numbers(40, 0, all_parts, own), 6, 16);  /* 940 s */
    expect(session_numbers(45, 0, all_parts, own), 8, 20);  /* 1140 s */
    expect(session_numbers(0, 0, all_parts, own), 8, 20);   /* as usual */
    expect(session_numbers(60, 0, all_parts, own), 14, 28); /* 1740 s */
    expect(session_numbers(90, 0, all_parts, own), 20, 40);
    expect(session_numbers(600, 0, all_parts, own), 20, 40);
    int last = 0;
    for (int minutes = 1; minutes <= 600; minutes++) {
        struct session_numbers n = session_numbers(minutes, 0, all_parts, own);
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
    expect(session_numbers(45, 0, before, own), 20, 0);
    expect(session_numbers(45, 0, tests, own), 20, 0);
    expect(session_numbers(45, 0, practice, own), 0, 34); /* 1380 s */
    expect(session_numbers(45, 0, first, own), 12, 24);   /* 1260 s */
    expect(session_numbers(45, 9, practice, own), 0, 10);
}

static void a_number_told_is_kept(void **state)
{
    (void)state;
    expect(session_numbers(0, 7, all_parts, own), 8, 16);
    expect(session_numbers(0, 100, all_parts, own), 100, 40);
    expect(session_numbers(0, 1, all_parts, own), 2, 8);
    expect(session_numbers(45, 4, all_parts, own), 4, 24); /* what the time leaves */
    expect(session_numbers(45, 50, all_parts, own), 50, 8);
}

static void who_plays_in_turn_gets_fewer_cards(void **state)
{
    (void)state;
    expect(session_numbers(90, 0, all_parts, in_turn(3)), 8, 16); /* 980 s each */
    expect(session_numbers(45, 0, all_parts, in_turn(12)), 4, 4);
}

static struct session session_of(int minutes, struct session_pace pace)
{
    struct session_numbers n = session_numbers(minutes, 0, all_parts, pace);
    struct session s = {.has = {true, true, true}, .minutes = minutes};
    s.forms[FORM_A].count = s.forms[FORM_B].count = n.test;
    s.practice.count = n.practice;
    return s;
}

static void paper_takes_time_of_its_own(void **state)
{
    (void)state;
    const bool practice[PART_COUNT] = {false, true};
    expect(session_numbers(45, 0, all_parts, on_paper(12)), 6, 10); /* 660 s */
    expect(session_numbers(45, 0, all_parts, on_paper(1)), 6, 14);  /* 820 s */
    expect(session_numbers(90, 0, all_parts, on_paper(12)), 20, 40);
    expect(session_numbers(25, 0, all_parts, on_paper(12)), 6, 6);
    expect(session_numbers(20, 0, all_parts, on_paper(12)), 4, 4);
    expect(session_numbers(45, 0, practice, on_paper(12)), 0, 34); /* no sheets */
    static const int usual[] = {0, 5, 11, 20, 33, 39, 45};
    struct session s = session_of(45, on_paper(12));
    struct session_times times = session_times(&s, on_paper(12));
    assert_memory_equal(times.begin, usual, sizeof usual);
    for (int people = 1; people <= 40; people++) {
        for (int minutes = 5; minutes <= 120; minutes++) {
            int typing = (20 * people > 120 ? 20 * people : 120) / 60;
            s = session_of(minutes, on_paper(people));
            times = session_times(&s, on_paper(people));
            for (int step = 0; step < STEP_COUNT; step++)
                assert_true(times.begin[step + 1] - times.begin[step] >= 2);
            assert_true(times.begin[STEP_AFTER] - times.begin[STEP_DISCUSSION] > typing);
            assert_true(times.begin[STEP_COUNT] - times.begin[STEP_WRAP_UP] > typing);
            assert_true(times.begin[STEP_PRACTICE] - times.begin[STEP_BEFORE] >= 3);
        }
    }
}

static void steps_fill_the_time(void **state)
{
    (void)state;
    static const int usual[] = {0, 5, 10, 25, 37, 42, 45};
    struct session s = session_of(45, own);
    struct session_times times = session_times(&s, own);
    assert_memory_equal(times.begin, usual, sizeof usual);
    for (int minutes = 15; minutes <= 600; minutes++) {
        s = session_of(minutes, own);
        times = session_times(&s, own);
        assert_int_equal(times.begin[0], 0);
        assert_int_equal(times.begin[STEP_COUNT], minutes);
        for (int step = 0; step < STEP_COUNT; step++)
            assert_true(times.begin[step + 1] - times.begin[step] >= 2);
    }
}

static void too_little_time_is_told(void **state)
{
    (void)state;
    struct session s = session_of(5, own);
    assert_int_equal(session_times(&s, own).begin[STEP_COUNT], 13); /* of 6 steps, one longer */
    s = session_of(45, in_turn(12));
    assert_int_equal(session_times(&s, in_turn(12)).begin[STEP_COUNT], 70); /* 3840 s, 6 minutes */
}

static void a_part_that_is_not_there_takes_no_time(void **state)
{
    (void)state;
    struct session s = session_of(45, own);
    s.has[PART_PRACTICE] = false;
    struct session_times times = session_times(&s, own);
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
        cmocka_unit_test(paper_takes_time_of_its_own),
        cmocka_unit_test(steps_fill_the_time),
        cmocka_unit_test(too_little_time_is_told),
        cmocka_unit_test(a_part_that_is_not_there_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
