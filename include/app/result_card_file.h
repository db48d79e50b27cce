/* Keeping the result of a run in a file: --card.  app. */
#ifndef SMQ_APP_RESULT_CARD_FILE_H
#define SMQ_APP_RESULT_CARD_FILE_H

#include "app/app.h"

/* When a card is wanted (app->card) and the finished run has a result, writes it: a picture where
 * the name ends in .svg, else text.  One run gives one card: then none is wanted any more.  A
 * failure goes into app->card_failure, to be said when the screen is closed. */
void result_card_file_write(struct app *app, const struct game *game);

#endif
