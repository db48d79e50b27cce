/* The menu and what it leads to.  app. */
#ifndef SMQ_APP_HOME_H
#define SMQ_APP_HOME_H

#include "app/app.h"

/* Shows the menu until the player leaves; the first time (interactive, nothing answered yet) opens
 * with the first six cards instead. */
enum outcome home_run(struct app *app);

/* Shows the menu as it can be shown before the bank is loaded and the log read, and does not wait.
 */
void home_greet(struct app *app);

/* Starts a run by these rules.  Before that it offers to continue an interrupted run, when there is
 * one and somebody is there to answer.  An exam that was not passed today is refused unless
 * `retake`: OUTCOME_FAILED with app->err, or on the menu's way a sentence. */
enum outcome home_play(struct app *app, const struct rules *rules, bool retake);

/* Shows a menu once.  *choice receives the chosen item's choice, or -1 when it was left. */
enum outcome home_choose(struct app *app, const struct menu *menu, int *choice);

#endif
