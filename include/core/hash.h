/* FNV-1a, 64 bit (Fowler, Noll & Vo; offset basis and prime of RFC 9923).  core.
 * Used for fingerprints of content and for look-up tables; not a defence against forgery. */
#ifndef SMQ_CORE_HASH_H
#define SMQ_CORE_HASH_H

#include "core/base.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Goes on from `hash` (HASH_START at first) over `len` bytes. */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len);
/* The same over a string and the NUL that ends it, so that "ab","c" differs from "a","bc". */
uint64_t hash_text(uint64_t hash, const char *text);

#endif
