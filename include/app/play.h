/* Playing runs: the loop that carries the game's effects out.  app. */
#ifndef SMQ_APP_PLAY_H
#define SMQ_APP_PLAY_H

#include "app/app.h"

/* Plays a run by these rules from its first card to the end of its result screen, and again over
 * its misses as long as the player wants that. */
enum outcome play_run(struct app *app, const struct rules *rules);
/* Plays the same of fixed activities, in this order; for a part of app->session. */
enum outcome play_items(struct app *app, const struct rules *rules, const int *plan, int count);
/* Plays an interrupted run on from where its log ends. */
enum outcome play_on(struct app *app, const struct run_log *log);

#endif
