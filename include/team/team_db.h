/* One connection to PostgreSQL and statements over it.  team; the only file that includes
 * libpq-fe.h. Knows nothing of what is stored.  Failures are sentences that name the database, with
 * the status STATUS_TRY_LATER (the server is away, has no room, or was too slow),
 * STATUS_NO_PERMISSION, STATUS_UNAVAILABLE (its certificate cannot be trusted), STATUS_DATA (it
 * refuses a value) or STATUS_IO. */
#ifndef SMQ_TEAM_TEAM_DB_H
#define SMQ_TEAM_TEAM_DB_H

#include "core/err.h"
#include "core/str.h"

struct team_db;

/* Connects to the database a URI names; what it says beyond the address is kept, but:
 * - a password in it is refused (STATUS_USAGE);
 * - sslmode is verify-full for every host but a socket or this computer, unless the URI says;
 * - texts are UTF-8, a statement may take 30 seconds, and connecting 10 unless the URI says.
 * When the server has no connection free it tries again, at times taken by chance, for 30 seconds.
 * NULL and *e on failure; team_db_close frees. */
struct team_db *team_db_open(const char *uri, struct err *e) NODISCARD;
/* NULL is fine. */
void team_db_close(struct team_db *db);
/* Connects again when the connection was lost; what was listened to must be listened to again. */
bool team_db_ready(struct team_db *db, struct err *e);
/* The same without ever waiting: *up says whether there is a connection, *fresh whether it is a new
 * one.  While it is being made, or when it cannot be made now, *up is false; it is tried again
 * every two seconds. */
void team_db_ready_soon(struct team_db *db, bool *up, bool *fresh);

/* Its name for sentences: the URI, showable. */
const char *team_db_shown(const struct team_db *db);
/* The SQLSTATE of the last failure, "" when the server did not say one. */
const char *team_db_state(const struct team_db *db);
/* Forgets it, so that a failure of another kind is not taken for the last one. */
void team_db_forget_state(struct team_db *db);
/* The failure that the connection is gone; always false. */
bool team_db_away(const struct team_db *db, struct err *e);

/* Runs constant statements, separated by semicolons; rows they give are passed over. */
bool team_db_run(struct team_db *db, const char *sql, struct err *e);
/* Ends a transaction: commits when `ok`, else takes everything back.  False when nothing was
 * stored, or nobody knows. */
bool team_db_end(struct team_db *db, bool ok, struct err *e);

/* The values of $1, $2, …: texts, borrowed until the query. */
enum { TEAM_ARGS_MAX = 16 };
struct team_args {
    const char *values[TEAM_ARGS_MAX];
    int count;
};

/* What a query gives; freed by the one who asked. */
struct team_rows {
    void *result;
    int count;
};

/* Runs one statement.  `args` may be NULL, and so may `rows`.  False and *e, then nothing is to be
 * freed. */
bool team_db_query(struct team_db *db, const char *sql, const struct team_args *args,
                   struct team_rows *rows, struct err *e);
/* A field as text, "" for NULL; borrowed from the rows. */
const char *team_rows_text(const struct team_rows *rows, int row, int column);
/* Reads a field as a whole number; false when it is none or out of range. */
bool team_rows_number(const struct team_rows *rows, int row, int column, int64_t *number);
void team_rows_free(struct team_rows *rows);

/* Takes what has arrived, without asking; calls `fn` for each notification with its payload.  False
 * when the connection is lost. */
typedef void team_notify_fn(const char *payload, void *context);
bool team_db_notices(struct team_db *db, team_notify_fn *fn, void *context);

/* How this connection came to be. */
struct team_link {
    const char *host, *port, *database; /* "" host: the socket in its usual folder */
    bool socket, password;              /* over a socket; the server asked for a password */
    const char *encryption;             /* "TLSv1.3", or "" */
    int server_version;                 /* 150020 for 15.20 */
};
struct team_link team_db_link(const struct team_db *db);

/* Appends a name or a text quoted for SQL; false and *e when it cannot be. */
bool team_db_add_name(struct team_db *db, struct str *sql, const char *name, struct err *e);
bool team_db_add_text(struct team_db *db, struct str *sql, const char *text, struct err *e);
/* Appends the SCRAM verifier of a password, quoted for SQL: the password itself is never sent. */
bool team_db_add_verifier(struct team_db *db, struct str *sql, const char *name,
                          const char *password, struct err *e);

#endif
