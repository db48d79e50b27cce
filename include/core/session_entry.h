/* A run of a session on its way to a person: which of its answers count, and whose it is.  core;
 * pure.  What it comes to is told in core/session_people.h, which is made of this. */
#ifndef SMQ_CORE_SESSION_ENTRY_H
#define SMQ_CORE_SESSION_ENTRY_H

#include "core/session.h"
#include "core/shared_run.h"

struct session_entry {
    const struct shared_run *run;
    enum part part;
    const char *learner, *owner; /* whose it is counted for */
    int worth;                   /* 2: complete, 1: answered in part, 0: not at all */
    bool overtaken;              /* the first part of it arrived, and a code says all of it */
    /* whose a code of this person would be when it was typed in with the name, and without */
    char by_name[UUID_SIZE], by_tag[UUID_SIZE];
};

/* An entry of a run of this part, as if nothing else had come. */
struct session_entry session_entry_of(const struct session *session, const struct shared_run *run,
                                      enum part part);
/* Finds out whose result codes are, and puts the entries in order. */
void session_entries_match(const struct session *session, struct session_entry *entries,
                           size_t count);

/* The cards of the entry's part. */
const struct session_items *session_entry_items(const struct session *session,
                                                const struct session_entry *entry);
/* Fills in, for each of these cards, the first answer to it, or NULL when there is none or it was
 * struck out.  Returns how many there are. */
size_t session_entry_answers(const struct session *session, const struct session_entry *entry,
                             const struct event *answers[SESSION_ITEMS_MAX]);
/* The order of two entries: by learner, and of one learner what counts before the others. */
int session_entry_order(const void *a, const void *b);
/* Whether two entries of a part say the same of every card. */
bool session_entry_same(const struct session *session, const struct session_entry *a,
                        const struct session_entry *b);

#endif
