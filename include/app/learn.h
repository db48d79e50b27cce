/* Reading the primer.  app. */
#ifndef SMQ_APP_LEARN_H
#define SMQ_APP_LEARN_H

#include "app/app.h"

/* Shows the primer, from the page of this principle (an index) or, for -1, from the beginning;
 * from a principle's page a run over it can be played.  With nobody at a terminal everything (or
 * that one page) is written at once. */
enum outcome learn_run(struct app *app, int principle);

#endif
