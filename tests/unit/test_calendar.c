/* The calendar against dates whose days are known, day by day over centuries, and what it refuses.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/calendar.h"

enum { MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, DAY_MS = 24 * HOUR_MS };

static void assert_written(int64_t day, const char *expected)
{
    struct str text = {0};
    calendar_write(&text, day);
    assert_string_equal(str_text(&text), expected);
    str_free(&text);
}

/* Days and weekdays that other programs (GNU date, Python) give. */
static void known_days(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        int64_t day;
        int weekday;
    } known[] = {
        {"1970-01-01", 0, 3},       {"1969-12-31", -1, 2},      {"2000-02-29", 11016, 1},
        {"2000-03-01", 11017, 2},   {"1900-02-28", -25509, 2},  {"1900-03-01", -25508, 3},
        {"2024-12-31", 20088, 1},   {"2025-01-01", 20089, 2},   {"2026-11-23", 20780, 0},
        {"2100-02-28", 47540, 6},   {"2100-03-01", 47541, 0},   {"1582-10-15", -141427, 4},
        {"0001-01-01", -719162, 0}, {"0000-01-01", -719528, 5}, {"0000-02-29", -719469, 1},
        {"9999-12-31", 2932896, 4},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        int64_t day = 77;
        assert_true(calendar_read(known[i].date, &day));
        assert_int_equal(day, known[i].day);
        assert_int_equal(calendar_weekday(day), known[i].weekday);
        assert_written(day, known[i].date);
    }
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (leap && month == 2);
}

static void every_day_follows_the_one_before(void **state)
{
    (void)state;
    struct date date = {.year = -801, .month = 1, .day = 1};
    int64_t day = calendar_day(date);
    int weekday = calendar_weekday(day);
    while (date.year < 2500) {
        struct date back = calendar_date(day);
        assert_int_equal(back.year, date.year);
        assert_int_equal(back.month, date.month);
        assert_int_equal(back.day, date.day);
        assert_int_equal(calendar_day(date), day);
        assert_int_equal(calendar_weekday(day), weekday);
        day++;
        weekday = (weekday + 1) % DAYS_A_WEEK;
        if (++date.day > month_days(date.year, date.month)) {
            date.day = 1;
            date.month++;
        }
        if (date.month > 12) {
            date.month = 1;
            date.year++;
        }
    }
}

static void any_time_has_a_day(void **state)
{
    (void)state;
    int64_t ends[] = {INT64_MIN / DAY_MS, INT64_MAX / DAY_MS};
    for (size_t i = 0; i < ARRAY_LEN(ends); i++)
        assert_int_equal(calendar_day(calendar_date(ends[i])), ends[i]);
    assert_int_equal(calendar_local_day(INT64_MIN, -900), ends[0] - 1);
    assert_int_equal(calendar_local_day(INT64_MAX, 900), ends[1]);
    assert_written(-719529, "-0001-12-31");
    assert_written(2932897, "+10000-01-01");
}

static void a_day_begins_at_local_midnight(void **state)
{
    (void)state;
    assert_int_equal(calendar_local_day(0, 0), 0);
    assert_int_equal(calendar_local_day(-1, 0), -1);
    assert_int_equal(calendar_local_day(DAY_MS - 1, 0), 0);
    assert_int_equal(calendar_local_day(DAY_MS, 0), 1);
    assert_int_equal(calendar_local_day(-DAY_MS, 0), -1);
    assert_int_equal(calendar_local_day(-DAY_MS - 1, 0), -2);
    /* in Berlin the new day began an hour ago, in New York it has five more to go */
    int64_t berlin_midnight = INT64_C(20780) * DAY_MS - HOUR_MS;
    assert_int_equal(calendar_local_day(berlin_midnight, 60), 20780);
    assert_int_equal(calendar_local_day(berlin_midnight - 1, 60), 20779);
    assert_int_equal(calendar_local_day(berlin_midnight, -300), 20779);
}

static void cycles_begin_in_1970_and_go_back_before_it(void **state)
{
    (void)state;
    static const int64_t cycles[] = {-2, -1, -1, -1, 0, 0, 0, 1};
    for (int i = 0; i < (int)ARRAY_LEN(cycles); i++)
        assert_int_equal(calendar_cycle(i - 4, 3), cycles[i]);
}

static void only_real_dates_in_one_shape(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",           "2026",        "2026-11",    "2026-11-2",   "2026-11-233", "26-11-23",
        "2026-1-23",  "2026/11/23",  "20261123",   " 2026-11-23", "2026-11-23 ", "2026-11-23\n",
        "2026-13-01", "2026-00-01",  "2026-01-00", "2026-01-32",  "2026-02-29",  "1900-02-29",
        "2026-04-31", "+2026-01-01", "-026-01-01", "2026-1a-01",  "12026-01-01", "2026-11-23x",
        "2026--1-01", "2026-01--1",  "٢٠٢٦-١١-٢٣",
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        int64_t day = 77;
        assert_false(calendar_read(wrong[i], &day));
        assert_int_equal(day, 77);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_day_follows_the_one_before),
        cmocka_unit_test(any_time_has_a_day),
        cmocka_unit_test(a_day_begins_at_local_midnight),
        cmocka_unit_test(cycles_begin_in_1970_and_go_back_before_it),
        cmocka_unit_test(only_real_dates_in_one_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
