/* Which path may have been meant by one that is not there.  io. */
#ifndef SMQ_IO_NEAR_PATH_H
#define SMQ_IO_NEAR_PATH_H

#include "core/str.h"

/* Looks for a path that differs from `path` in one name alone, the first that is missing, by no
 * more than two bytes (core/near.h), and that is there; appends the nearest.  False when there is
 * none. */
bool near_path(const char *path, struct str *out);

#endif
