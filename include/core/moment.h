/* Moments for machines.  core. */
#ifndef SMQ_CORE_MOMENT_H
#define SMQ_CORE_MOMENT_H

#include "core/calendar.h"

/* Appends ISO 8601 (RFC 3339) in UTC with milliseconds, "2026-11-28T09:30:00.000Z"; nothing for a
 * moment that has no year of four digits. */
void moment_write(struct str *out, int64_t utc_ms);

#endif
