/* A store whose rows somebody else wrote. */
#include "rows.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base.h"

/* What is not checked any more is what the tables say; their text is put back, to the letter. */
static const char lax[] =
    "PRAGMA writable_schema = ON;"
    "CREATE TEMP TABLE kept AS SELECT name, sql FROM main.sqlite_schema;"
    "UPDATE main.sqlite_schema SET sql = replace(sql, ') STRICT, WITHOUT ROWID', ') WITHOUT ROWID')"
    " WHERE type = 'table';"
    "PRAGMA writable_schema = RESET;"
    "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF;";
static const char strict[] =
    "PRAGMA writable_schema = ON;"
    "UPDATE main.sqlite_schema AS s SET sql = (SELECT kept.sql FROM kept WHERE kept.name = s.name)"
    " WHERE type = 'table';"
    "PRAGMA writable_schema = RESET;";

static const char *const places[] = {
    "UPDATE learner SET name = ?1",
    "UPDATE run SET mode = ?1",
    "UPDATE run SET rules = ?1",
    "UPDATE run SET bank = ?1",
    "UPDATE run SET items = ?1",
    "UPDATE run SET session = ?1",
    "UPDATE run SET part = ?1",
    "UPDATE run SET seed = ?1",
    "UPDATE run SET started_utc_ms = ?1",
    "UPDATE event SET activity = ?1",
    "UPDATE event SET note = ?1",
    "UPDATE event SET kind = ?1",
    "UPDATE event SET keyed = ?1",
    "UPDATE event SET wording = ?1",
    "UPDATE event SET note = ?1 WHERE kind = 'flag'",
    "UPDATE event SET utc_ms = ?1",
    "UPDATE event SET elapsed_ms = ?1",
    "UPDATE event SET utc_offset_min = ?1",
    "UPDATE event SET activity = 'small:' || ?1 WHERE kind = 'flag'",
    "UPDATE learner SET id = ?1",
    "UPDATE told SET activity = ?1",
    "UPDATE shared SET place = ?1",
};

int rows_places(void)
{
    return (int)ARRAY_LEN(places);
}

static void must_run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        exit(1);
    }
}

static sqlite3 *open_lax(const char *path)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
        exit(1);
    }
    must_run(db, lax);
    return db;
}

static void close_strict(sqlite3 *db)
{
    must_run(db, strict);
    sqlite3_close(db);
}

void rows_complete(const char *path)
{
    sqlite3 *db = open_lax(path);
    must_run(db, "INSERT INTO told SELECT id, 'small:fair/order', 'sales', 0 FROM learner;"
                 "INSERT OR IGNORE INTO shared SELECT id, 'folder:/nowhere', 1 FROM run");
    close_strict(db);
}

void rows_write(const char *path, int place, const struct payload *payload)
{
    sqlite3 *db = open_lax(path);
    sqlite3_stmt *update = NULL;
    sqlite3_prepare_v2(db, places[place], -1, &update, NULL);
    sqlite3_bind_text(update, 1, payload->bytes, (int)payload->len, SQLITE_STATIC);
    sqlite3_step(update); /* one that is not unique changes nothing */
    sqlite3_finalize(update);
    close_strict(db);
}

/* ---- well formed, and heavy ---- */

static void change(const char *path, const char *sql)
{
    sqlite3 *db = open_lax(path);
    must_run(db, sql);
    close_strict(db);
}

#define CHANGE(name, sql)              \
    static void name(const char *path) \
    {                                  \
        change(path, sql);             \
    }
#define MANY(n) "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " #n ") "
#define EVENT_ID "printf('01a2239e-0b12-76ee-a399-%012x', 1000 + i)"
#define RUN_ID "printf('01a2239e-0b13-76ee-a399-%012x', i)"
#define RUN "(SELECT min(id) FROM run)"

CHANGE(blob_200, "UPDATE event SET note = zeroblob(200000000) WHERE kind = 'flag'")
CHANGE(text_200, "UPDATE learner SET name = CAST(zeroblob(200000000) AS TEXT)")
CHANGE(items_3, "UPDATE run SET items = replace(hex(zeroblob(400000)), '00', 'a/b ')")
CHANGE(rules_3, "UPDATE run SET rules = replace(hex(zeroblob(400000)), '00', 'level=1 ')")
CHANGE(other_types,
       "UPDATE run SET started_utc_ms = 'soon', utc_offset_min = x'1b5b', rules = 3.14, items = 7")
CHANGE(event_types,
       "UPDATE event SET sequence = sequence + 0.5, sure = 'maybe', elapsed_ms = -1e99")
CHANGE(no_times,
       "UPDATE run SET started_utc_ms = 9223372036854775807;"
       "UPDATE event SET utc_ms = -9223372036854775807 - 1, elapsed_ms = 9223372036854775807")
CHANGE(
    many_runs_with_large_rules,
    MANY(100) "INSERT INTO run SELECT " RUN_ID ", learner, mode,"
              " replace(hex(zeroblob(400000)), '00', 'level=1 '), seed, bank, fingerprint, items,"
              " session, part, started_utc_ms - i, utc_offset_min FROM n, (SELECT * FROM run LIMIT "
              "1)")
CHANGE(many_large_events,
       MANY(200) "INSERT INTO event SELECT " EVENT_ID ", run, 1000 + i, 'answer',"
                 " 'small:' || replace(hex(zeroblob(400000)), '00', 'fair/abc'), wording, 'sales',"
                 " 'sales', sure, elapsed_ms, utc_ms, utc_offset_min, ''"
                 " FROM n, (SELECT * FROM event LIMIT 1)")
CHANGE(many_events,
       MANY(300000) "INSERT INTO event SELECT " EVENT_ID ", run, 1000 + i, 'answer',"
                    " 'small:fair/order', wording, 'sales', 'sales', sure, elapsed_ms, utc_ms,"
                    " utc_offset_min, '' FROM n, (SELECT * FROM event LIMIT 1)")
CHANGE(many_flags,
       MANY(60000) "INSERT INTO event SELECT " EVENT_ID ", run, 1000 + i,"
                   " CASE i % 2 WHEN 0 THEN 'answer' ELSE 'flag' END, 'small:fair/order' || i,"
                   " wording, 'sales', 'sales', sure, elapsed_ms, utc_ms, utc_offset_min, ''"
                   " FROM n, (SELECT * FROM event LIMIT 1)")
CHANGE(many_learners, MANY(100000) "INSERT INTO learner SELECT " RUN_ID ", 'anna' FROM n")
CHANGE(a_view, "CREATE VIEW more AS SELECT * FROM run")
CHANGE(a_trigger, "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END")

const struct rows_heavy rows_heavies[] = {
    {"a blob of 200 MB", blob_200},
    {"a name of 200 MB", text_200},
    {"items of 3 MB", items_3},
    {"rules of 3 MB", rules_3},
    {"values of other types", other_types},
    {"events of other types", event_types},
    {"times that cannot be", no_times},
    {"100 runs with rules of 3 MB", many_runs_with_large_rules},
    {"200 events of 3 MB", many_large_events},
    {"300,000 events of a run", many_events},
    {"60,000 events, every other a flag", many_flags},
    {"100,000 learners of one name", many_learners},
    {"a view", a_view},
    {"a trigger", a_trigger},
};
const size_t rows_heavy_count = ARRAY_LEN(rows_heavies);
