/* Who took part in a session: from its runs to people and their answers that count.  core; pure.
 * A person is an owner and a learner's id; runs that were typed in are told apart by the learner's
 * id alone.  Of a person's runs of one part one counts: with a proven owner before without, played
 * before typed in, complete before not, then the one that began first, or of those typed in the one
 * that was typed last: it corrects what was mistyped.  A result code is of the one who played what
 * it says, if the name or the learner tag fits; when the played run arrived in part only, and the
 * code agrees with all of that part, the code counts.  In the run that counts the first answer to
 * each card of the part counts, unless it is struck out later.
 * Nothing depends on the order of the runs. */
#ifndef SMQ_CORE_SESSION_PEOPLE_H
#define SMQ_CORE_SESSION_PEOPLE_H

#include "core/score.h"
#include "core/session.h"
#include "core/shared_run.h"

struct person_answer {
    const struct event *event;
    int activity; /* index in the session's bank */
};

struct person_part {
    const struct shared_run *run; /* the one that counts; NULL: none */
    bool complete;                /* it was gone through to its end */
    int cards;                    /* the part has for this person */
    struct person_answer *answers;
    size_t count;
    struct tally tally;
};

struct person {
    const char *learner;    /* the id; never shown in an anonymous report */
    int nth;                /* of several people with that id, from 1 */
    const char *owner;      /* proven by the system; "" when nobody proves it */
    bool owner_shared;      /* that owner is of several people: a hot seat */
    bool typed_in;          /* every run that counts came by code or sheet */
    const char *name;       /* fit to be shown: "Anna", "Anna (2)"; "Person 1" when anonymous */
    const char *key;        /* of the name without its number (core/person_name.h) */
    const char *own_name;   /* the name as it was typed, foreign; borrowed from the runs */
    int of_name;            /* how many people have that name; 0 but for the first of several */
    int64_t started_utc_ms; /* of the earliest run that counts */
    const struct shared_run *begun; /* the part of a run that a code goes on from, or NULL */
    uint64_t lot;                   /* what anonymous people are in order of */
    struct person_part parts[PART_COUNT];
    const struct shared_run **runs; /* all of theirs, those that do not count too */
    size_t run_count;
};

struct session_people {
    const struct session *session;
    struct arena arena;
    struct person *items; /* by name; by a hash of the id when anonymous */
    size_t len;
    const struct shared_run **hands; /* runs of hands counted in the room */
    size_t hands_len;
    int repeated;   /* runs of a part that somebody has another one of; they do not count */
    int same_again; /* runs by code that say what a run that counts says, and parts of one
                     * that came as a code */
    int namesakes;  /* people whose name somebody else typed too */
    int verified;   /* people whose owner the system proves */
    int silent;     /* people who began and answered nothing; they are not among the items */
    const struct shared_run **silent_runs; /* theirs, learner by learner */
    size_t silent_len;
    int elsewhere; /* runs of no part of this session; they do not count */
    int rekeyed;   /* answers that count, by another key than the session's file has */
};

/* Everything points into `runs` and the session, which must outlive it.  Without `names` people are
 * called "Person 1" and so on.  Free with session_people_free. */
void session_people_make(struct session_people *people, const struct session *session,
                         const struct shared_run *runs, size_t count, bool names);
void session_people_free(struct session_people *people);

#endif
