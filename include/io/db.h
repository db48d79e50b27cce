/* One SQLite file and statements over it.  io; the only file that includes sqlite3.h.
 * Knows nothing of what is stored.  Every failure is a sentence that names the file and says what
 * to do, with the status STATUS_CANT_CREATE or STATUS_NO_INPUT (cannot be opened for writing, for
 * reading), STATUS_DATA (damaged or foreign), STATUS_TRY_LATER (locked) or STATUS_IO. */
#ifndef SMQ_IO_DB_H
#define SMQ_IO_DB_H

#include "core/err.h"

struct db;

/* Opens the existing file at `path` (absolute, without symlinks), defensively: no triggers, views,
 * attached files or memory map, foreign keys checked, every commit synced.  Whatever meets a lock
 * of another program waits up to `patience_ms` for it.  `shown` is its name in sentences.  NULL and
 * *e on failure; db_close frees. */
struct db *db_open(const char *path, const char *shown, bool write, int patience_ms,
                   struct err *e) NODISCARD;
/* An empty database in memory. */
struct db *db_open_memory(struct err *e) NODISCARD;
/* NULL is fine. */
void db_close(struct db *db);
/* Copies all of `db` into the existing empty file at `path`. */
bool db_copy(struct db *db, const char *path, struct err *e);

/* Runs constant statements, separated by semicolons; rows they give are passed over. */
bool db_run(struct db *db, const char *sql, struct err *e);
/* Starts a transaction that writes. */
bool db_begin(struct db *db, struct err *e);
/* Ends it: commits when `ok`, else takes everything back.  False when nothing was stored. */
bool db_end(struct db *db, bool ok, struct err *e);
/* How many rows the last statement that writes has changed. */
int db_changes(struct db *db);

/* The failure "this file is damaged" and "this file is none of ours"; always false. */
bool db_damaged(const struct db *db, struct err *e);
bool db_foreign(const struct db *db, struct err *e);
/* The file's name for sentences. */
const char *db_shown(const struct db *db);
/* The patience it was opened with, for those who must wait by hand. */
int db_patience_ms(const struct db *db);

/* One statement: prepared, its parameters bound in order, stepped, its columns read in order.
 * Errors wait in it until db_step. */
struct db_query {
    struct db *db;
    void *stmt;
    int code; /* SQLite's; 0 while all is well */
    int bound, read;
};

/* `sql` is a constant: some statements are kept by where their text lies. */
struct db_query db_prepare(struct db *db, const char *sql);
void db_bind_text(struct db_query *q, const char *text);
void db_bind_number(struct db_query *q, int64_t number);
/* As 16 lower-case hexadecimal digits. */
void db_bind_hex(struct db_query *q, uint64_t number);
/* Goes on to the next row; *row says whether there is one.  False and *e on failure. */
bool db_step(struct db_query *q, bool *row, struct err *e);
/* The next column of the row; a text is borrowed until the next step. */
const char *db_text(struct db_query *q);
int64_t db_number(struct db_query *q);
/* Reads 16 hexadecimal digits; false when there are none. */
bool db_hex(struct db_query *q, uint64_t *number);
/* Makes the statement ready to be bound and stepped again. */
void db_reset(struct db_query *q);
void db_finish(struct db_query *q);

#endif
