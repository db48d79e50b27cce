/* Runs a program with what it may use limited, and tells how it went. */
#ifndef SMQ_TESTS_HOSTILE_CHILD_H
#define SMQ_TESTS_HOSTILE_CHILD_H

#include "core/str.h"

enum { CHILD_SECONDS = 5, CHILD_MB = 256 };

struct child {
    int status;     /* as a shell says it: 128 and the signal it died by */
    double seconds; /* of the processor */
    bool hung;
    long peak_kb;
    struct str out, err;
};

/* Runs argv (NULL-terminated, argv[0] a path) with the file `input` as standard input, and waits
 * for it; its output goes over files in the folder `work`.  One that takes more than CHILD_SECONDS
 * of the processor, several times that by the clock, or far more than CHILD_MB, is killed.  Free
 * with child_free. */
void child_run(struct child *child, char *const *argv, char *const *environment, const char *input,
               const char *work);
/* What is wrong with the time or memory it took; NULL when nothing. */
const char *child_excess(const struct child *child);
void child_free(struct child *child);

/* The whole file, appended; false when it cannot be read. */
bool read_whole(const char *path, struct str *out);

#endif
