/* The tables of the log's file and the statements over them, as data. */
#include "io/store_schema.h"

/* clang-format off */

#define UUID_COLUMN(name) #name " TEXT NOT NULL CHECK (length(" #name ") = 36)"
#define HASH_COLUMN(name) \
    #name " TEXT NOT NULL" \
    " CHECK (length(" #name ") = 16 AND NOT " #name " GLOB '*[^0-9a-f]*')"

/* Every file is compared with this to the letter, spaces too: never change it, add a step. */
static const char version_1[] =
    "PRAGMA application_id = 0x736d717a;"

    "CREATE TABLE learner ("
    " " UUID_COLUMN(id) " PRIMARY KEY,"
    " name TEXT NOT NULL CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 128)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE run ("
    " " UUID_COLUMN(id) " PRIMARY KEY,"
    " learner TEXT NOT NULL REFERENCES learner (id),"
    " mode TEXT NOT NULL CHECK (mode <> ''),"
    " rules TEXT NOT NULL,"
    " " HASH_COLUMN(seed) ","
    " bank TEXT NOT NULL CHECK (bank <> ''),"
    " " HASH_COLUMN(fingerprint) ","
    " items TEXT NOT NULL,"
    " session TEXT NOT NULL,"
    " part TEXT NOT NULL,"
    " started_utc_ms INTEGER NOT NULL,"
    " utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE INDEX run_by_learner ON run (learner, started_utc_ms, id);"

    "CREATE TABLE event ("
    " " UUID_COLUMN(id) " UNIQUE,"
    " run TEXT NOT NULL REFERENCES run (id),"
    " sequence INTEGER NOT NULL CHECK (sequence BETWEEN 1 AND 2147483647),"
    " kind TEXT NOT NULL CHECK (kind IN ('answer', 'strike', 'flag', 'end')),"
    " activity TEXT NOT NULL CHECK (activity <> '' OR kind = 'end'),"
    " " HASH_COLUMN(wording) ","
    " keyed TEXT NOT NULL CHECK (keyed IN ('sales', 'marketing', '')),"
    " choice TEXT NOT NULL CHECK (choice IN ('sales', 'marketing', '')),"
    " sure INTEGER NOT NULL CHECK (sure IN (0, 1)),"
    " elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),"
    " utc_ms INTEGER NOT NULL,"
    " utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440),"
    " note TEXT NOT NULL CHECK (length(CAST(note AS BLOB)) <= 200),"
    " PRIMARY KEY (run, sequence),"
    " CHECK (kind <> 'answer' OR (keyed <> '' AND choice <> ''))"
    ") STRICT, WITHOUT ROWID;"

    "PRAGMA user_version = 1;";

/* What learners were told: that the key of a card was corrected, so that they are told once. */
static const char version_2[] =
    "CREATE TABLE told ("
    " learner TEXT NOT NULL REFERENCES learner (id),"
    " activity TEXT NOT NULL CHECK (activity <> ''),"
    " side TEXT NOT NULL CHECK (side IN ('sales', 'marketing')),"
    " utc_ms INTEGER NOT NULL,"
    " PRIMARY KEY (learner, activity, side, utc_ms)"
    ") STRICT, WITHOUT ROWID;"

    "PRAGMA user_version = 2;";

/* How far runs are known to be at the places where sessions are shared; the runs of sessions are
 * few among many. */
static const char version_3[] =
    "CREATE TABLE shared ("
    " run TEXT NOT NULL REFERENCES run (id),"
    " place TEXT NOT NULL CHECK (place <> ''),"
    " sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 2147483647),"
    " PRIMARY KEY (run, place)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE INDEX run_by_session ON run (session, started_utc_ms, id) WHERE session <> '';"

    "PRAGMA user_version = 3;";

static const char *const steps[] = {version_1, version_2, version_3};

const struct store_schema *store_schema(void)
{
    static const struct store_schema schema = {
        .steps = steps,
        .version = (int)(sizeof steps / sizeof steps[0]),
    };
    return &schema;
}

#define RUN_COLUMNS \
    "run.id, run.learner, run.mode, run.rules, run.seed, run.bank, run.fingerprint," \
    " run.items, run.session, run.part, run.started_utc_ms, run.utc_offset_min"
#define EVENT_COLUMNS \
    "id, run, sequence, kind, activity, wording, keyed, choice, sure," \
    " elapsed_ms, utc_ms, utc_offset_min, note"
