/* Telling the learner, once, that answers were scored anew because a key was corrected.  app. */
#ifndef SMQ_APP_TOLD_H
#define SMQ_APP_TOLD_H

#include "app/app.h"

/* Shows a page about the corrections the learner does not know of, if there are any, and remembers
 * in the store that they were told.  A person at a terminal leaves the page with Enter; elsewhere
 * it is only shown, so that no answer of a script is taken for a reply.  To be called when history
 * is loaded.  The outcome is OUTCOME_DONE unless a signal or hang-up ended it. */
enum outcome told_run(struct app *app);

#endif
