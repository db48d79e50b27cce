/* Reading the primer. */
#include "app/learn.h"

#include "app/begin.h"
#include "core/content_learn.h"

/* Makes the primer the scene, at this page. */
static void open_page(struct app *app, int number)
{
    app->scene.game = NULL;
    app->scene.menu = NULL;
    app->scene.screen = SCREEN_PRIMER;
    app->scene.at_end = !app->interactive;
    app->scene.cursor = (struct cursor){.selected = number};
    app_show(app);
}

static enum outcome write_all(struct app *app, int first, int last)
{
    for (int number = first; number <= last; number++)
        open_page(app, number);
    return OUTCOME_DONE;
}

/* Plays a run over the principle of the page (a general page: all of them), then comes back. */
static enum outcome practise_page(struct app *app)
{
    int number = app->scene.cursor.selected;
    int principle = content_learn_principle(number);
    struct rules rules =
        principle < 0 ? rules_default(MODE_PRACTICE) : rules_of_principle(app->bank, principle);
    enum outcome outcome = begin_from_menu(app, &rules);
    if (outcome == OUTCOME_DONE)
        open_page(app, number);
    return outcome;
}

static enum outcome read_pages(struct app *app, int first)
{
    enum outcome outcome = OUTCOME_DONE;
    open_page(app, first);
    while (outcome == OUTCOME_DONE) {
        struct intent intent = app_next(app, -1, &outcome);
        if (outcome != OUTCOME_DONE || intent.want == WANT_DONE)
            break;
        if (intent.want == WANT_PRACTISE)
            outcome = practise_page(app);
        else if (intent.want == WANT_REDRAW || intent.want == WANT_REPAINT)
            app_show(app);
        else
            app->ui->ops->bell(app->ui);
    }
    return outcome;
}

enum outcome learn_run(struct app *app, int principle)
{
    int first = principle < 0 ? 0 : content_learn_page_of(principle);
    int last = principle < 0 ? content_learn_pages(app->bank) - 1 : first;
    enum outcome outcome = app->interactive ? read_pages(app, first) : write_all(app, first, last);
    app->scene.screen = SCREEN_MENU;
    return outcome;
}
