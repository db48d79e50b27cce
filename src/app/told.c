/* Telling the learner, once, that answers were scored anew because a key was corrected. */
#include "app/told.h"

#include <stdlib.h>
#include <string.h>

#include "core/correction.h"

/* What the learner was told before. */
struct heard {
    struct arena texts;
    struct told *items;
    size_t len, cap;
};

static bool hear(const struct told *told, void *context)
{
    struct heard *heard = context;
    heard->items = xgrow(heard->items, heard->len, &heard->cap, sizeof *heard->items);
    struct told *kept = &heard->items[heard->len++];
    *kept = *told;
    kept->activity = arena_copy(&heard->texts, told->activity, strlen(told->activity));
    return true;
}

/* Finds what is still to be told; nothing when the store cannot say what was told before. */
static void find(struct app *app, struct corrections *corrections)
{
    struct heard heard = {0};
    struct err ignored; /* a store that fails says so at the first answer, with a choice */
    if (app->store->ops->each_told(app->store, app->learner.id, hear, &heard, &ignored))
        corrections_find(corrections, app->bank, &app->history, heard.items, heard.len);
    free(heard.items);
    arena_free(&heard.texts);
}

/* Waits until the page has been read. */
static enum outcome read_page(struct app *app)
{
    enum outcome outcome = OUTCOME_DONE;
    for (;;) {
        struct intent intent = app_next(app, -1, &outcome);
        if (outcome != OUTCOME_DONE || intent.want == WANT_DONE)
            return outcome;
        bool plain = intent.want == WANT_PLAIN && app->go_plain && app->go_plain(app);
        if (plain || intent.want == WANT_REDRAW || intent.want == WANT_REPAINT)
            app_show(app);
        else
            app_refuse(app);
    }
}

static enum outcome show(struct app *app, const struct corrections *corrections)
{
    struct menu page = {0};
    str_add(&page.title, _("Scored anew"));
    corrections_say(corrections, app->bank, &page.heading);
    app->scene.menu = &page;
    app->scene.screen = SCREEN_MENU;
    app->scene.cursor = (struct cursor){0};
    app->scene.at_end = !app->interactive;
    app_show(app);
    enum outcome outcome = app->interactive ? read_page(app) : OUTCOME_DONE;
    app->scene.menu = NULL;
    menu_free(&page);
    return outcome;
}

static void remember(struct app *app, const struct corrections *corrections)
{
    struct told *told = xcalloc(corrections->len, sizeof *told);
    struct arena names = {0};
    int64_t utc_ms = app_now(app).utc_ms;
    for (size_t i = 0; i < corrections->len; i++) {
        const struct activity *activity = &app->bank->activities[corrections->items[i].activity];
        struct str name = {0};
        str_addf(&name, "%s:%s", app->bank->id, activity->ref);
        told[i] = (struct told){.activity = arena_copy(&names, name.data, name.len),
                                .side = activity->side,
                                .utc_ms = utc_ms};
        memcpy(told[i].learner, app->learner.id, UUID_SIZE);
        str_free(&name);
    }
    struct err ignored; /* then they are told again */
    (void)app->store->ops->append_told(app->store, told, corrections->len, &ignored);
    arena_free(&names);
    free(told);
}

enum outcome told_run(struct app *app)
{
    struct corrections corrections = {0};
    enum outcome outcome = OUTCOME_DONE;
    find(app, &corrections);
    if (corrections.len > 0) {
        outcome = show(app, &corrections);
        if (outcome == OUTCOME_DONE)
            remember(app, &corrections);
    }
    corrections_free(&corrections);
    return outcome;
}
