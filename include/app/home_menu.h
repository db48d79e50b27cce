/* What the menu offers, and what it says about each.  app. */
#ifndef SMQ_APP_HOME_MENU_H
#define SMQ_APP_HOME_MENU_H

#include "app/app.h"

/* What an item means; HOME_MODE + one of enum mode: a run of that mode. */
enum home_choice {
    HOME_CONTINUE,
    HOME_ANEW,
    HOME_PRINCIPLE,
    HOME_LEARN,
    HOME_GUIDE,
    HOME_PROGRESS,
    HOME_MODE
};

/* Fills the menu; `open` is the interrupted run to offer, or NULL.  As long as there is no bank it
 * has what can be said without one and without the log. */
void home_menu_fill(const struct app *app, const struct run_log *open, struct menu *menu);
/* Appends which run it is: "Practice, begun at 10:32, 5 answers". */
void home_describe_run(const struct run_log *log, struct str *out);

#endif
