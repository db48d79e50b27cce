/* The menu and what it leads to.  app. */
#ifndef SMQ_APP_HOME_H
#define SMQ_APP_HOME_H

#include "app/app.h"

/* Shows the menu until the player leaves; the first time (interactive, nothing answered yet) opens
 * with the first six cards instead. */
enum outcome home_run(struct app *app);

/* Offers to continue an interrupted run, when there is one and somebody is there to answer; plays
 * it on, or leaves it and starts one by `rules`. */
enum outcome home_practice(struct app *app, const struct rules *rules);

/* Shows a menu once.  *choice receives the chosen item's choice, or -1 when it was left. */
enum outcome home_choose(struct app *app, const struct menu *menu, int *choice);

#endif
