/* Moments for machines. */
#include "core/moment.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS, HOUR_MS = 60 * MINUTE_MS, YEAR_MAX = 9999 };

static const int64_t day_ms = 24 * (int64_t)HOUR_MS;

void moment_write(struct str *out, int64_t utc_ms)
{
    int64_t day = calendar_local_day(utc_ms, 0);
    int year = calendar_date(day).year;
    if (year < 0 || year > YEAR_MAX)
        return;
    int ms = (int)(utc_ms - day * day_ms);
    calendar_write(out, day);
    str_addc(out, 'T');
    str_add_digits(out, ms / HOUR_MS, 2);
    str_addc(out, ':');
    str_add_digits(out, ms % HOUR_MS / MINUTE_MS, 2);
    str_addc(out, ':');
    str_add_digits(out, ms % MINUTE_MS / SECOND_MS, 2);
    str_addc(out, '.');
    str_add_digits(out, ms % SECOND_MS, 3);
    str_addc(out, 'Z');
}
