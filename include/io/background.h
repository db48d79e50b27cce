/* This program once more, in the background, for what nobody should wait for.  io. */
#ifndef SMQ_IO_BACKGROUND_H
#define SMQ_IO_BACKGROUND_H

#include "core/base.h"

/* `struct background b = {0}` is none. */
struct background {
    int64_t pid; /* of what runs now; 0 for nothing */
};

/* How it ended. */
enum background_end {
    BACKGROUND_RUNNING,
    BACKGROUND_DONE,  /* exit status 0, or nothing was started */
    BACKGROUND_FAILED /* any other way */
};

/* Starts the program with these words behind its name (NULL at the end), its standard streams on
 * /dev/null, in a session of its own so that no key of the terminal reaches it.  `program` is
 * argv[0], for systems that do not tell which file this program is.  Only when nothing runs.  False
 * when it cannot be started. */
bool background_start(struct background *background, const char *program, const char *const *words);
/* Looks whether it has ended, waiting at most `patience_ms` milliseconds for that. */
enum background_end background_wait(struct background *background, int patience_ms);

#endif
