/* Looking after the team's database: its roles and tables, and the people in it. */
#include "team/team_admin.h"

#include <stdio.h>
#include <string.h>

#include "core/text.h"

enum { NUMBER_SIZE = 16 };

/* ---- versions ---- */

/* Reads the first row's whole numbers; a NULL is 0. */
static bool read_numbers(struct team_db *db, const char *sql, int64_t *const numbers[], int count,
                         struct err *e)
{
    struct team_rows rows;
    if (!team_db_query(db, sql, NULL, &rows, e))
        return false;
    for (int i = 0; i < count; i++)
        if (rows.count < 1 || !team_rows_number(&rows, 0, i, numbers[i]))
            *numbers[i] = 0;
    team_rows_free(&rows);
    return true;
}

static bool any_row(struct team_db *db, const char *sql, const struct team_args *args, bool *any,
                    struct err *e)
{
    struct team_rows rows;
    if (!team_db_query(db, sql, args, &rows, e))
        return false;
    *any = rows.count > 0;
    team_rows_free(&rows);
    return true;
}

/* The version of the tables, 0 when there are none. */
static bool read_version(struct team_db *db, int64_t *version, struct err *e)
{
    bool there = false;
    *version = 0;
    if (!any_row(db, team_sql_exists, NULL, &there, e))
        return false;
    return !there || read_numbers(db, team_sql_version, (int64_t *const[]){version}, 1, e);
}

static bool fail_newer(struct team_db *db, struct err *e)
{
    return err_set(e, STATUS_UNAVAILABLE,
                   _("%s has tables of a newer smquiz; install that version. Answers are kept here "
                     "until then."),
                   team_db_shown(db));
}

static bool fail_none(struct team_db *db, struct err *e)
{
    return err_set(e, STATUS_NO_INPUT,
                   _("%s has no tables of smquiz yet; “smquiz team init” makes them."),
                   team_db_shown(db));
}

static bool fail_older(struct team_db *db, struct err *e)
{
    return err_set(e, STATUS_UNAVAILABLE,
                   _("%s has tables of an older smquiz; “smquiz team migrate” brings them up to "
                     "date. Answers are kept here until then."),
                   team_db_shown(db));
}

/* Everybody who plays goes through here at each push: one question, whatever the answer. */
bool team_admin_current(struct team_db *db, const struct team_schema *schema, struct err *e)
{
    int64_t version;
    if (!read_numbers(db, team_sql_version, (int64_t *const[]){&version}, 1, e)) {
        if (e->status == STATUS_NO_PERMISSION)
            err_set(e, e->status,
                    _("%s knows you, but you were not let in; ask the trainer for “smquiz team "
                      "enrol”."),
                    team_db_shown(db));
        return e->status == STATUS_NO_INPUT ? fail_none(db, e) : false;
    }
    if (version > schema->version)
        return fail_newer(db, e);
    return version == schema->version || fail_older(db, e);
}

/* ---- the ladder ---- */

static bool check_encoding(struct team_db *db, struct err *e)
{
    struct team_rows rows;
    if (!team_db_query(db, team_sql_encoding, NULL, &rows, e))
        return false;
    bool utf8 = rows.count == 1 && strcmp(team_rows_text(&rows, 0, 0), "UTF8") == 0;
    team_rows_free(&rows);
    return utf8 || err_set(e, STATUS_DATA,
                           _("%s is not in UTF-8; make a database that is: createdb -E UTF8 -T "
                             "template0 NAME."),
                           team_db_shown(db));
}

static bool climb_one(struct team_db *db, const struct team_schema *schema, int version,
                      struct err *e)
{
    char reached[NUMBER_SIZE];
    struct team_args args = {{reached}, 1};
    for (const char *const *sql = schema->steps[version]; *sql; sql++)
        if (!team_db_run(db, *sql, e))
            return false;
    snprintf(reached, sizeof reached, "%d", version + 1);
    return team_db_query(db, team_sql_reached, &args, NULL, e);
}

/* Within the transaction, which holds the lock. */
static bool climb(struct team_db *db, const struct team_schema *schema, bool init,
                  struct team_change *change, struct err *e)
{
    int64_t version;
    if (!team_db_run(db, team_sql_lock, e) || !read_version(db, &version, e))
        return false;
    change->from = change->to = (int)version;
    if (version > schema->version)
        return fail_newer(db, e);
    if (version == schema->version)
        return true;
    if (init != (version == 0))
        return init ? fail_older(db, e) : fail_none(db, e);
    bool ok = team_db_run(db, team_sql_set_up, e) && team_db_run(db, team_sql_become, e);
    for (; ok && change->to < schema->version; change->to++)
        ok = climb_one(db, schema, change->to, e);
    return ok && team_db_run(db, team_sql_resign, e);
}

static bool change_tables(struct team_db *db, const struct team_schema *schema, bool init,
                          struct team_change *change, struct err *e)
{
    *change = (struct team_change){0};
    return team_db_ready(db, e) && check_encoding(db, e) && team_db_run(db, "BEGIN", e) &&
           team_db_end(db, climb(db, schema, init, change, e), e);
}

