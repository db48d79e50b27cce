/* Opening the store and getting to know the learner.  app. */
#ifndef SMQ_APP_OPENING_H
#define SMQ_APP_OPENING_H

#include "app/app.h"
#include "app/preferences.h"

/* Opens the store into app->store (one in memory when `no_save`), finds the learner or makes a new
 * one, and loads the history.  When that fails and somebody is there, asks: try again, play
 * without saving, or leave (*leave then).  OUTCOME_FAILED with app->err otherwise. */
enum outcome opening_run(struct app *app, const struct preferences *preferences, bool no_save,
                         bool *leave);

#endif
