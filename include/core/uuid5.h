/* Identifiers made from names: UUID version 5 (RFC 9562, section 5.5).  core.
 * The same name within the same namespace is the same UUID wherever it is made. */
#ifndef SMQ_CORE_UUID5_H
#define SMQ_CORE_UUID5_H

#include "core/uuid.h"

/* Writes the UUIDv5 of `name` within `space`, which is a UUID. */
void uuid5(char out[UUID_SIZE], const char *space, const char *name);

#endif
