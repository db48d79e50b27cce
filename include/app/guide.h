/* Reading the field guide.  app. */
#ifndef SMQ_APP_GUIDE_H
#define SMQ_APP_GUIDE_H

#include "app/app.h"

/* Shows the field guide, from the page of this principle (an index) or, for -1, from the beginning;
 * each principle can be practised from its page.  With nobody at a terminal everything (or that one
 * page) is written at once. */
enum outcome guide_run(struct app *app, int principle);

#endif
