/* Making a file that must not be there yet.  io. */
#ifndef SMQ_IO_CREATE_H
#define SMQ_IO_CREATE_H

#include "core/err.h"

/* Writes `len` bytes to a new file at `path`, with the rights the umask leaves, and syncs it.  What
 * is there already, a symlink too, is left alone.  False and *e (STATUS_CANT_CREATE when it cannot
 * be made, STATUS_IO when it could not be written whole; then it is taken away again). */
bool create_file(const char *path, const char *bytes, size_t len, struct err *e);
/* Whether create_file can make a file at `path`, found out by making one and taking it away again:
 * for results that would be lost for want of a place.  False and *e (STATUS_CANT_CREATE). */
bool create_check(const char *path, struct err *e);

#endif
