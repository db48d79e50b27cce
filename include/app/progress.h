/* What the learner has come to: the screens, and the same for machines.  app. */
#ifndef SMQ_APP_PROGRESS_H
#define SMQ_APP_PROGRESS_H

#include "app/app.h"

/* Shows the progress pages; the hardest principles can be practised from them.  With nobody at a
 * terminal all pages are written at once. */
enum outcome progress_run(struct app *app);
/* Writes the figures to standard output, as JSON ("json") or one row a principle ("csv").
 * OUTCOME_FAILED with app->err when that cannot be written. */
enum outcome progress_write(struct app *app, const char *format);

#endif
