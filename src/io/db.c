/* One SQLite file: opened defensively, its failures turned into sentences, its statements. */
#include "io/db.h"

#include <errno.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "core/str.h"
#include "core/xmalloc.h"

enum {
    VALUE_BYTES_MAX =
        128 * 1024, /* of a value and of a row: three times the longest list of items */
    SQL_BYTES_MAX = 16 * 1024,
    HEAP_BYTES_MAX = 64 * 1024 * 1024, /* SQLite's own: a row beyond all limits is read before it is
                                          refused */
    STATEMENTS_KEPT = 16,
    HEX_DIGITS = 16
};

/* A statement kept for the next time: preparing one costs more than a short one takes. */
struct kept {
    const char *sql; /* by its place: statements are constants */
    sqlite3_stmt *stmt;
    unsigned long used; /* which preparation it was; the oldest makes room */
    bool busy;
};

struct db {
    sqlite3 *handle;
    struct kept kept[STATEMENTS_KEPT];
    unsigned long prepared;
    struct str shown;
    bool write;
    int patience_ms;
};

int db_patience_ms(const struct db *db)
{
    return db->patience_ms;
}

/* ---- failures ---- */

const char *db_shown(const struct db *db)
{
    return str_text(&db->shown);
}

bool db_foreign(const struct db *db, struct err *e)
{
    return err_set(e, STATUS_DATA,
                   _("%s is not a store of smquiz; name another file with --store, or move this "
                     "one away."),
                   db_shown(db));
}

bool db_damaged(const struct db *db, struct err *e)
{
    return err_set(e, STATUS_DATA,
                   _("%s is damaged; bring back a copy of it, or move it away and start anew."),
                   db_shown(db));
}

static bool fail_full(const struct db *db, struct err *e)
{
    return err_set(e, STATUS_IO,
                   _("%s could not be saved: the disk is full; make room and try again, or name "
                     "a file on another disk with --store."),
                   db_shown(db));
}

/* SQLite may have lost errno by the time we ask for it. */
static bool has_size_limit(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

static bool fail_io(const struct db *db, int code, struct err *e)
{
    int error = sqlite3_system_errno(db->handle);
    if (error == ENOSPC || error == EDQUOT)
        return fail_full(db, e);
    if (error == EFBIG || (code == SQLITE_IOERR_WRITE && has_size_limit()))
        return err_set(e, STATUS_IO,
                       _("%s could not be saved: it may not grow beyond your file-size limit; "
                         "raise it (ulimit -f) and try again."),
                       db_shown(db));
    return err_set(e, STATUS_IO,
                   /* TRANSLATORS: a file, and what the system says. */
                   _("%s could not be read or saved: the disk reports an error (%s); look after "
                     "the disk, or name another file with --store."),
                   db_shown(db), sqlite3_errstr(code));
}

static bool fail_access(const struct db *db, struct err *e)
{
    if (!db->write)
        return err_set(e, STATUS_NO_INPUT,
                       _("%s cannot be read where it is: it is closed to you, or its folder is "
                         "read-only; copy it to a folder of your own and name the copy with "
                         "--store."),
                       db_shown(db));
    return err_set(e, STATUS_CANT_CREATE,
                   _("%s cannot be written: the file or its folder is read-only for you; make "
                     "both writable, or name another file with --store."),
                   db_shown(db));
}

/* Turns a result code of SQLite into a sentence; always false. */
static bool fail(const struct db *db, int code, struct err *e)
{
    switch (code & 0xff) { /* the primary code; the rest is detail */
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return fail_access(db, e);
    case SQLITE_NOTADB:
        return db_foreign(db, e);
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG: /* larger than anything we write */
        return db_damaged(db, e);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return err_set(e, STATUS_TRY_LATER,
                       _("%s is locked by another program; close that program and try again."),
                       db_shown(db));
    case SQLITE_FULL:
        return fail_full(db, e);
    case SQLITE_IOERR:
        return fail_io(db, code, e);
    case SQLITE_NOMEM:
        return err_set(e, STATUS_NO_MEMORY,
                       _("%s could not be used: there is no memory left; close other programs "
                         "and try again."),
                       db_shown(db));
    case SQLITE_CONSTRAINT:
        return err_set(e, STATUS_SOFTWARE,
                       /* TRANSLATORS: a file, and what the library says. */
                       _("This does not fit into %s (%s); that is a mistake in smquiz."),
                       db_shown(db), sqlite3_errstr(code));
    default:
        return err_set(e, STATUS_IO,
                       /* TRANSLATORS: a file, and what the library says. */
                       _("%s could not be used (%s); name another file with --store."),
                       db_shown(db), sqlite3_errstr(code));
    }
}

/* ---- opening ---- */

static int set_up(sqlite3 *handle, int patience_ms)
{
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    };
    sqlite3_extended_result_codes(handle, 1);
    for (size_t i = 0; i < ARRAY_LEN(options); i++) {
        int code = sqlite3_db_config(handle, options[i].option, options[i].value, (int *)NULL);
        if (code != SQLITE_OK)
            return code;
    }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, VALUE_BYTES_MAX);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, SQL_BYTES_MAX);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    return sqlite3_busy_timeout(handle, patience_ms);
}

