/* One connection to PostgreSQL: how it is made and made again, its failures, its statements. */
#include "team/team_db.h"

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/memory_out.h"
#include "core/rng.h"
#include "core/text.h"
#include "core/xmalloc.h"
#include "io/clock.h"
#include "io/entropy.h"
#include "team/team_host.h"
#include "team/team_why.h"

enum {
    CONNECT_MS = 10000,   /* one attempt, unless the URI says */
    ANSWER_MS = 40000,    /* a statement, which the server itself ends after 30 seconds */
    PATIENCE_MS = 30000,  /* attempts while the server is full */
    PAUSE_LEAST_MS = 20,  /* between them, */
    PAUSE_FIRST_MS = 100, /* at most so long the first time, then twice as long each time, */
    PAUSE_MOST_MS = 2000, /* up to this */
    AGAIN_MS = 2000,      /* between attempts of team_db_ready_soon */
    PARAMS_MAX = 80,
    SHOWN_MAX = 160
};

struct team_db {
    PGconn *conn;            /* NULL, or being made, or made, or lost */
    PQconninfoOption *given; /* what the URI says */
    struct str shown, options;
    char state[TEAM_STATE_SIZE];
    bool up, making;
    PostgresPollingStatusType waits_for;
    ConnStatusType stage;         /* how far making it had come before its last step */
    int64_t started_ms, tried_ms; /* this attempt; the last one that failed */
    struct rng rng;
};

const char *team_db_shown(const struct team_db *db)
{
    return str_text(&db->shown);
}

void team_db_forget_state(struct team_db *db)
{
    *db->state = '\0';
}

const char *team_db_state(const struct team_db *db)
{
    return db->state;
}

/* ---- what the URI says ---- */

static const char *value_of(const PQconninfoOption *options, const char *name)
{
    for (; options && options->keyword; options++)
        if (strcmp(options->keyword, name) == 0 && options->val)
            return options->val;
    return "";
}

static bool read_uri(struct team_db *db, const char *uri, struct err *e)
{
    char *message = NULL;
    text_show(&db->shown, uri, SHOWN_MAX);
    db->given = PQconninfoParse(uri, &message);
    PQfreemem(message);
    if (!db->given) /* without the address: what cannot be read may have a password in it */
        return err_set(e, STATUS_USAGE,
                       _("The address of the database cannot be read; it looks like "
                         "postgresql://HOST/DATABASE."));
    if (*value_of(db->given, "password") || *value_of(db->given, "sslpassword"))
        return err_set(e, STATUS_USAGE,
                       _("There is a password in the address of the database, where others can "
                         "read it. Put it into ~/.pgpass, or into a service of "
                         "~/.pg_service.conf, and leave it out."));
    str_addf(&db->options, "%s -c statement_timeout=30s", value_of(db->given, "options"));
    return true;
}

/* ---- connecting ---- */

struct params {
    const char *keys[PARAMS_MAX], *values[PARAMS_MAX];
    int count;
};

static void add(struct params *p, const char *key, const char *value)
{
    if (p->count < PARAMS_MAX - 1) {
        p->keys[p->count] = key;
        p->values[p->count++] = value;
    }
}

/* What is said later counts more.  The probe of a silent server and the patience with it are for
 * remote ones; a socket takes no notice. */
static PGconn *begin(const struct team_db *db, bool verify)
{
    struct params p = {.count = 0};
    add(&p, "tcp_user_timeout", "15000");
    add(&p, "keepalives_idle", "30");
    add(&p, "keepalives_interval", "5");
    add(&p, "keepalives_count", "3");
    if (verify)
        add(&p, "sslmode", "verify-full");
    for (const PQconninfoOption *o = db->given; o->keyword; o++)
        if (o->val)
            add(&p, o->keyword, o->val);
    add(&p, "application_name", "smquiz");
    add(&p, "client_encoding", "UTF8");
    add(&p, "options", str_text(&db->options));
    return PQconnectStartParams(p.keys, p.values, 0);
}

/* Whether a connection that has only been begun would believe any server: the library's default,
 * for a host that is not this computer.  Looked for in what the library made of the URI, of the
 * environment and of a service file together. */
