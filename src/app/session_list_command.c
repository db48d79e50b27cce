/* The command `smquiz session list`: the sessions of the place. */
#include "app/session_list_command.h"

#include <stdlib.h>
#include <string.h>

#include "app/say.h"
#include "app/session_place.h"
#include "core/calendar.h"
#include "core/session_list.h"
#include "io/clock.h"

enum { COLS = 80 };

struct gathered {
    struct arena arena;
    struct session_row *rows;
    size_t len, cap;
    int utc_offset_min;
};

static bool gather(const struct share_session *session, void *context)
{
    struct gathered *g = context;
    g->rows = xgrow(g->rows, g->len, &g->cap, sizeof *g->rows);
    g->rows[g->len++] =
        (struct session_row){.code = arena_copy(&g->arena, session->code, strlen(session->code)),
                             .title = arena_copy(&g->arena, session->title, strlen(session->title)),
                             .self_paced = session->state.self_paced,
                             .open = session->state.open,
                             .day = calendar_local_day(session->created_utc_ms, g->utc_offset_min)};
    return true;
}

/* Looks into the session's file for its parts; one that cannot be read stays in the list. */
static void read_parts(struct share *share, struct session_row *row)
{
    struct str text = {0};
    struct share_state state;
    struct session_file file = {0};
    struct faults faults = {0};
    struct err ignored;
    row->read = share->ops->fetch(share, row->code, &text, &state, &ignored) &&
                session_file_read(row->code, str_text(&text), text.len, &file, &faults, &ignored);
    if (row->read)
        memcpy(row->has, file.session.has, sizeof row->has);
    session_file_free(&file);
    faults_free(&faults);
    str_free(&text);
}

static bool list(struct session_place *place, struct str *out, struct err *e)
{
    struct gathered g = {.utc_offset_min = clock_now().utc_offset_min};
    bool done = place->share->ops->each_session(place->share, gather, &g, e);
    for (size_t i = 0; i < g.len && done; i++)
        read_parts(place->share, &g.rows[i]);
    if (done)
        session_list_write(g.rows, g.len, COLS, out);
    free(g.rows);
    arena_free(&g.arena);
    return done;
}

/* Where was looked, and what to do about it: whoever has just made one somewhere else looks again.
 */
static void say_none(const struct session_place *place, struct str *out)
{
    struct str where = {0};
    text_show(&where, str_text(&place->where), 0);
    /* TRANSLATORS: %s is a folder or a database; the last two lines are to be typed: they stay as
       they are, but for PLACE. */
    str_addf(out,
             _("There are no sessions in\n  %s\nTo look elsewhere, or to make one:\n"
               "  smquiz session list --team PLACE\n  smquiz session new\n"),
             str_text(&where));
    str_free(&where);
}

enum status session_list_command(const struct options *options, const char *program)
{
    struct preferences preferences;
    struct session_place place = {0};
    struct faults faults = {0};
    struct str out = {0};
    struct err e = {0};
    bool done = preferences_read(options, program, &preferences, &faults, &e);
    if (done && session_place_open(options, &preferences, &place, &e))
        done = list(&place, &out, &e);
    else if (done) /* without a place of one's own there is no session yet */
        done = e.status == STATUS_NO_INPUT && !options->team && !preferences.settings.team;
    if (done && !out.len)
        say_none(&place, &out);
    if (done && say_out(str_text(&out)) != STATUS_OK)
        done = err_set(&e, STATUS_IO, _("Standard output cannot be written."));
    if (!done) {
        say_faults(&faults);
        say_error(e.text);
    }
    session_place_close(&place);
    str_free(&out);
    faults_free(&faults);
    preferences_free(&preferences);
    return done ? STATUS_OK : e.status;
}
