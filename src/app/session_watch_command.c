/* The command `smquiz session watch`: the live board. */
#include "app/session_watch_command.h"

#include <stdlib.h>
#include <string.h>

#include "app/session_screen.h"
#include "app/watch.h"

enum { FOLDER_LOOK_MS = 1000, DATABASE_LOOK_MS = 250 };

/* What names the session at another computer: a folder as it is from the root. */
static void add_join(const struct options *options, const struct session_place *place,
                     struct str *out)
{
    struct options typed = *options;
    struct session_place at = *place;
    const char *where = str_text(&place->where);
    char *whole = share_is_uri(where) ? NULL : realpath(where, NULL);
    bool named = options->operand_count && strcmp(options->operands[0], where) == 0;
    at.where = (struct str){0};
    str_add(&at.where, whole ? whole : where);
    const char *const operands[] = {str_text(&at.where)};
    if (named)
        typed.operands = operands;
    session_place_name(&typed, &at, out);
    str_free(&at.where);
    free(whole);
}

enum status session_watch_command(const struct options *options, const char *program)
{
    struct session_screen screen;
    struct err e = {0};
    enum outcome outcome = OUTCOME_DONE;
    struct str join = {0};
    if (session_screen_open(options, program, &screen, &e)) {
        add_join(options, &screen.found.place, &join);
        struct watching watching = {
            .share = screen.found.place.share,
            .join = str_text(&join),
            .look_ms = share_is_uri(str_text(&screen.found.place.where)) ? DATABASE_LOOK_MS
                                                                         : FOLDER_LOOK_MS,
            .names = options->names && screen.found.file.session.names,
        };
        outcome = watch_run(&screen.app, &watching);
    }
    enum status status = session_screen_close(&screen, outcome, &e);
    str_free(&join);
    return status;
}
