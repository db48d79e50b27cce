/* Screens that are read page by page: the loop of primer, field guide and progress.  app. */
#ifndef SMQ_APP_PAGES_H
#define SMQ_APP_PAGES_H

#include "app/app.h"

/* Such a screen. */
struct pages {
    enum screen screen;
    /* Sets the rules of the run that was asked for (WANT_PRACTISE, WANT_CHOICE) on the page
     * scene.cursor.selected; false when the wish means nothing there. */
    bool (*practise)(const struct app *app, const struct intent *intent, struct rules *rules);
};

/* Shows the pages from `first` on until the reader leaves; runs are played from them, then the page
 * shows again.  With nobody at a terminal the pages `first` to `last` are written at once (last -1:
 * to the end). */
enum outcome pages_read(struct app *app, const struct pages *pages, int first, int last);

#endif
