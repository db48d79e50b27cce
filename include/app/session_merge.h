/* Merging results from elsewhere with those of a session: files, folders, and lines of codes and
 * tick sheets.  app. */
#ifndef SMQ_APP_SESSION_MERGE_H
#define SMQ_APP_SESSION_MERGE_H

#include "app/session_place.h"

/* A session's place and what it has; `struct shared_runs` and `struct faults` are the merge's own.
 */
struct session_merge {
    const struct session_place *place;
    const struct session *session;
    struct shared_runs runs; /* everything there is */
    struct faults refused;
    int added, repeated;  /* results from elsewhere */
    int64_t typed_utc_ms; /* when the last line counts as typed: each later than the one before */
};

/* Reads what the place has.  False and *e. */
bool session_merge_start(struct session_merge *merge, const struct session_place *place,
                         const struct session *session, struct err *e);
/* Merges what is at a path: a result, a text with a result a line, or a folder of results (a
 * session's folder too).  What is new is put into the place at once.  What is refused is a
 * complaint in `refused`, that goes on; false and *e when the place does not take more. */
bool session_merge_path(struct session_merge *merge, const char *path, struct err *e);
void session_merge_free(struct session_merge *merge);

#endif
