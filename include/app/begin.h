/* Beginning a run: what has to be said or asked before its first card.  app. */
#ifndef SMQ_APP_BEGIN_H
#define SMQ_APP_BEGIN_H

#include "app/app.h"

/* Plays a run by these rules.  An exam or a sprint is announced first to whoever sits at the
 * terminal; a puzzle without a day is today's, or one of the last days once today's is played.  An
 * exam that was not passed today has to wait unless `retake`, and a bank may have nothing to ask
 * for the mode: OUTCOME_FAILED with app->err. */
enum outcome begin_run(struct app *app, const struct rules *rules, bool retake);
/* The same from the menu, where what cannot begin gets a sentence and leads back. */
enum outcome begin_from_menu(struct app *app, const struct rules *rules);

/* How the puzzle of a day went: *right of *cards; false when it was not played to its end. */
bool begin_day_played(const struct app *app, int day, int *right, int *cards);
/* Today, in days since 1970-01-01 on the learner's calendar. */
int begin_today(const struct app *app);

#endif