static bool believes_anyone(PGconn *conn)
{
    PQconninfoOption *all = PQconninfo(conn);
    bool anyone =
        strcmp(value_of(all, "sslmode"), "prefer") == 0 &&
        !(team_host_local(value_of(all, "host")) && team_host_local(value_of(all, "hostaddr")));
    PQconninfoFree(all);
    return anyone;
}

/* Notices would go to standard error. */
static void ignore_notice(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

static void drop(struct team_db *db)
{
    PQfinish(db->conn);
    db->conn = NULL;
    db->up = db->making = false;
}

static void start(struct team_db *db)
{
    drop(db);
    db->conn = begin(db, false);
    if (db->conn && !*value_of(db->given, "sslmode") && believes_anyone(db->conn)) {
        PQfinish(db->conn);
        db->conn = begin(db, true);
    }
    if (!db->conn)
        memory_out();
    PQsetNoticeReceiver(db->conn, ignore_notice, NULL);
    PQsetErrorVerbosity(db->conn, PQERRORS_VERBOSE); /* the one way to its SQLSTATE */
    db->started_ms = clock_now().mono_ms;
    db->stage = PQstatus(db->conn);
    db->waits_for = PGRES_POLLING_WRITING;
    db->making = db->stage != CONNECTION_BAD;
}

static int64_t left_ms(const struct team_db *db)
{
    long seconds = strtol(value_of(db->given, "connect_timeout"), NULL, 10);
    int64_t patience_ms = seconds > 0 ? (int64_t)seconds * 1000 : CONNECT_MS;
    int64_t left = db->started_ms + patience_ms - clock_now().mono_ms;
    return left > 0 ? left : 0;
}

/* Goes on making the connection when the server has something to say within so long. */
static void step(struct team_db *db, int64_t wait_ms)
{
    struct pollfd fd = {.fd = PQsocket(db->conn),
                        .events = db->waits_for == PGRES_POLLING_READING ? POLLIN : POLLOUT};
    int ready = poll(&fd, 1, (int)wait_ms);
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return;
    db->stage = PQstatus(db->conn);
    db->waits_for = PQconnectPoll(db->conn);
    db->up = db->waits_for == PGRES_POLLING_OK;
    db->making = !db->up && db->waits_for != PGRES_POLLING_FAILED;
}

/* The sentence for a connection that could not be made; always false. */
static bool fail_connect(struct team_db *db, struct err *e)
{
    struct str why = {0};
    if (db->making) {
        str_add(&why, _("it does not answer"));
        *db->state = '\0';
    } else {
        team_why_show(&why, team_why_find(PQerrorMessage(db->conn), db->state));
    }
    if (PQconnectionNeedsPassword(db->conn) || strncmp(db->state, "28", 2) == 0)
        err_set(e, STATUS_NO_PERMISSION,
                /* TRANSLATORS: a database, and what the server says. */
                _("%s does not let you in: %s. Passwords are looked for in ~/.pgpass, which nobody "
                  "else may read."),
                team_db_shown(db), str_text(&why));
    else if (!*db->state && db->stage == CONNECTION_SSL_STARTUP)
        err_set(e, STATUS_UNAVAILABLE,
                /* TRANSLATORS: a database, and what the server says. */
                _("It is not certain that this is %s: %s. The certificate of its authority belongs "
                  "into ~/.postgresql/root.crt."),
                team_db_shown(db), str_text(&why));
    else if (*db->state && team_why_status(db->state) != STATUS_TRY_LATER)
        err_set(e, team_why_status(db->state), _("%s cannot be used: %s."), team_db_shown(db),
                str_text(&why));
    else
        /* TRANSLATORS: a database, and what the server says. */
        err_set(e, STATUS_TRY_LATER, _("%s is not there now: %s. Try again later."),
                team_db_shown(db), str_text(&why));
    str_free(&why);
    return false;
}

static bool connect_once(struct team_db *db, struct err *e)
{
    start(db);
    for (int64_t left; db->making && (left = left_ms(db)) > 0;)
        step(db, left);
    if (db->up)
        return true;
    fail_connect(db, e);
    drop(db);
    return false;
}

/* A pause by chance, so that those who were refused together do not come back together. */
static void pause_up_to(struct team_db *db, int most_ms)
{
    int64_t ms = PAUSE_LEAST_MS + rng_below(&db->rng, (uint32_t)most_ms);
    struct timespec pause = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

bool team_db_ready(struct team_db *db, struct err *e)
{
    const char *too_many = "53300";
    int64_t until_ms = clock_now().mono_ms + PATIENCE_MS;
    int pause_ms = PAUSE_FIRST_MS;
    if (db->up && PQstatus(db->conn) == CONNECTION_OK)
        return true;
    while (!connect_once(db, e)) {
        if (strcmp(db->state, too_many) != 0 || clock_now().mono_ms >= until_ms)
            return false;
        pause_up_to(db, pause_ms);
        pause_ms = pause_ms * 2 < PAUSE_MOST_MS ? pause_ms * 2 : PAUSE_MOST_MS;
    }
    return true;
}

void team_db_ready_soon(struct team_db *db, bool *up, bool *fresh)
{
    bool was_up = db->up && PQstatus(db->conn) == CONNECTION_OK;
    if (!was_up && db->up)
        drop(db); /* lost */
    if (!was_up && !db->making && clock_now().mono_ms >= db->tried_ms + AGAIN_MS)
        start(db);
    bool more = db->making; /* steps that need no waiting are made at once */
    while (more) {
        PostgresPollingStatusType waited_for = db->waits_for;
        step(db, 0);
        more = db->making && db->waits_for != waited_for;
    }
    if (db->conn && !db->up && (!db->making || left_ms(db) == 0)) {
        drop(db);
        db->tried_ms = clock_now().mono_ms;
    }
    *up = db->up;
    *fresh = db->up && !was_up;
}

struct team_db *team_db_open(const char *uri, struct err *e)
{
    struct team_db *db = xcalloc(1, sizeof *db);
    db->rng = rng_seeded(entropy_seed());
    if (read_uri(db, uri, e) && team_db_ready(db, e))
        return db;
    team_db_close(db);
    return NULL;
}

void team_db_close(struct team_db *db)
{
    if (!db)
        return;
    drop(db);
    PQconninfoFree(db->given);
    str_free(&db->shown);
    str_free(&db->options);
    free(db);
}

/* ---- statements ---- */

bool team_db_away(const struct team_db *db, struct err *e)
{
    return err_set(e, STATUS_TRY_LATER, _("%s is not there now. Try again later."),
                   team_db_shown(db));
}

/* The sentence for a statement that failed; always false. */
static bool fail(struct team_db *db, const PGresult *result, struct err *e)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    struct str why = {0};
    memset(db->state, 0, sizeof db->state);
    if (state)
        memcpy(db->state, state, strnlen(state, sizeof db->state - 1));
    if (PQstatus(db->conn) != CONNECTION_OK)
        return team_db_away(db, e);
    team_why_show(&why, message ? message : PQerrorMessage(db->conn));
    enum status status = team_why_status(db->state);
    if (status == STATUS_NO_PERMISSION)
        /* TRANSLATORS: a database, and what the server says. */
        err_set(e, status, _("%s does not let you do this: %s."), team_db_shown(db),
                str_text(&why));
    else if (status == STATUS_DATA)
        /* TRANSLATORS: a database, and what the server says. */
        err_set(e, status, _("%s does not take this: %s."), team_db_shown(db), str_text(&why));
    else
        /* TRANSLATORS: a database, and what the server says. */
        err_set(e, status, _("%s could not do this: %s."), team_db_shown(db), str_text(&why));
    str_free(&why);
    return false;
}

/* Keeps the rows, or turns the result into a sentence. */
static bool take(struct team_db *db, PGresult *result, struct team_rows *rows, struct err *e)
{
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
    if (!ok)
        fail(db, result, e);
    if (ok && rows)
        *rows = (struct team_rows){.result = result, .count = PQntuples(result)};
    else
        PQclear(result);
    return ok;
}

/* Waits until the answer is there.  False when the server has hung, or is gone. */
static bool wait_answer(struct team_db *db)
{
    int64_t until_ms = clock_now().mono_ms + ANSWER_MS;
    struct pollfd fd = {.fd = PQsocket(db->conn), .events = POLLIN};
    while (PQisBusy(db->conn)) {
        int64_t left = until_ms - clock_now().mono_ms;
        if (left <= 0 || (poll(&fd, 1, (int)left) > 0 && !PQconsumeInput(db->conn)))
            return false;
    }
    return true;
}

/* The result of what was sent: of the last statement when there are several, or of the one that
 * failed, behind which the server runs none.  NULL when the connection is lost. */
static PGresult *answer(struct team_db *db, int sent)
{
    PGresult *last = NULL, *next = NULL;
    bool lost;
    do {
        lost = !sent || !wait_answer(db);
        next = lost ? NULL : PQgetResult(db->conn);
        if (next || lost) {
            PQclear(last);
            last = next;
        }
    } while (next);
    if (lost)
        drop(db);
    return last;
}

bool team_db_run(struct team_db *db, const char *sql, struct err *e)
{
    return take(db, answer(db, PQsendQuery(db->conn, sql)), NULL, e);
}

bool team_db_end(struct team_db *db, bool ok, struct err *e)
{
    struct err ignored;
    char state[TEAM_STATE_SIZE];
    if (ok)
        return team_db_run(db, "COMMIT", e);
    memcpy(state, db->state, sizeof state); /* why it is taken back is what counts */
    team_db_run(db, "ROLLBACK", &ignored);
    memcpy(db->state, state, sizeof state);
    return false;
}

bool team_db_query(struct team_db *db, const char *sql, const struct team_args *args,
                   struct team_rows *rows, struct err *e)
{
    int sent = PQsendQueryParams(db->conn, sql, args ? args->count : 0, NULL,
                                 args ? args->values : NULL, NULL, NULL, 0);
    return take(db, answer(db, sent), rows, e);
}

const char *team_rows_text(const struct team_rows *rows, int row, int column)
{
    return PQgetvalue(rows->result, row, column);
}

bool team_rows_number(const struct team_rows *rows, int row, int column, int64_t *number)
{
    const char *text = team_rows_text(rows, row, column);
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    *number = value;
    return *text && !*end && errno == 0;
}

void team_rows_free(struct team_rows *rows)
{
    PQclear(rows->result);
    *rows = (struct team_rows){0};
}

bool team_db_notices(struct team_db *db, team_notify_fn *fn, void *context)
{
    PGnotify *notice;
    if (!PQconsumeInput(db->conn))
        return false;
    while ((notice = PQnotifies(db->conn)) != NULL) {
        fn(notice->extra, context);
        PQfreemem(notice);
    }
    return PQstatus(db->conn) == CONNECTION_OK;
}

/* ---- about the connection ---- */

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

struct team_link team_db_link(const struct team_db *db)
{
    const char *host = or_empty(PQhost(db->conn));
    bool encrypted = PQsslInUse(db->conn);
    return (struct team_link){.host = host,
                              .port = or_empty(PQport(db->conn)),
                              .database = or_empty(PQdb(db->conn)),
                              .socket = team_host_socket(host),
                              .password = PQconnectionUsedPassword(db->conn),
                              .encryption =
                                  encrypted ? or_empty(PQsslAttribute(db->conn, "protocol")) : "",
                              .server_version = PQserverVersion(db->conn)};
}

/* Appends what the library made, and frees it; NULL is its failure. */
static bool add_made(struct team_db *db, struct str *sql, char *made, struct err *e)
{
    struct str why = {0};
    if (made) {
        str_add(sql, made);
        PQfreemem(made);
        return true;
    }
    team_why_show(&why, PQerrorMessage(db->conn));
    /* TRANSLATORS: a database, and what the server says. */
    err_set(e, STATUS_DATA, _("%s cannot be told this: %s."), team_db_shown(db), str_text(&why));
    str_free(&why);
    return false;
}

bool team_db_add_name(struct team_db *db, struct str *sql, const char *name, struct err *e)
{
    return add_made(db, sql, PQescapeIdentifier(db->conn, name, strlen(name)), e);
}

bool team_db_add_text(struct team_db *db, struct str *sql, const char *text, struct err *e)
{
    return add_made(db, sql, PQescapeLiteral(db->conn, text, strlen(text)), e);
}

bool team_db_add_verifier(struct team_db *db, struct str *sql, const char *name,
                          const char *password, struct err *e)
{
    struct str verifier = {0};
    bool ok = add_made(db, &verifier,
                       PQencryptPasswordConn(db->conn, password, name, "scram-sha-256"), e) &&
              team_db_add_text(db, sql, str_text(&verifier), e);
    str_free(&verifier);
    return ok;
}
