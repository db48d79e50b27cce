/* Writing a file so that it is whole or not there: a temporary file beside it, synced, renamed.
 * io. */
#ifndef SMQ_IO_REPLACE_H
#define SMQ_IO_REPLACE_H

#include <stdio.h>

#include "core/err.h"
#include "core/str.h"

struct replace {
    FILE *file;           /* to write to */
    struct str temporary; /* "" for standard output */
    struct str target;
};

/* Starts writing to `path` (NULL or "-" for standard output).  The temporary file is new, hidden,
 * lies in the same folder and is open to its owner only; a symlink at `path` is replaced, not
 * followed.  False and *e (STATUS_CANT_CREATE) when it cannot be made; nothing is to be ended
 * then. */
bool replace_start(struct replace *r, const char *path, struct err *e);
/* Ends it: with `ok`, puts what was written in place, else throws it away.  False and *e
 * (STATUS_IO) when it could not be written whole; when not `ok` always false, *e untouched. */
bool replace_end(struct replace *r, bool ok, struct err *e);
/* Writes a text whole to `path` (NULL or "-" for standard output); false and *e as the two
 * above. */
bool replace_text(const char *path, const struct str *text, struct err *e);
/* The same with this mode whatever the umask says, where the file system has modes. */
bool replace_text_mode(const char *path, const struct str *text, unsigned mode, struct err *e);

#endif
