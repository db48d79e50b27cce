/* Which front end: full screen where the terminal can, plain lines elsewhere.  app. */
#ifndef SMQ_APP_FRONT_H
#define SMQ_APP_FRONT_H

#include "app/app.h"
#include "app/preferences.h"

/* Whether a person is there: both ends of us are a terminal. */
bool front_has_person(void);
/* Opens the front end into app->ui and sets what depends on it (charset, interactive, motion).
 * `preferences` must outlive the app: going over to plain mode reads them again. */
bool front_open(struct app *app, const struct preferences *preferences, struct err *e);
/* Closes it; the terminal is as it was.  False when plain output could not be written. */
bool front_close(struct app *app);

#endif
