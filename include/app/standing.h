/* How far a learner has come in a session, by the own store.  app. */
#ifndef SMQ_APP_STANDING_H
#define SMQ_APP_STANDING_H

#include "core/str.h"
#include "io/share.h"
#include "io/store.h"

struct standing {
    bool any;              /* they have begun */
    bool done[PART_COUNT]; /* played to its end, or handed in */
    bool open[PART_COUNT]; /* begun and not ended: then `log` has it */
    struct run_log log[PART_COUNT];
    struct str code[PART_COUNT]; /* the result code of a part that is done */
    enum form first; /* the form they began with; by their id as long as no test is there */
};

/* Whether a run of a session of that code is of this one, and somebody's way through a part it has:
 * the hands of a room are nobody's. */
bool standing_counts(const struct session *session, const struct run *run);
/* Finds out where the learner of this id is in the session.  False and *e when the store fails.
 * Free with standing_free either way. */
bool standing_find(struct store *store, const struct session *session, const char *learner_id,
                   struct standing *out, struct err *e);
void standing_free(struct standing *standing);
/* The part to play now, of those that `state` allows; PART_NONE when there is none. */
enum part standing_next(const struct standing *standing, const struct session *session,
                        const struct share_state *state);
/* The part that is not done and comes next, open or not: what lies before the part that is open now
 * was passed over and does not come any more.  PART_NONE when nothing comes. */
enum part standing_ahead(const struct standing *standing, const struct session *session,
                         const struct share_state *state);

#endif
