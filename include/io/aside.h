/* A question answered by a process of its own, for what may hang: nobody waits longer than they
 * want to.  io. */
#ifndef SMQ_IO_ASIDE_H
#define SMQ_IO_ASIDE_H

#include "core/base.h"

/* `struct aside a = {0}` has nothing under way. */
struct aside {
    int64_t pid; /* of who looks for the answer; 0: nobody */
    int fd;      /* where the answer comes from */
};

enum { ASIDE_ANSWER_MAX = 4096 }; /* bytes */

/* Fills in the answer, `size` bytes without pointers; runs in the other process, which ends then
 * and must not touch what this one has open for writing. */
typedef void aside_fn(void *context, void *answer);

/* Takes the answer, waiting at most `patience_ms` for it; asks first when nothing is under way.
 * False when it is not there yet, or cannot be had: the next call goes on waiting, or asks anew. */
bool aside_ask(struct aside *aside, aside_fn *fn, void *context, void *answer, size_t size,
               int patience_ms);
/* Stops waiting; the other process is ended. */
void aside_drop(struct aside *aside);

#endif
