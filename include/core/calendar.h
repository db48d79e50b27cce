/* The civil calendar: days since 1970-01-01 and dates.  core.
 * Proleptic Gregorian, as ISO 8601 counts: a year 0 comes before year 1.  Days may be any that a
 * time in milliseconds (struct now) can fall on, about 290 million years either way. */
#ifndef SMQ_CORE_CALENDAR_H
#define SMQ_CORE_CALENDAR_H

#include "core/str.h"

enum { DAYS_A_WEEK = 7 };

struct date {
    int year, month, day; /* month 1 … 12, day 1 … 31 */
};

/* The day of a date, which must be a real one. */
int64_t calendar_day(struct date date);
/* The date of a day. */
struct date calendar_date(int64_t day);
/* 0 for Monday … 6 for Sunday. */
int calendar_weekday(int64_t day);
/* Which cycle of `length` days it falls into, 0 the one that begins on 1970-01-01. */
int64_t calendar_cycle(int64_t day, int length);
/* The day it is at a moment on a clock `utc_offset_min` minutes east of UTC. */
int64_t calendar_local_day(int64_t utc_ms, int utc_offset_min);

/* Reads "YYYY-MM-DD", nothing before or after it.  False when it is not of that shape or there is
 * no such date; *day is untouched then. */
bool calendar_read(const char *text, int64_t *day);
/* Appends "YYYY-MM-DD"; years before 0 or after 9999 with a sign, which calendar_read refuses. */
void calendar_write(struct str *out, int64_t day);

#endif
