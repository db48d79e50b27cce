/* A session on a projector: the loop, and keeping the hands.  app. */
#ifndef SMQ_APP_SHOW_H
#define SMQ_APP_SHOW_H

#include "app/app.h"

/* Shows app->session card by card until the trainer leaves, from where the last show of it in the
 * store was left.  Hands go to the store as a run of app->learner, who is called by the session's
 * code; app->share is told when something of a card is whole.  The store is open. */
enum outcome show_run(struct app *app);

#endif
