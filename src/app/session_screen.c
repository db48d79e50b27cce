/* What the trainer's screens of a session have in common. */
#include "app/session_screen.h"

#include "app/front.h"
#include "app/say.h"
#include "io/clock.h"
#include "io/entropy.h"
#include "ui/terminal.h"

static struct now system_clock(void *context)
{
    (void)context;
    return clock_now();
}

static struct app app_for(const struct session_screen *screen)
{
    const struct bank *bank = screen->found.file.bank;
    return (struct app){
        .bank = bank,
        .session = &screen->found.file.session,
        .ids = rng_seeded(entropy_seed()),
        .seeds = rng_seeded(entropy_seed()),
        .now = system_clock,
        .scene = {.bank = bank},
    };
}

bool session_screen_open(const struct options *options, const char *program,
                         struct session_screen *screen, struct err *e)
{
    *screen = (struct session_screen){0};
    if (!session_found_open(options, program, &screen->found, e))
        return false;
    screen->app = app_for(screen);
    return front_open(&screen->app, &screen->found.preferences, e);
}

void session_screen_leave(struct session_screen *screen)
{
    struct app *app = &screen->app;
    if (app->ui)
        screen->unwritten = !front_close(app);
    if (app->store)
        app->store->ops->close(app->store);
    app->store = NULL;
}

/* What became of an open screen, with its sentence in *e. */
static void conclude(struct app *app, enum outcome outcome, bool written, struct err *e)
{
    if (outcome == OUTCOME_SIGNAL)
        terminal_die_by(app->signal);
    if (outcome == OUTCOME_FAILED)
        *e = app->err;
    else if (!written)
        err_set(e, STATUS_IO, _("Standard output cannot be written."));
}

enum status session_screen_close(struct session_screen *screen, enum outcome outcome, struct err *e)
{
    struct app *app = &screen->app;
    session_screen_leave(screen);
    if (app->bank)
        app_release(app);
    session_found_close(&screen->found);
    if (e->status == STATUS_OK)
        conclude(app, outcome, !screen->unwritten, e);
    if (e->status != STATUS_OK)
        say_error(e->text);
    return e->status;
}
