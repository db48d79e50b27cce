/* The live board of a session: the loop that looks and shows.  app. */
#ifndef SMQ_APP_WATCH_H
#define SMQ_APP_WATCH_H

#include "app/app.h"
#include "io/share.h"

struct watching {
    struct share *share; /* where the session is; open */
    const char *join;    /* what people type behind `smquiz session join` */
    int look_ms;         /* how long to wait between two looks */
    bool names;          /* people show by name */
};

/* Shows the board of app->session, anew whenever something changed there, until the trainer leaves.
 * A place that fails is said and looked at again.  Among lines there is a summary at most every
 * five seconds; with nobody at a terminal one, and OUTCOME_FAILED with app->err when the place
 * cannot be read. */
enum outcome watch_run(struct app *app, const struct watching *watching);

#endif
