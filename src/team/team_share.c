/* Sessions in PostgreSQL as a place where sessions are shared. */
#include "team/team_share.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "io/clock.h"
#include "team/team_admin.h"
#include "team/team_db.h"
#include "team/team_runs.h"
#include "team/team_schema.h"

enum {
    LOOK_MS = 10000, /* a change is assumed so often: notifications may be lost */
    CODES_SHOWN_MAX = 10
};

struct team_share {
    struct share share;
    struct team_db *db;
    bool listening;
    int64_t looked_ms; /* when `changed` last said yes */
};

static struct team_share *self(struct share *s)
{
    return (struct team_share *)s;
}

/* The connection, made again when it was lost. */
static bool ready(struct share *s, struct team_db **db, struct err *e)
{
    *db = self(s)->db;
    return team_db_ready(*db, e);
}

enum trouble { CODE_TAKEN, CODE_ABSENT, NOT_YOURS, PART_UNKNOWN };

/* The sentence for what is wrong with the session of a code; always false. */
static bool fail(enum trouble trouble, const char *code, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, code, SESSION_CODE_SIZE);
    const char *name = str_text(&shown);
    switch (trouble) {
    case CODE_TAKEN:
        err_set(e, STATUS_CANT_CREATE, _("There is a session %s already; take another code."),
                name);
        break;
    case CODE_ABSENT:
        err_set(e, STATUS_NO_INPUT, _("There is no session %s there."), name);
        break;
    case NOT_YOURS:
        err_set(e, STATUS_NO_PERMISSION,
                _("%s is the session of another trainer, who opens its parts."), name);
        break;
    case PART_UNKNOWN:
        err_set(e, STATUS_DATA, _("The part that is open in session %s is not known."), name);
        break;
    }
    str_free(&shown);
    return false;
}

/* "none" or the id of a part; false when it is neither. */
static bool read_part(const char *text, enum part *part)
{
    *part = part_from_id(text);
    return (*part != PART_NONE && *text) || strcmp(text, TEAM_PART_NONE) == 0;
}

/* ---- publish, open_part ---- */

static bool trainers_only(struct err *e)
{
    return err_set(e, STATUS_NO_PERMISSION,
                   _("Only trainers may do this; ask to be let in as one (smquiz team enrol "
                     "--trainer)."));
}

static bool publish(struct share *s, const struct session *session, const struct str *text,
                    struct err *e)
{
    const char *unique = "23505";
    struct team_args args = {{session->code, session->title, str_text(text)}, 3};
    struct team_db *db;
    if (!ready(s, &db, e))
        return false;
    if (team_db_query(db, team_sql_add_session, &args, NULL, e))
        return true;
    if (strcmp(team_db_state(db), unique) == 0)
        return fail(CODE_TAKEN, session->code, e);
    return e->status == STATUS_NO_PERMISSION ? trainers_only(e) : false;
}

/* Says why nothing was opened; always false. */
static bool not_opened(struct team_db *db, const char *code, struct err *e)
{
    struct team_args args = {{code}, 1};
    struct team_rows rows;
    if (!team_db_query(db, team_sql_session, &args, &rows, e))
        return false;
    bool there = rows.count > 0;
    team_rows_free(&rows);
    return fail(there ? NOT_YOURS : CODE_ABSENT, code, e);
}

static bool open_part(struct share *s, const char *code, enum part part, struct err *e)
{
    struct team_args args = {{code, part == PART_NONE ? TEAM_PART_NONE : part_id(part)}, 2};
    struct team_rows rows;
    struct team_db *db;
    if (!ready(s, &db, e))
        return false;
    if (!team_db_query(db, team_sql_open_part, &args, &rows, e))
        return e->status == STATUS_NO_PERMISSION ? trainers_only(e) : false;
    bool opened = rows.count == 1;
    team_rows_free(&rows);
    return opened || not_opened(db, code, e);
}

/* ---- fetch ---- */

/* Names the codes there are; always false. */
static bool several(const struct team_rows *rows, struct err *e)
{
    struct str codes = {0};
    for (int i = 0; i < rows->count && i < CODES_SHOWN_MAX; i++) {
        str_add(&codes, i ? ", " : "");
        text_show(&codes, team_rows_text(rows, i, 0), SESSION_CODE_SIZE);
    }
    str_add(&codes, rows->count > CODES_SHOWN_MAX ? ", …" : "");
    err_set(e, STATUS_USAGE, _("There are several sessions; say which one: %s."), str_text(&codes));
    str_free(&codes);
    return false;
}

