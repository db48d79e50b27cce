/* The log's records: who learns, one run, one event of it.  core; plain values.
 * The log is append-only and the only truth; evidence, progress and reports are computed from it.
 * Pointers are borrowed from whoever filled the record in. */
#ifndef SMQ_CORE_EVENT_H
#define SMQ_CORE_EVENT_H

#include "core/bank.h"
#include "core/err.h"
#include "core/uuid.h"

enum {
    LEARNER_NAME_MAX = 32,                    /* characters */
    EVENT_NOTE_MAX = 200,                     /* bytes of a flag's reason */
    EVENT_ACTIVITY_MAX = 3 * BANK_ID_MAX + 2, /* bytes of "bank:scenario/activity" */
    RUN_EVENTS_MAX = 20000,  /* of one run: a show counts hundreds of hands a card */
    UTC_OFFSET_MAX = 24 * 60 /* minutes, either way */
};

struct learner {
    char id[UUID_SIZE];
    char name[LEARNER_NAME_MAX * 4 + 1]; /* a label, not an identity */
};

struct run {
    char id[UUID_SIZE];
    char learner[UUID_SIZE];
    const char *mode;  /* "first", "practice", … */
    const char *rules; /* as rules_write (core/rules.h) prints them */
    uint64_t seed;
    const char *bank;     /* the bank's id */
    uint64_t fingerprint; /* the bank's, at the start */
    const char *items;    /* blank-separated "scenario/activity" where the list is fixed, else "" */
    const char *session;  /* the session's code, "" outside one */
    const char *part;     /* "before", "practice", "after", or "" */
    int64_t started_utc_ms;
    int utc_offset_min;
};

enum event_kind { EVENT_ANSWER, EVENT_STRIKE, EVENT_FLAG, EVENT_END };

struct event {
    char id[UUID_SIZE];
    char run[UUID_SIZE];
    int sequence; /* 1, 2, … within the run */
    enum event_kind kind;
    const char *activity; /* "bank:scenario/activity"; "" for an end */
    uint64_t wording;     /* hash of the wording shown; 0 for an end */
    enum side keyed;      /* the side the key gave then; SIDE_NONE for an end */
    enum side choice;     /* what the learner said; SIDE_NONE unless an answer */
    bool sure;
    int64_t elapsed_ms; /* monotonic, from shown to answered; 0 unless an answer */
    int64_t utc_ms;
    int utc_offset_min;
    const char *note; /* a flag's reason, or how a run ended: "done" or "quit"; else "" */
};

/* A learner was told that the key of an activity was corrected. */
struct told {
    char learner[UUID_SIZE];
    const char *activity; /* "bank:scenario/activity" */
    enum side side;       /* the key they were told */
    int64_t utc_ms;
};

/* Whether a learner may be called so: 1 … LEARNER_NAME_MAX characters that are fit to be shown, no
 * blank at either end.  False and *e (STATUS_USAGE) when not. */
bool learner_name_valid(const char *name, struct err *e);

/* "answer", "strike", "flag", "end": the words in the store and in exports. */
const char *event_kind_id(enum event_kind kind);
/* Reads such a word; false when it is none. */
bool event_kind_from_id(const char *id, enum event_kind *kind);
/* Whether both say the very same in every field. */
bool event_same(const struct event *a, const struct event *b);
/* Copies whose texts live in `arena`. */
struct event event_copy(const struct event *event, struct arena *arena);
struct run run_copy(const struct run *run, struct arena *arena);

#endif