static struct db *open_with(const char *path, const char *shown, int flags, int patience_ms,
                            struct err *e)
{
    struct db *db = xcalloc(1, sizeof *db);
    str_add(&db->shown, shown);
    db->write = (flags & SQLITE_OPEN_READWRITE) != 0;
    db->patience_ms = patience_ms;
#if SQLITE_VERSION_NUMBER >= 3031000
    if (sqlite3_hard_heap_limit64(-1) == 0) /* nobody has set one */
        sqlite3_hard_heap_limit64(HEAP_BYTES_MAX);
#endif
    /* no connection is ever used by two threads, and locks cost a tenth of reading */
    int code = sqlite3_open_v2(path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = set_up(db->handle, patience_ms);
    bool ok = code == SQLITE_OK ? db_run(db,
                                         "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                                         "PRAGMA cache_size = -256;"
                                         "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL",
                                         e)
                                : fail(db, code, e);
    if (ok)
        return db;
    db_close(db);
    return NULL;
}

struct db *db_open(const char *path, const char *shown, bool write, int patience_ms, struct err *e)
{
    int access = write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    return open_with(path, shown, access | SQLITE_OPEN_NOFOLLOW, patience_ms, e);
}

struct db *db_open_memory(struct err *e)
{
    return open_with(":memory:", ":memory:", SQLITE_OPEN_READWRITE, 0, e);
}

void db_close(struct db *db)
{
    if (!db)
        return;
    for (size_t i = 0; i < ARRAY_LEN(db->kept); i++)
        sqlite3_finalize(db->kept[i].stmt);
    sqlite3_close(db->handle);
    str_free(&db->shown);
    free(db);
}

bool db_copy(struct db *db, const char *path, struct err *e)
{
    struct db *copy = db_open(path, db_shown(db), true, db->patience_ms, e);
    if (!copy)
        return false;
    sqlite3_backup *backup = sqlite3_backup_init(copy->handle, "main", db->handle, "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    int code = backup ? sqlite3_backup_finish(backup) : sqlite3_extended_errcode(copy->handle);
    bool ok = code == SQLITE_OK || fail(copy, code, e);
    db_close(copy);
    return ok;
}

/* ---- statements ---- */

bool db_run(struct db *db, const char *sql, struct err *e)
{
    while (*sql) {
        sqlite3_stmt *stmt = NULL;
        int code = sqlite3_prepare_v2(db->handle, sql, -1, &stmt, &sql);
        while (code == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW) {
        }
        int end = sqlite3_finalize(stmt);
        if (code == SQLITE_OK)
            code = end;
        if (code != SQLITE_OK)
            return fail(db, code, e);
    }
    return true;
}

/* Runs one statement that gives no rows. */
static bool run_kept(struct db *db, const char *sql, struct err *e)
{
    bool row;
    struct db_query q = db_prepare(db, sql);
    bool ok = db_step(&q, &row, e);
    db_finish(&q);
    return ok;
}

bool db_begin(struct db *db, struct err *e)
{
    return run_kept(db, "BEGIN IMMEDIATE", e);
}

bool db_end(struct db *db, bool ok, struct err *e)
{
    struct err ignored = {0};
    ok = ok && run_kept(db, "COMMIT", e);
    if (!ok && !sqlite3_get_autocommit(db->handle)) /* some failures have rolled back already */
        db_run(db, "ROLLBACK", &ignored);
    return ok;
}

int db_changes(struct db *db)
{
    return sqlite3_changes(db->handle);
}

struct db_query db_prepare(struct db *db, const char *sql)
{
    struct db_query q = {.db = db};
    struct kept *room = NULL;
    for (size_t i = 0; i < ARRAY_LEN(db->kept); i++) {
        struct kept *kept = &db->kept[i];
        if (kept->sql == sql && !kept->busy) {
            kept->busy = true;
            q.stmt = kept->stmt;
            return q;
        }
        if (!kept->busy && (!room || kept->used < room->used))
            room = kept;
    }
    sqlite3_stmt *stmt = NULL;
    q.code = sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL);
    q.stmt = stmt;
    if (stmt && room) {
        sqlite3_finalize(room->stmt);
        *room = (struct kept){sql, stmt, ++db->prepared, true};
    }
    return q;
}

/* Keeps the first failure. */
static void note(struct db_query *q, int code)
{
    if (q->code == SQLITE_OK)
        q->code = code;
}

void db_bind_text(struct db_query *q, const char *text)
{
    note(q, sqlite3_bind_text(q->stmt, ++q->bound, text, -1, SQLITE_TRANSIENT));
}

void db_bind_number(struct db_query *q, int64_t number)
{
    note(q, sqlite3_bind_int64(q->stmt, ++q->bound, number));
}

void db_bind_hex(struct db_query *q, uint64_t number)
{
    char hex[HEX_DIGITS + 1];
    snprintf(hex, sizeof hex, "%016" PRIx64, number);
    db_bind_text(q, hex);
}

bool db_step(struct db_query *q, bool *row, struct err *e)
{
    *row = false;
    q->read = 0;
    if (q->code == SQLITE_OK) {
        int code = sqlite3_step(q->stmt);
        *row = code == SQLITE_ROW;
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            q->code = code;
    }
    return q->code == SQLITE_OK || fail(q->db, q->code, e);
}

const char *db_text(struct db_query *q)
{
    const char *text = (const char *)sqlite3_column_text(q->stmt, q->read++);
    return text ? text : "";
}

int64_t db_number(struct db_query *q)
{
    return sqlite3_column_int64(q->stmt, q->read++);
}

bool db_hex(struct db_query *q, uint64_t *number)
{
    const char *text = db_text(q);
    uint64_t read = 0;
    int digits = 0;
    for (; digits < HEX_DIGITS; digits++) {
        char c = text[digits];
        bool letter = c >= 'a' && c <= 'f';
        if (!letter && (c < '0' || c > '9'))
            return false;
        read = read << 4 | (uint64_t)(letter ? c - 'a' + 10 : c - '0');
    }
    *number = read;
    return text[digits] == '\0';
}

void db_reset(struct db_query *q)
{
    sqlite3_reset(q->stmt); /* its result is that of the last step, told there already */
    q->bound = 0;
}

void db_finish(struct db_query *q)
{
    struct kept *kept = NULL;
    for (size_t i = 0; q->stmt && i < ARRAY_LEN(q->db->kept); i++)
        if (q->db->kept[i].stmt == q->stmt)
            kept = &q->db->kept[i];
    if (kept) {
        sqlite3_reset(kept->stmt);
        sqlite3_clear_bindings(kept->stmt);
        kept->busy = false;
    } else {
        sqlite3_finalize(q->stmt);
    }
    q->stmt = NULL;
}
