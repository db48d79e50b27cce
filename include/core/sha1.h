/* SHA-1 (RFC 3174), for names that become UUIDs; not a defence against forgery.  core. */
#ifndef SMQ_CORE_SHA1_H
#define SMQ_CORE_SHA1_H

#include "core/base.h"

enum { SHA1_BYTES = 20 };

/* The digest of `len` bytes. */
void sha1(const void *bytes, size_t len, unsigned char out[SHA1_BYTES]);

#endif
