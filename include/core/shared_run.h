/* One run of a session as it is shared: who, what, and every event; and many of them, merged.
 * core.
 * Response times are not shared: elapsed_ms is 0. */
#ifndef SMQ_CORE_SHARED_RUN_H
#define SMQ_CORE_SHARED_RUN_H

#include "core/event.h"

/* The latest moment a shared row may have, in UTC: the end of the year 9999.  The earliest is 0. */
#define SHARED_TIME_MS_MAX INT64_C(253402300799999)

/* How the answers came. */
enum source {
    SOURCE_PLAYED, /* at a keyboard */
    SOURCE_CODE,   /* a result code was typed in */
    SOURCE_SHEET,  /* a tick sheet was typed in */
    SOURCE_ROOM    /* hands were counted: one answer a hand, of nobody in particular */
};

struct shared_run {
    const char *owner; /* whom the system proves, a login or a database role; "" when nobody */
    enum source source;
    struct learner learner; /* the person as they call themself */
    struct run run;         /* with its session and part */
    struct event *events;   /* in order of sequence, from 1 */
    size_t count;
};

/* The mode of a run of hands counted in a room. */
#define SHARED_MODE_ROOM "show"

/* "played", "code", "sheet", "room": the words in files and in the database; to and from. */
const char *source_id(enum source source);
bool source_from_id(const char *id, enum source *source);

/* Whether the run's last event ends it. */
bool shared_run_complete(const struct shared_run *run);
/* Whether it was typed in: a code or a tick sheet. */
bool shared_run_typed(const struct shared_run *run);

/* Many runs; `struct shared_runs r = {0}` are none.  Texts and events live in
 * the arena. */
struct shared_runs {
    struct arena arena;
    struct shared_run *items; /* in the order they came; the array itself is not in the arena */
    size_t len, cap;
};

enum merged {
    MERGED_NEW,
    MERGED_SAME,    /* there already, or a shorter state of what is there */
    MERGED_LONGER,  /* goes on from what was there, and took its place */
    MERGED_CONFLICT /* another run of that id is there, which says something else: not taken */
};

/* Merges one run, copied.  Runs are the same by their id; of two that agree as far as the shorter
 * one goes, the longer is kept, with its owner; of copies as long, one with a proven owner.  Two
 * different proven owners of one id are a conflict, and so is what goes on behind an end. */
enum merged shared_runs_add(struct shared_runs *runs, const struct shared_run *run);
void shared_runs_free(struct shared_runs *runs);

#endif
