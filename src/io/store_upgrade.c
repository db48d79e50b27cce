/* Bringing the log's file to the newest version: recognise, climb the ladder, compare, prove. */
#include "io/store_upgrade.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "io/clock.h"

enum { LOCK_PAUSE_MS = 10 };

static bool read_number(struct db *db, const char *sql, int64_t *number, struct err *e)
{
    bool row = false;
    struct db_query q = db_prepare(db, sql);
    bool ok = db_step(&q, &row, e);
    if (ok && row)
        *number = db_number(&q);
    db_finish(&q);
    return ok;
}

static bool read_version(struct db *db, int64_t *version, struct err *e)
{
    return read_number(db, "PRAGMA user_version", version, e);
}

/* Whether two files have the very same tables and indexes, to the letter. */
static bool same_schema(struct db *a, struct db *b, bool *same, struct err *e)
{
    enum { COLUMNS = 3 };
    struct db_query in_a = db_prepare(a, store_sql_schema);
    struct db_query in_b = db_prepare(b, store_sql_schema);
    bool row_a = true, row_b = true, ok = true;
    *same = true;
    while (ok && *same && row_a) {
        ok = db_step(&in_a, &row_a, e) && db_step(&in_b, &row_b, e);
        *same = row_a == row_b;
        for (int i = 0; ok && *same && row_a && i < COLUMNS; i++)
            *same = strcmp(db_text(&in_a), db_text(&in_b)) == 0;
    }
    db_finish(&in_a);
    db_finish(&in_b);
    return ok;
}

/* Compares with what the ladder builds up to this version in an empty database. */
static bool check_schema(struct db *db, const struct store_schema *schema, int64_t version,
                         struct err *e)
{
    bool same = false;
    struct db *model = db_open_memory(e);
    bool ok = model != NULL;
    for (int i = 0; ok && i < version; i++)
        ok = db_run(model, schema->steps[i], e);
    ok = ok && same_schema(db, model, &same, e);
    db_close(model);
    return ok && (same || db_foreign(db, e));
}

/* What tells files apart. */
struct identity {
    int64_t tables, mark, version;
};

static bool identify(struct db *db, struct identity *is, struct err *e)
{
    *is = (struct identity){0};
    return read_number(db, "SELECT count(*) FROM sqlite_schema", &is->tables, e) &&
           read_number(db, "PRAGMA application_id", &is->mark, e) &&
           read_version(db, &is->version, e);
}

/* Whether we know the file: ours, of a version we can use (*version), or empty (version 0). */
static bool know(struct db *db, const struct store_schema *schema, bool write, int64_t *version,
                 struct err *e)
{
    struct identity is;
    if (!identify(db, &is, e))
        return false;
    *version = is.version;
    bool empty = is.tables == 0 && is.mark == 0 && is.version == 0;
    if (empty && !write)
        return err_set(e, STATUS_NO_INPUT, _("%s holds no answers yet."), db_shown(db));
    if (empty)
        return true;
    if (is.mark != STORE_APPLICATION_ID || is.version < 1)
        return db_foreign(db, e);
    if (is.version > schema->version)
        return err_set(e, STATUS_DATA,
                       _("%s was written by a newer smquiz; install that version, or name another "
                         "file with --store."),
                       db_shown(db));
    if (!check_schema(db, schema, is.version, e))
        return false;
    if (is.version < schema->version && !write)
        return err_set(e, STATUS_DATA,
                       _("%s was written by an older smquiz; play once with it to bring it up to "
                         "date."),
                       db_shown(db));
    return true;
}

/* The same as of one moment: another process may be making the tables. */
static bool recognise(struct db *db, const struct store_schema *schema, bool write,
                      int64_t *version, struct err *e)
{
    return db_run(db, "BEGIN", e) && db_end(db, know(db, schema, write, version, e), e);
}

/* SQLite says "locked" here without waiting when several start on a brand-new file at once, so the
 * waiting is done by hand. */
static bool set_journal(struct db *db, bool local, struct err *e)
{
    const char *sql = local ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE_MS * 1000000L};
    int64_t give_up_ms = clock_now().mono_ms + db_patience_ms(db);
    struct err last = {0};
    while (!db_run(db, sql, &last)) {
        if (last.status != STATUS_TRY_LATER || clock_now().mono_ms >= give_up_ms) {
            *e = last;
            return false;
        }
        nanosleep(&pause, NULL);
    }
    return true;
}

/* Copies the file into `part`; *version becomes that of the copy.  The copy is opened to be
 * written, because a reader would leave the files of its journal behind. */
static bool copy_into(struct db *db, const char *part, int64_t *version, struct err *e)
{
    struct store_file place;
    struct db *copy = NULL;
    bool ok = store_file_prepare(&place, part, true, e) && db_copy(db, str_text(&place.path), e) &&
              (copy = db_open(str_text(&place.path), str_text(&place.shown), true,
                              db_patience_ms(db), e)) &&
              read_version(copy, version, e);
    db_close(copy);
    store_file_release(&place);
    return ok;
}

/* Keeps a copy of the file as "PATH.vN".  Another process may be faster in bringing it up to date:
 * a copy that is of another version is thrown away. */
static bool back_up(struct db *db, const struct store_file *file, int64_t version, struct err *e)
{
    struct str part = {0}, kept = {0};
    int64_t copied = -1;
    str_addf(&kept, "%s.v%lld", str_text(&file->path), (long long)version);
    str_addf(&part, "%s.%lld.part", kept.data, (long long)getpid());
    bool ok = copy_into(db, part.data, &copied, e);
    if (ok && copied == version && rename(part.data, kept.data) != 0)
        ok = err_set(e, STATUS_IO,
                     _("No copy of %s could be kept beside it, so it was not brought up to date; "
                       "make its folder writable."),
                     db_shown(db));
    remove(part.data); /* gone already when all went well */
    str_free(&part);
    str_free(&kept);
    return ok;
}

/* Climbs the ladder in one immediate transaction, so that nobody meets a file half way up. */
static bool climb(struct db *db, const struct store_file *file, const struct store_schema *schema,
                  int64_t version, struct err *e)
{
    while (version < schema->version) {
        int64_t now = version;
        if (version > 0 && !back_up(db, file, version, e))
            return false;
        if (!db_begin(db, e))
            return false;
        bool ok = read_version(db, &now, e);
        if (now == version) { /* else another process was faster */
            for (; ok && now < schema->version; now++)
                ok = db_run(db, schema->steps[now], e);
        }
        if (!db_end(db, ok, e))
            return false;
        version = now;
    }
    return true;
}

/* So that a full disk or a read-only file is told before the first question.  What is written here
 * need not survive, so nobody waits for the disk. */
static bool prove_writable(struct db *db, struct err *e)
{
    struct err back;
    bool ok = db_run(db, "PRAGMA synchronous = OFF", e) && db_begin(db, e) &&
              db_end(db, db_run(db, store_sql_prove_written, e), e);
    return db_run(db, "PRAGMA synchronous = FULL", ok ? e : &back) && ok;
}

bool store_upgrade(struct db *db, const struct store_file *file, const struct store_schema *schema,
                   bool write, struct err *e)
{
    int64_t version = 0;
    if (!recognise(db, schema, write, &version, e))
        return false;
    if (!write)
        return true;
    return set_journal(db, file->local, e) && climb(db, file, schema, version, e) &&
           (version == schema->version || check_schema(db, schema, schema->version, e)) &&
           prove_writable(db, e);
}
