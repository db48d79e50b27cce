/* Taking part in a session: one learner at one front end, part after part.  app. */
#ifndef SMQ_APP_JOIN_H
#define SMQ_APP_JOIN_H

#include "app/app.h"
#include "io/share.h"

/* What comes of a look at the place. */
enum join_look {
    JOIN_LOOK_SEEN,
    JOIN_LOOK_AWAY,   /* it cannot be reached */
    JOIN_LOOK_NOT_YET /* the answer comes with a later look; until then all is as it was */
};

struct join {
    const struct session *session;
    struct share_state state; /* as it was last seen */
    /* Looks at the place anew, and fills in *state when it was seen, *e when it is away. */
    enum join_look (*look)(void *context, struct share_state *state, struct err *e);
    void *look_context;
    int look_ms;       /* how long to wait between two looks */
    bool form_given;   /* a form to begin with was asked for */
    enum form form;    /* which */
    bool wait;         /* for parts that are not open yet; else one part is played at most */
    bool away;         /* the place was not seen yet: only what was begun can be finished */
    bool unreached;    /* set when the place could not be reached when last known */
    bool over;         /* set when nothing comes any more, */
    enum part waiting; /* and else the part that comes next */
    struct str code[PART_COUNT]; /* set to the result codes of the parts done; the caller frees */
};

/* Says what comes and what the trainer will see, then plays what is open from where the learner is,
 * waiting for the next part in between where a person sits there.  The store is open and the
 * learner known (app/opening.h). */
enum outcome join_run(struct app *app, struct join *join);

#endif
