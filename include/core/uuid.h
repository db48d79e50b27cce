/* Client-made identifiers: UUID version 7 (RFC 9562, section 5.7).  core.
 * They sort by the millisecond they were made in, and copying a log twice changes nothing. */
#ifndef SMQ_CORE_UUID_H
#define SMQ_CORE_UUID_H

#include "core/rng.h"

#define UUID_SIZE 37 /* 36 characters and the NUL */

/* Writes the UUIDv7 of `utc_ms` (milliseconds since 1970; a time before that counts as 0) with
 * random bits from `rng`, in lower-case hexadecimal. */
void uuid7(char out[UUID_SIZE], int64_t utc_ms, struct rng *rng);
/* Whether `text` has the shape of a UUID (any version, lower case). */
bool uuid_valid(const char *text);

#endif
