/* What a run left behind: in the store, and in the folder of a session.  Read by other means than
 * the program's own. */
#ifndef SMQ_TESTS_PTY_KEPT_H
#define SMQ_TESTS_PTY_KEPT_H

#include <stdbool.h>

enum { KEPT_MOST = 16, KEPT_ID = 37 };

/* One run; all zero when there is none. */
struct kept {
    char run[KEPT_ID];
    char ids[KEPT_MOST][KEPT_ID]; /* of its events, in their order */
    char choices[KEPT_MOST];      /* of its answers: 's' or 'm' each */
    int events, answers, ends;
};

/* Reads the one run there may be in the store.  False, and standard error says why, unless SQLite
 * finds the file sound, nothing refers to what is not there, and the events are numbered from 1
 * without a gap, each of them once. */
bool kept_in_store(const char *path, struct kept *out);
/* The same of the run's file in a session's folder. */
bool kept_in_file(const char *path, struct kept *out);
/* Copies the store with its journals, as a kill has left them, so that what reads the copy mends
 * nothing in the store itself. */
bool kept_copy(const char *from, const char *to);

#endif
