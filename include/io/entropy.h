/* Chance from outside, to seed the rng with.  io. */
#ifndef SMQ_IO_ENTROPY_H
#define SMQ_IO_ENTROPY_H

#include "core/base.h"

/* 64 bits from the system's generator; where there is none, a mix of clock and process.  Cannot
 * fail, and is no secret: good for picking cards and making ids. */
uint64_t entropy_seed(void);
/* Fills in bytes that are fit for a secret, at most 256; false where the system makes none. */
bool entropy_secret(void *bytes, size_t len);

#endif
