/* The command `smquiz export`. */
#include "app/export_command.h"

#include "app/preferences.h"
#include "app/say.h"
#include "io/export.h"
#include "io/store_sqlite.h"

static bool export_from(const struct options *options, const struct preferences *preferences,
                        struct err *e)
{
    struct store *store =
        store_sqlite_open(str_text(&preferences->store), STORE_READ, STORE_PATIENCE_SCRIPT_MS, e);
    if (!store)
        return false;
    struct learner learner;
    bool found = true;
    bool done = !options->learner ||
                store->ops->find_learner(store, preferences->learner, &learner, &found, e);
    if (done && !found)
        done = err_set(e, STATUS_NO_INPUT, _("The store knows no learner of that name."));
    if (done)
        done = export_answers(store, options->learner ? learner.id : NULL,
                              (enum export_format)options->format_row, options->output, e);
    if (done)
        say_written(options->output);
    store->ops->close(store);
    return done;
}

enum status export_command(const struct options *options, const char *program)
{
    struct preferences preferences;
    struct faults faults = {0};
    struct err e = {0};
    bool done = preferences_read(options, program, &preferences, &faults, &e);
    say_faults(&faults);
    done = done && export_from(options, &preferences, &e);
    if (!done)
        say_error(e.text);
    faults_free(&faults);
    preferences_free(&preferences);
    return done ? STATUS_OK : e.status;
}
