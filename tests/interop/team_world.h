/* What the tests over a real PostgreSQL share: roles, statements as one of them, places.
 * TEAM_HOST is the server's socket folder; the database "team" has our tables, and the roles of
 * `roles` are let in as their names say. */
#ifndef SMQ_TESTS_TEAM_WORLD_H
#define SMQ_TESTS_TEAM_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

#include "interop/session_people.h"
#include "io/entropy.h"
#include "io/share.h"

enum { ADDRESS_SIZE = 300, SQL_SIZE = 2000 };

#define TINA "tina" /* trainers */
#define TOM "tom"
#define ANN "ann" /* participants */
#define BOB "bob"
#define ZED "zed" /* has a role, and was never let in */
#define ADMIN "admin"

/* ---- statements ---- */

struct said {
    char state[6];      /* the SQLSTATE of a failure, else "" */
    char value[120];    /* the first field of the first row, else "" */
    int rows, affected; /* rows given, or changed */
};

static inline PGconn *sql_connect(const char *database, const char *role)
{
    char info[ADDRESS_SIZE];
    snprintf(info, sizeof info, "host=%s dbname=%s user=%s", getenv("TEAM_HOST"), database, role);
    PGconn *conn = PQconnectdb(info);
    if (PQstatus(conn) != CONNECTION_OK)
        print_error("%s", PQerrorMessage(conn));
    assert_int_equal(PQstatus(conn), CONNECTION_OK);
    return conn;
}

static inline struct said sql_on(PGconn *conn, const char *statement)
{
    struct said said = {.state = ""};
    PGresult *result = PQexec(conn, statement);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state)
        snprintf(said.state, sizeof said.state, "%s", state);
    said.rows = PQntuples(result);
    said.affected = atoi(PQcmdTuples(result));
    if (said.rows && PQnfields(result))
        snprintf(said.value, sizeof said.value, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    return said;
}

static inline struct said sql_in(const char *database, const char *role, const char *statement)
{
    PGconn *conn = sql_connect(database, role);
    PQsetNoticeReceiver(conn, NULL, NULL);
    struct said said = sql_on(conn, statement);
    PQfinish(conn);
    return said;
}

/* The same in "team", in printf format. */
static inline struct said sql(const char *role, const char *format, ...) PRINTF_LIKE(2, 3);
static inline struct said sql(const char *role, const char *format, ...)
{
    char statement[SQL_SIZE];
    va_list values;
    va_start(values, format);
    assert_in_range(vsnprintf(statement, sizeof statement, format, values), 1,
                    sizeof statement - 1);
    va_end(values);
    return sql_in("team", role, statement);
}

/* That the server refuses it with this SQLSTATE. */
#define assert_refused(expected, ...)                      \
    do {                                                   \
        struct said refused_said = sql(__VA_ARGS__);       \
        assert_string_equal(refused_said.state, expected); \
    } while (0)
/* That it does, and gives or changes so many rows. */
#define assert_rows(expected, ...)                  \
    do {                                            \
        struct said rows_said = sql(__VA_ARGS__);   \
        assert_string_equal(rows_said.state, "");   \
        assert_int_equal(rows_said.rows, expected); \
    } while (0)

#define NOT_ALLOWED "42501"
#define NO_SUCH_ROW "23503"
#define CHECK_FAILED "23514"
#define TAKEN "23505"

/* ---- places ---- */

static inline void address_in(char out[ADDRESS_SIZE], const char *database, const char *role)
{
    snprintf(out, ADDRESS_SIZE, "postgresql://%s@/%s?host=%s", role, database, getenv("TEAM_HOST"));
}

static inline struct share *open_as(const char *role)
{
    char address[ADDRESS_SIZE];
    struct err e = {0};
    address_in(address, "team", role);
    struct share *share = share_open(address, &e);
    if (!share)
        print_error("%s\n", e.text);
    assert_non_null(share);
    return share;
}

/* A session that is there already, published by tina or tom, of a code nobody had. */
static inline void publish_as(const char *role, const char *code)
{
    struct session session = {.title = "Onboarding"};
    struct str text = {0};
    struct err e = {0};
    struct share *share = open_as(role);
    snprintf(session.code, sizeof session.code, "%s", code);
    str_addf(&text, "the file of %s\n", code);
    if (!share->ops->publish(share, &session, &text, &e))
        print_error("%s\n", e.text);
    assert_string_equal(e.text, "");
    share->ops->close(share);
    str_free(&text);
}

static inline uint64_t world_seed(void)
{
    const char *given = getenv("SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : entropy_seed();
    print_message("# SEED=%llu\n", (unsigned long long)seed);
    return seed;
}

/* Pushes as a role; how far it came. */
static inline int push_as(const char *role, const struct shared_run *run, struct err *e)
{
    int stored = -1;
    struct share *share = open_as(role);
    if (!share->ops->push(share, run, &stored, e))
        stored = -1;
    share->ops->close(share);
    return stored;
}

static inline void push_well(const char *role, const struct shared_run *run)
{
    struct err e = {0};
    int stored = push_as(role, run, &e);
    if (stored < 0)
        print_error("%s\n", e.text);
    assert_int_equal(stored, run->count);
}

/* How many runs a role sees in a session, and the last of them compared with *p. */
struct seen {
    const struct participant *p; /* may be NULL */
    int runs, same;
    size_t events, refused;
    char owner[64], complaint[200];
};

static inline bool see(const struct shared_run *run, void *context)
{
    struct seen *seen = context;
    seen->runs++;
    seen->events += run->count;
    snprintf(seen->owner, sizeof seen->owner, "%s", run->owner);
    seen->same += seen->p && people_same(seen->p, run);
    return true;
}

static inline struct seen look_as(const char *role, const char *code, const struct participant *p)
{
    struct seen seen = {.p = p};
    struct faults refused = {0};
    struct err e = {0};
    struct share *share = open_as(role);
    assert_true(share->ops->each_run(share, code, see, &seen, &refused, &e));
    seen.refused = refused.len;
    if (refused.len)
        snprintf(seen.complaint, sizeof seen.complaint, "%s", refused.items[0].text);
    faults_free(&refused);
    share->ops->close(share);
    return seen;
}

#endif
