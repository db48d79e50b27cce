/* One writer at a time in a folder: a lock that ends with its holder, and leaves no file.  io. */
#ifndef SMQ_IO_FOLDER_LOCK_H
#define SMQ_IO_FOLDER_LOCK_H

#include "core/err.h"

struct folder_lock {
    int fd; /* of the folder; -1: none */
};

/* Waits until no other process holds the lock of the folder that holds the file at `path`, and
 * takes it; a folder that is missing is made (0700).  Everybody who writes there must take it: it
 * stops nobody else.  Where the file system has no locks, goes on without.  False and *e
 * (STATUS_CANT_CREATE: the folder cannot be made or opened; STATUS_IO) with nothing to release. */
bool folder_lock_take(struct folder_lock *lock, const char *path, struct err *e);
/* Gives the lock back; does nothing for one that was not taken. */
void folder_lock_release(struct folder_lock *lock);

#endif
