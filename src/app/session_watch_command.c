/* The command `smquiz session watch`: the live board. */
#include "app/session_watch_command.h"

#include "app/session_screen.h"
#include "app/watch.h"

enum { FOLDER_LOOK_MS = 1000, DATABASE_LOOK_MS = 250 };

enum status session_watch_command(const struct options *options, const char *program)
{
    struct session_screen screen;
    struct err e = {0};
    enum outcome outcome = OUTCOME_DONE;
    if (session_screen_open(options, program, &screen, &e)) {
        struct watching watching = {
            .share = screen.place.share,
            .look_ms =
                share_is_uri(str_text(&screen.place.where)) ? DATABASE_LOOK_MS : FOLDER_LOOK_MS,
            .names = options->names && screen.file.session.names,
        };
        outcome = watch_run(&screen.app, &watching);
    }
    return session_screen_close(&screen, outcome, &e);
}
