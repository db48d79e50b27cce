/* Reading the field guide. */
#include "app/guide.h"

#include "app/pages.h"

static bool practise_page(const struct app *app, const struct intent *intent, struct rules *rules)
{
    *rules = rules_of_principle(app->bank, app->scene.cursor.selected);
    return intent->want == WANT_PRACTISE;
}

enum outcome guide_run(struct app *app, int principle)
{
    const struct pages guide = {SCREEN_GUIDE, practise_page};
    return pages_read(app, &guide, principle < 0 ? 0 : principle, principle);
}
