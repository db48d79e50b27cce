/* Opening the store and getting to know the learner. */
#include "app/opening.h"

#include <string.h>

#include "app/home.h"
#include "io/store_file.h"
#include "io/store_mem.h"
#include "io/store_sqlite.h"

enum choice { CHOICE_RETRY, CHOICE_UNKEPT, CHOICE_LEAVE };

/* A learner the store does not know yet; stored with the first answer. */
static void make_learner(struct app *app, const char *name)
{
    uuid7(app->learner.id, app_now(app).utc_ms, &app->ids);
    memcpy(app->learner.name, name, strlen(name) + 1);
}

/* The learner, and what the store has of them. */
static bool get_to_know(struct opening *o)
{
    const struct store_ops *ops = o->store->ops;
    return ops->find_learner(o->store, o->preferences->learner, &o->learner, &o->known, &o->err) &&
           (!o->known || earlier_read(&o->earlier, o->store, o->learner.id, NULL, &o->err));
}

bool opening_has_store(const struct preferences *preferences, bool no_save)
{
    return !no_save && store_file_is_there(str_text(&preferences->store));
}

void opening_read(struct opening *o)
{
    int patience_ms = o->interactive ? STORE_PATIENCE_PERSON_MS : STORE_PATIENCE_SCRIPT_MS;
    o->tried = true;
    o->store = o->no_save ? store_mem_open()
                          : store_sqlite_open(str_text(&o->preferences->store), STORE_WRITE,
                                              patience_ms, &o->err);
    if (o->store && !get_to_know(o))
        opening_free(o);
}

void opening_free(struct opening *o)
{
    if (o->store)
        o->store->ops->close(o->store);
    o->store = NULL;
    earlier_free(&o->earlier);
}

static enum outcome ask(struct app *app, int *choice)
{
    struct menu menu = {0};
    str_add(&menu.title, _("Answers cannot be kept"));
    str_add(&menu.heading, app->err.text);
    menu_add(&menu, CHOICE_RETRY, _("Try again"), "");
    menu_add(&menu, CHOICE_UNKEPT, _("Play without saving"), "");
    menu_add(&menu, CHOICE_LEAVE, _("Leave"), "");
    enum outcome outcome = home_choose(app, &menu, choice);
    menu_free(&menu);
    return outcome;
}

/* What was opened is the app's from now on. */
static void take(struct app *app, struct opening *o)
{
    app->store = o->store;
    o->store = NULL;
    app->scene.unkept = o->no_save;
    app->learner = o->learner;
    if (!o->known)
        make_learner(app, o->preferences->learner);
    history_free(&app->history);
    earlier_history(&o->earlier, app->bank, &app->history);
    opening_free(o);
}

enum outcome opening_run(struct app *app, struct opening *o, bool *leave)
{
    *leave = false;
    if (!o->tried)
        opening_read(o);
    while (!o->store) {
        int choice;
        app->err = o->err;
        app->scene.unkept = o->no_save;
        if (!app->interactive)
            return OUTCOME_FAILED;
        enum outcome outcome = ask(app, &choice);
        *leave = choice != CHOICE_RETRY && choice != CHOICE_UNKEPT;
        if (outcome != OUTCOME_DONE || *leave)
            return outcome;
        o->no_save = choice == CHOICE_UNKEPT;
        opening_read(o);
    }
    take(app, o);
    return OUTCOME_DONE;
}
