/* Screens that are read page by page. */
#include "app/pages.h"

#include "app/begin.h"
#include "core/content_paged.h"

/* Makes this page the scene. */
static void open_page(struct app *app, const struct pages *pages, int number)
{
    app->scene.game = NULL;
    app->scene.menu = NULL;
    app->scene.screen = pages->screen;
    app->scene.at_end = !app->interactive;
    app->scene.cursor = (struct cursor){.selected = number};
    app_show(app);
}

static enum outcome write_all(struct app *app, const struct pages *pages, int first, int last)
{
    open_page(app, pages, first);
    int end = last < 0 ? content_paged_count(&app->scene) - 1 : last;
    for (int number = first + 1; number <= end; number++)
        open_page(app, pages, number);
    if (pages->screen == SCREEN_PROGRESS && end > first) { /* what d shows to who is there */
        app->scene.cursor.figures = true;
        app_show(app);
    }
    return OUTCOME_DONE;
}

/* Plays what was asked for, then comes back to the page. */
static enum outcome practise(struct app *app, const struct pages *pages,
                             const struct intent *intent)
{
    int number = app->scene.cursor.selected;
    struct rules rules;
    if (!pages->practise(app, intent, &rules)) {
        app_refuse(app);
        return OUTCOME_DONE;
    }
    enum outcome outcome = begin_from_menu(app, &rules);
    if (outcome == OUTCOME_DONE)
        open_page(app, pages, number);
    return outcome;
}

static enum outcome read_pages(struct app *app, const struct pages *pages, int first)
{
    enum outcome outcome = OUTCOME_DONE;
    open_page(app, pages, first);
    while (outcome == OUTCOME_DONE) {
        struct intent intent = app_next(app, -1, &outcome);
        if (outcome != OUTCOME_DONE || intent.want == WANT_DONE)
            break;
        if (intent.want == WANT_PRACTISE || intent.want == WANT_CHOICE)
            outcome = practise(app, pages, &intent);
        else if (intent.want == WANT_REDRAW || intent.want == WANT_REPAINT)
            app_show(app);
        else
            app_refuse(app);
    }
    return outcome;
}

enum outcome pages_read(struct app *app, const struct pages *pages, int first, int last)
{
    enum outcome outcome =
        app->interactive ? read_pages(app, pages, first) : write_all(app, pages, first, last);
    app->scene.screen = SCREEN_MENU;
    return outcome;
}
