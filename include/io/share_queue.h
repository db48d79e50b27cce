/* What is still to be sent to a place where sessions are shared: the queue is the log itself.  io.
 * A run is pushed whole, and again as it grows, until the place has acknowledged its last event. */
#ifndef SMQ_IO_SHARE_QUEUE_H
#define SMQ_IO_SHARE_QUEUE_H

#include "core/str.h"
#include "io/share.h"
#include "io/store.h"

/* What a push came to, in runs. */
struct share_pushed {
    int sent;      /* there in full now */
    int left;      /* not there, or not in full */
    int elsewhere; /* of sessions that the place does not have; only when all are pushed */
};

/* Pushes every run of the session `code` (of all sessions for NULL) that is not known to be at the
 * place in full; `place` names it in the store (share_queue_place).  True when nothing is left.
 * False and *e when something is: the first failure, after which it goes on with other runs unless
 * the place is away (STATUS_TRY_LATER, STATUS_UNAVAILABLE, STATUS_IO). */
bool share_queue_push(struct store *store, struct share *share, const char *place, const char *code,
                      struct share_pushed *out, struct err *e);
/* How many runs it would push. */
bool share_queue_left(struct store *store, const char *place, const char *code, int *left,
                      struct err *e);
/* Appends the name of a place in the store: what share_open was given, made absolute. */
void share_queue_place(const char *where, struct str *out);

#endif
