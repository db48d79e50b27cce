/* Reading the primer. */
#include "app/learn.h"

#include "app/pages.h"
#include "core/content_learn.h"

/* A run over the principle of the page; on a general page, over all of them. */
static bool practise_page(const struct app *app, const struct intent *intent, struct rules *rules)
{
    int principle = content_learn_principle(app->scene.cursor.selected);
    *rules =
        principle < 0 ? rules_default(MODE_PRACTICE) : rules_of_principle(app->bank, principle);
    return intent->want == WANT_PRACTISE;
}

enum outcome learn_run(struct app *app, int principle)
{
    const struct pages primer = {SCREEN_PRIMER, practise_page};
    int page = principle < 0 ? -1 : content_learn_page_of(principle);
    return pages_read(app, &primer, page < 0 ? 0 : page, page);
}
