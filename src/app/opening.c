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

static void close_store(struct app *app)
{
    if (app->store)
        app->store->ops->close(app->store);
    app->store = NULL;
}

/* The learner, known or new, and what the store has of them. */
static bool get_to_know(struct app *app, const struct preferences *preferences)
{
    bool found = false;
    if (!app->store->ops->find_learner(app->store, preferences->learner, &app->learner, &found,
                                       &app->err))
        return false;
    if (!found)
        make_learner(app, preferences->learner);
    return earlier_read(&app->earlier, app->store, app->learner.id, NULL, &app->err);
}

static bool try_store(struct app *app, const struct preferences *preferences, bool no_save)
{
    app->scene.unkept = no_save;
    app->store = no_save ? store_mem_open()
                         : store_sqlite_open(str_text(&preferences->store), STORE_WRITE,
                                             app->interactive ? STORE_PATIENCE_PERSON_MS
                                                              : STORE_PATIENCE_SCRIPT_MS,
                                             &app->err);
    if (app->store && get_to_know(app, preferences))
        return true;
    earlier_free(&app->earlier);
    close_store(app);
    return false;
}

bool opening_has_store(const struct preferences *preferences, bool no_save)
{
    return !no_save && store_file_is_there(str_text(&preferences->store));
}

enum opened opening_ahead(struct app *app, const struct preferences *preferences, bool no_save)
{
    if (!opening_has_store(preferences, no_save))
        return OPENED_NOT;
    return try_store(app, preferences, no_save) ? OPENED_READ : OPENED_FAILED;
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

enum outcome opening_run(struct app *app, const struct preferences *preferences, bool no_save,
                         enum opened opened, bool *leave)
{
    bool ready =
        opened == OPENED_NOT ? try_store(app, preferences, no_save) : opened == OPENED_READ;
    *leave = false;
    while (!ready) {
        int choice;
        if (!app->interactive)
            return OUTCOME_FAILED;
        enum outcome outcome = ask(app, &choice);
        *leave = choice != CHOICE_RETRY && choice != CHOICE_UNKEPT;
        if (outcome != OUTCOME_DONE || *leave)
            return outcome;
        no_save = choice == CHOICE_UNKEPT;
        ready = try_store(app, preferences, no_save);
    }
    history_free(&app->history);
    earlier_history(&app->earlier, app->bank, &app->history);
    earlier_free(&app->earlier);
    return OUTCOME_DONE;
}
