/* The time.  io; nothing below app reads a clock elsewhere. */
#ifndef SMQ_IO_CLOCK_H
#define SMQ_IO_CLOCK_H

#include "core/base.h"

/* This moment.  The environment variable SMQUIZ_NOW (milliseconds since 1970, UTC) stops the wall
 * clock there, for tests; the monotonic clock always runs.  A wall clock before
 * 1970 or behind the year 9999 stands at that end: what is stamped beyond could not be shared. */
struct now clock_now(void);
/* This moment, or the millisecond after *last_utc_ms when the wall clock is not past that (as when
 * two things share a millisecond); *last_utc_ms becomes it. */
struct now clock_now_after(int64_t *last_utc_ms);

#endif