/* Everybody who has the name of learner ?1, itself too. */
#define SAME_NAME \
    "(SELECT id FROM learner" \
    " WHERE name = (SELECT name FROM learner WHERE id = ?1))"

const char store_sql_find_learner[] =
    "SELECT id, name FROM learner"
    " WHERE name = ?1"
    " ORDER BY id LIMIT 1";

const char store_sql_add_learner[] =
    "INSERT INTO learner (id, name)"
    " VALUES (?1, ?2)"
    " ON CONFLICT (id) DO NOTHING";

const char store_sql_add_run[] =
    "INSERT INTO run (id, learner, mode, rules, seed, bank, fingerprint,"
    " items, session, part, started_utc_ms, utc_offset_min)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
    " ON CONFLICT (id) DO NOTHING";

const char store_sql_add_event[] =
    "INSERT INTO event (" EVENT_COLUMNS ")"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    " ON CONFLICT DO NOTHING";

const char store_sql_event_at[] =
    "SELECT " EVENT_COLUMNS " FROM event"
    " WHERE run = ?1 AND sequence = ?2";

const char store_sql_events[] =
    "SELECT " EVENT_COLUMNS " FROM event"
    " WHERE run = ?1"
    " ORDER BY sequence";

const char store_sql_runs[] =
    "SELECT " RUN_COLUMNS ", learner.name FROM run"
    " JOIN learner ON learner.id = run.learner"
    " ORDER BY run.started_utc_ms, run.id";

const char store_sql_learner_runs[] =
    "SELECT " RUN_COLUMNS ", learner.name FROM run"
    " JOIN learner ON learner.id = run.learner"
    " WHERE run.learner IN " SAME_NAME
    " ORDER BY run.started_utc_ms, run.id";

const char store_sql_past_runs[] =
    "SELECT id, mode, rules, bank, started_utc_ms, utc_offset_min, '' FROM run"
    " WHERE learner IN " SAME_NAME
    " ORDER BY started_utc_ms, id";

const char store_sql_all_past_runs[] =
    "SELECT run.id, mode, rules, bank, started_utc_ms, utc_offset_min, name FROM run"
    " JOIN learner ON learner.id = run.learner"
    " ORDER BY started_utc_ms, run.id";

const char store_sql_past_events[] =
    "SELECT kind, activity, wording, keyed, choice, sure, utc_ms, utc_offset_min, note FROM event"
    " WHERE run = ?1"
    " ORDER BY sequence";

const char store_sql_session_runs[] =
    "SELECT " RUN_COLUMNS ", learner.name FROM run"
    " JOIN learner ON learner.id = run.learner"
    " WHERE run.session <> '' AND (?2 = '' OR run.session = ?2)"
    " AND (?1 = '' OR run.learner IN " SAME_NAME ")"
    " ORDER BY run.started_utc_ms, run.id";

const char store_sql_shared[] =
    "SELECT sequence FROM shared"
    " WHERE run = ?1 AND place = ?2";

const char store_sql_keep_shared[] =
    "INSERT INTO shared (run, place, sequence)"
    " VALUES (?1, ?2, ?3)"
    " ON CONFLICT (run, place) DO UPDATE SET sequence = ?3";

const char store_sql_add_told[] =
    "INSERT INTO told (learner, activity, side, utc_ms)"
    " VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT DO NOTHING";

const char store_sql_told[] =
    "SELECT learner, activity, side, utc_ms FROM told"
    " WHERE learner IN " SAME_NAME
    " ORDER BY utc_ms, learner, activity, side";

const char store_sql_open_run[] =
    "SELECT " RUN_COLUMNS " FROM run"
    " WHERE id = (SELECT id FROM run"
    " WHERE learner IN " SAME_NAME
    " AND bank = ?2 AND session = ''"
    " ORDER BY started_utc_ms DESC, id DESC LIMIT 1)"
    " AND EXISTS (SELECT 1 FROM event WHERE event.run = run.id AND kind = 'answer')"
    " AND NOT EXISTS (SELECT 1 FROM event WHERE event.run = run.id AND kind = 'end')";

const char store_sql_schema[] =
    "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
    " ORDER BY type, name";

const char store_sql_prove_written[] =
    "PRAGMA application_id = 0x736d717a";

/* clang-format on */
