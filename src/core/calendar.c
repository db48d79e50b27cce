/* The civil calendar: days since 1970-01-01 and dates, read and written. */
#include "core/calendar.h"

/* Days are counted in eras of 400 years, within which the calendar repeats, and years from the
 * first of March, so that a leap day is the last of its year: Howard Hinnant, "chrono-compatible
 * low-level date algorithms", 2013 (days_from_civil, civil_from_days). */
enum {
    YEARS_AN_ERA = 400,
    DAYS_AN_ERA = 146097,
    DAYS_A_CENTURY = 36524, /* without a leap day at its end, as three of four are */
    DAYS_FOUR_YEARS = 1460, /* without theirs */
    DAYS_A_YEAR = 365,
    DAYS_FIVE_MONTHS = 153, /* March to July, and again August to December */
    MONTHS_A_YEAR = 12,
    MARCH = 3,
    DAYS_BEFORE_1970 = 719468, /* from 0000-03-01 */
    THURSDAY = 3               /* the first of January 1970 */
};

enum { MS_A_MINUTE = 60 * 1000, MINUTES_A_DAY = 24 * 60 };

/* Division that rounds down, before zero too; `by` > 0. */
static int64_t floor_div(int64_t number, int64_t by)
{
    return number / by - (number % by < 0);
}

int64_t calendar_day(struct date date)
{
    int64_t year = (int64_t)date.year - (date.month < MARCH);
    int64_t era = floor_div(year, YEARS_AN_ERA);
    int of_era = (int)(year - era * YEARS_AN_ERA);
    int month = (date.month + MONTHS_A_YEAR - MARCH) % MONTHS_A_YEAR; /* from March */
    int of_year = (DAYS_FIVE_MONTHS * month + 2) / 5 + date.day - 1;
    int day_of_era = of_era * DAYS_A_YEAR + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_AN_ERA + day_of_era - DAYS_BEFORE_1970;
}

struct date calendar_date(int64_t day)
{
    int64_t since = day + DAYS_BEFORE_1970;
    int64_t era = floor_div(since, DAYS_AN_ERA);
    int of_era = (int)(since - era * DAYS_AN_ERA);
    int year =
        (of_era - of_era / DAYS_FOUR_YEARS + of_era / DAYS_A_CENTURY - of_era / (DAYS_AN_ERA - 1)) /
        DAYS_A_YEAR;
    int of_year = of_era - (DAYS_A_YEAR * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / DAYS_FIVE_MONTHS; /* from March */
    int of_month = of_year - (DAYS_FIVE_MONTHS * month + 2) / 5 + 1;
    month = (month + MARCH - 1) % MONTHS_A_YEAR + 1;
    return (struct date){.year = (int)(era * YEARS_AN_ERA) + year + (month < MARCH),
                         .month = month,
                         .day = of_month};
}

int calendar_weekday(int64_t day)
{
    return (int)(day + THURSDAY - floor_div(day + THURSDAY, DAYS_A_WEEK) * DAYS_A_WEEK);
}

int64_t calendar_cycle(int64_t day, int length)
{
    return floor_div(day, length);
}

int64_t calendar_local_day(int64_t utc_ms, int utc_offset_min)
{
    return floor_div(floor_div(utc_ms, MS_A_MINUTE) + utc_offset_min, MINUTES_A_DAY);
}

/* The number that the `count` digits at *at make, -1 when they are none; moves *at behind them. */
static int take_digits(const char **at, int count)
{
    int number = 0;
    for (; count > 0; count--) {
        char c = **at;
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
        ++*at;
    }
    return number;
}

static bool take_hyphen(const char **at)
{
    return *(*at)++ == '-';
}

bool calendar_read(const char *text, int64_t *day)
{
    struct date read = {0};
    read.year = take_digits(&text, 4);
    if (read.year < 0 || !take_hyphen(&text))
        return false;
    read.month = take_digits(&text, 2);
    if (read.month < 1 || read.month > MONTHS_A_YEAR || !take_hyphen(&text))
        return false;
    read.day = take_digits(&text, 2);
    if (read.day < 1 || *text)
        return false;
    /* a day that its month does not have falls into the next one */
    int64_t found = calendar_day(read);
    if (calendar_date(found).month != read.month)
        return false;
    *day = found;
    return true;
}

void calendar_write(struct str *out, int64_t day)
{
    struct date date = calendar_date(day);
    if (date.year < 0 || date.year > 9999)
        str_addf(out, "%+05d", date.year);
    else
        str_add_digits(out, date.year, 4);
    str_addc(out, '-');
    str_add_digits(out, date.month, 2);
    str_addc(out, '-');
    str_add_digits(out, date.day, 2);
}
