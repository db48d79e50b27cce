/* The command `smquiz session show`: a session card by card on a projector. */
#include "app/session_show_command.h"

#include <string.h>

#include "app/opening.h"
#include "app/say.h"
#include "app/session_screen.h"
#include "app/session_share.h"
#include "app/show.h"

/* What became of the hands, once the screen is closed. */
static void say_ending(const struct session_share *share)
{
    struct str line = {0}, name = {0};
    session_place_name(share->options, share->place, &name);
    str_addf(&line,
             session_share_sent(share)
                 ? _("The hands are kept and with the session. For its report:\n  smquiz session "
                     "report %s")
                 : _("The hands are kept here and not all with the session yet. To send them:\n"
                     "  smquiz session push %s"),
             str_text(&name));
    str_add(&line, "\n");
    say_out(str_text(&line));
    str_free(&line);
    str_free(&name);
}

static enum outcome run(struct session_screen *screen, struct session_share *share)
{
    struct app *app = &screen->app;
    bool leave;
    session_place_let_go(&screen->found.place); /* the room takes its time */
    app->share = session_share_start;
    app->share_rest = session_share_rest;
    app->share_context = share;
    /* the hands are nobody's in particular: their learner is called by the session's code */
    memcpy(screen->found.preferences.learner, screen->found.file.session.code, SESSION_CODE_SIZE);
    struct opening opening = {.preferences = &screen->found.preferences,
                              .interactive = app->interactive};
    enum outcome outcome = opening_run(app, &opening, &leave);
    if (app->scene.unkept)
        app->share = NULL;
    if (outcome == OUTCOME_DONE && !leave)
        outcome = show_run(app);
    session_screen_leave(screen);
    session_share_finish(share);
    if (outcome == OUTCOME_DONE && share->used)
        say_ending(share);
    return outcome;
}

enum status session_show_command(const struct options *options, const char *program)
{
    struct session_screen screen;
    struct session_share share;
    struct err e = {0};
    enum outcome outcome = OUTCOME_DONE;
    if (session_screen_open(options, program, &screen, &e)) {
        session_share_init(&share, options, &screen.found.preferences, &screen.found.place,
                           program);
        outcome = run(&screen, &share);
    }
    return session_screen_close(&screen, outcome, &e);
}
