/* What the learner has come to: the screens, and the same for machines.  app. */
#ifndef SMQ_APP_PROGRESS_H
#define SMQ_APP_PROGRESS_H

#include "app/app.h"

/* Shows the progress pages; the hardest principles can be practised from them.  With nobody at a
 * terminal all pages are written at once. */
enum outcome progress_run(struct app *app);
/* The names of the formats: app/usage.h. */
const char *progress_format(size_t row);
/* Whether the format is for machines: no front end opens then, and nobody is asked. */
bool progress_for_machines(size_t row);
/* Writes the figures to standard output, in a format for machines.  OUTCOME_FAILED with app->err
 * when that cannot be written. */
enum outcome progress_write(struct app *app, size_t row);

#endif
