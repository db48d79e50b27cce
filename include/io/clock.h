/* The time.  io; nothing below app reads a clock elsewhere. */
#ifndef SMQ_IO_CLOCK_H
#define SMQ_IO_CLOCK_H

#include "core/base.h"

/* This moment.  The environment variable SMQUIZ_NOW (milliseconds since 1970, UTC) stops the wall
 * clock there, for tests; the monotonic clock always runs. */
struct now clock_now(void);

#endif