bool team_admin_init(struct team_db *db, const struct team_schema *schema,
                     struct team_change *change, struct err *e)
{
    return change_tables(db, schema, true, change, e);
}

bool team_admin_migrate(struct team_db *db, const struct team_schema *schema,
                        struct team_change *change, struct err *e)
{
    return change_tables(db, schema, false, change, e);
}

/* ---- status ---- */

bool team_admin_status(struct team_db *db, const struct team_schema *schema,
                       struct team_status *status, struct err *e)
{
    int64_t version;
    *status = (struct team_status){.newest = schema->version};
    if (!team_db_ready(db, e) || !read_version(db, &version, e))
        return false;
    struct team_link link = team_db_link(db);
    status->version = (int)version;
    status->socket = link.socket;
    snprintf(status->server, sizeof status->server, "%d.%d", link.server_version / 10000,
             link.server_version % 10000);
    snprintf(status->encryption, sizeof status->encryption, "%s", link.encryption);
    if (version < 1 || version > schema->version) /* who knows what those are */
        return true;
    return read_numbers(db, team_sql_counts,
                        (int64_t *const[]){&status->sessions, &status->runs, &status->events}, 3,
                        e) &&
           read_numbers(db, team_sql_people,
                        (int64_t *const[]){&status->participants, &status->trainers}, 2, e);
}

/* ---- people ---- */

bool team_admin_has_role(struct team_db *db, const char *name, bool *there, struct err *e)
{
    struct team_args args = {{name}, 1};
    return team_db_ready(db, e) && any_row(db, team_sql_has_role, &args, there, e);
}

static bool make_role(struct team_db *db, const char *name, const char *password, struct err *e)
{
    struct str sql = {0};
    str_add(&sql, "CREATE ROLE ");
    bool ok = team_db_add_name(db, &sql, name, e);
    str_add(&sql, " LOGIN");
    if (ok && password) {
        str_add(&sql, " PASSWORD ");
        ok = team_db_add_verifier(db, &sql, name, password, e);
    }
    ok = ok && team_db_run(db, str_text(&sql), e);
    str_free(&sql);
    return ok;
}

static bool add_to_group(struct team_db *db, const char *group, const char *name, struct err *e)
{
    struct str sql = {0};
    str_addf(&sql, "GRANT %s TO ", group);
    bool ok = team_db_add_name(db, &sql, name, e) && team_db_run(db, str_text(&sql), e);
    str_free(&sql);
    return ok;
}

static bool enrol(struct team_db *db, const char *name, const char *password, bool trainer,
                  struct err *e)
{
    bool there = false;
    return team_admin_has_role(db, name, &there, e) &&
           (there || make_role(db, name, password, e)) &&
           add_to_group(db, "smquiz_participant", name, e) &&
           (!trainer || add_to_group(db, "smquiz_trainer", name, e));
}

bool team_admin_enrol(struct team_db *db, const char *name, const char *password, bool trainer,
                      struct err *e)
{
    if (!team_db_ready(db, e) || !team_db_run(db, "BEGIN", e))
        return false;
    if (team_db_end(db, enrol(db, name, password, trainer, e), e))
        return true;
    return e->status == STATUS_NO_PERMISSION
               ? err_set(e, e->status,
                         _("%s does not let you let people in: it takes a role with CREATEROLE."),
                         team_db_shown(db))
               : false;
}

/* Fields of a .pgpass file end at a colon. */
static void add_field(struct str *line, const char *text)
{
    for (; *text; text++) {
        if (*text == ':' || *text == '\\')
            str_addc(line, '\\');
        str_addc(line, *text);
    }
}

void team_admin_pgpass_line(const struct team_db *db, const char *name, const char *password,
                            struct str *line)
{
    struct team_link link = team_db_link(db);
    const char *const fields[] = {*link.host ? link.host : "localhost", link.port, link.database,
                                  name, password};
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        str_add(line, i ? ":" : "");
        add_field(line, fields[i]);
    }
    str_addc(line, '\n');
}

/* What may stand in a URI as it is, and what `also` says; all else is written in hexadecimal. */
static void add_escaped(struct str *uri, const char *text, const char *also)
{
    for (; *text; text++) {
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
            (*text >= '0' && *text <= '9') || strchr("-._~", *text) || strchr(also, *text))
            str_addc(uri, *text);
        else
            str_addf(uri, "%%%02X", (unsigned)(unsigned char)*text);
    }
}

void team_admin_address_for(const struct team_db *db, const char *name, struct str *address)
{
    const char *usual_port = "5432";
    struct team_link link = team_db_link(db);
    str_add(address, "postgresql://");
    add_escaped(address, name, "");
    str_add(address, "@");
    if (!link.socket && strchr(link.host, ':')) /* an IPv6 address */
        str_addf(address, "[%s]", link.host);
    else if (!link.socket)
        add_escaped(address, link.host, "");
    if (strcmp(link.port, usual_port) != 0)
        str_addf(address, ":%s", link.port);
    str_add(address, "/");
    add_escaped(address, link.database, "");
    if (link.socket && *link.host) {
        str_add(address, "?host=");
        add_escaped(address, link.host, "/");
    }
}