static bool find_only(struct team_db *db, struct str *code, struct err *e)
{
    struct team_rows rows;
    if (!team_db_query(db, team_sql_codes, NULL, &rows, e))
        return false;
    bool found = rows.count == 1;
    if (found)
        str_add(code, team_rows_text(&rows, 0, 0));
    else if (rows.count == 0)
        err_set(e, STATUS_NO_INPUT, _("There is no session in %s yet."), team_db_shown(db));
    else
        several(&rows, e);
    team_rows_free(&rows);
    return found;
}

static bool fetch_this(struct team_db *db, const char *code, struct str *text,
                       struct share_state *state, struct err *e)
{
    struct team_args args = {{code}, 1};
    struct team_rows rows;
    if (!team_db_query(db, team_sql_session, &args, &rows, e))
        return false;
    bool there = rows.count == 1;
    *state = (struct share_state){.open = PART_NONE};
    bool ok = there && read_part(team_rows_text(&rows, 0, 1), &state->open);
    if (ok)
        str_add(text, team_rows_text(&rows, 0, 0));
    else if (there)
        fail(PART_UNKNOWN, code, e);
    else
        fail(CODE_ABSENT, code, e);
    team_rows_free(&rows);
    return ok;
}

static bool fetch(struct share *s, const char *code, struct str *text, struct share_state *state,
                  struct err *e)
{
    struct str only = {0};
    struct team_db *db;
    bool ok = ready(s, &db, e);
    if (ok && !*code) {
        ok = find_only(db, &only, e);
        code = str_text(&only);
    }
    ok = ok && fetch_this(db, code, text, state, e);
    str_free(&only);
    return ok;
}

static bool each_session(struct share *s, share_session_fn *fn, void *context, struct err *e)
{
    struct team_rows rows;
    struct team_db *db;
    bool more = true;
    if (!ready(s, &db, e) || !team_db_query(db, team_sql_sessions, NULL, &rows, e))
        return false;
    for (int i = 0; more && i < rows.count; i++) {
        struct share_session session = {.code = team_rows_text(&rows, i, 0),
                                        .title = team_rows_text(&rows, i, 1)};
        if (strlen(session.code) < SESSION_CODE_SIZE &&
            read_part(team_rows_text(&rows, i, 2), &session.state.open) &&
            team_rows_number(&rows, i, 3, &session.created_utc_ms))
            more = fn(&session, context);
    }
    team_rows_free(&rows);
    return true;
}

/* ---- runs, changes ---- */

static bool push(struct share *s, const struct shared_run *run, int *stored, struct err *e)
{
    struct team_db *db;
    *stored = 0;
    return ready(s, &db, e) && team_runs_push(db, run, stored, e);
}

static bool each_run(struct share *s, const char *code, shared_run_fn *fn, void *context,
                     struct faults *refused, struct err *e)
{
    struct team_db *db;
    return ready(s, &db, e) && team_runs_each(db, code, fn, context, refused, e);
}

struct heard {
    const char *code;
    bool it;
};

static void hear(const char *payload, void *context)
{
    struct heard *heard = context;
    if (!*heard->code || strcmp(payload, heard->code) == 0)
        heard->it = true;
}

static bool changed(struct share *s, const char *code, bool *changed, struct err *e)
{
    struct team_share *team = self(s);
    struct heard heard = {.code = code};
    bool up, fresh;
    *changed = false;
    team_db_ready_soon(team->db, &up, &fresh);
    if (!up)
        return team_db_away(team->db, e);
    if (fresh)
        team->listening = false;
    if (!team->listening) { /* before anything is read, so that nothing falls in between */
        if (!team_db_run(team->db, team_sql_listen, e))
            return false;
        team->listening = heard.it = true;
    }
    if (!team_db_notices(team->db, hear, &heard))
        return team_db_away(team->db, e);
    int64_t now_ms = clock_now().mono_ms;
    *changed = heard.it || now_ms - team->looked_ms >= LOOK_MS;
    if (*changed)
        team->looked_ms = now_ms;
    return true;
}

static void close_share(struct share *s)
{
    team_db_close(self(s)->db);
    free(s);
}

static const struct share_ops ops = {
    .publish = publish,
    .fetch = fetch,
    .open_part = open_part,
    .each_session = each_session,
    .push = push,
    .each_run = each_run,
    .changed = changed,
    .close = close_share,
};

struct share *team_share_open(const char *uri, struct err *e)
{
    struct team_db *db = team_db_open(uri, e);
    if (!db)
        return NULL;
    if (!team_admin_current(db, team_schema(), e)) {
        team_db_close(db);
        return NULL;
    }
    struct team_share *team = xcalloc(1, sizeof *team);
    team->share.ops = &ops;
    team->db = db;
    return &team->share;
}
