/* The place of the log's file, made safe before SQLite sees it.  io; no library.
 * The file lies in a folder that is ours and that nobody else can write: otherwise somebody could
 * plant a journal beside it, and SQLite would roll it into the log.  One that another user has left
 * there is refused too. */
#ifndef SMQ_IO_STORE_FILE_H
#define SMQ_IO_STORE_FILE_H

#include "core/err.h"
#include "core/text.h"

struct store_file {
    struct str path;  /* absolute, no symlink in it */
    struct str shown; /* as the user gave it, fit for sentences */
    bool local;       /* on a file system that shares memory between processes (no network) */
};

/* Finds or makes the file.  With `make`, missing folders are made 0700 and a missing file 0600 and
 * empty, and a file that others could read is closed to them; without it nothing is changed, and
 * the folder may belong to somebody else.  False and *e (STATUS_CANT_CREATE, STATUS_NO_INPUT
 * without `make`, STATUS_IO on a full disk) when that cannot be, or when the place is not safe.
 * Either way the caller calls store_file_release. */
bool store_file_prepare(struct store_file *file, const char *path, bool make, struct err *e);
void store_file_release(struct store_file *file);

/* Whether there is a file at `path` at all, of whatever kind it may be. */
bool store_file_is_there(const char *path);

#endif
