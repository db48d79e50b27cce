/* The command `smquiz session show`: a session card by card on a projector. */
#include "app/session_show_command.h"

#include <string.h>

#include "app/opening.h"
#include "app/session_screen.h"
#include "app/show.h"

enum status session_show_command(const struct options *options, const char *program)
{
    struct session_screen screen;
    struct err e = {0};
    enum outcome outcome = OUTCOME_DONE;
    if (session_screen_open(options, program, &screen, &e)) {
        bool leave;
        /* the hands are nobody's in particular: their learner is called by the session's code */
        memcpy(screen.preferences.learner, screen.file.session.code, SESSION_CODE_SIZE);
        outcome = opening_run(&screen.app, &screen.preferences, options->no_save, &leave);
        if (outcome == OUTCOME_DONE && !leave)
            outcome = show_run(&screen.app);
    }
    return session_screen_close(&screen, outcome, &e);
}
