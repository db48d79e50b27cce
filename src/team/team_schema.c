/* The tables of the team's database and the statements over them, as data. */
#include "team/team_schema.h"

#include <stddef.h>

/* clang-format off */

/* ---- version 1 ---- */

#define HASH_COLUMN(name) #name " text NOT NULL CHECK (" #name " ~ '^[0-9a-f]{16}$')"
#define OFFSET_COLUMN \
    "utc_offset_min integer NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440)"
#define ROLE_COLUMN(name) #name " name NOT NULL DEFAULT session_user"
#define TIME_COLUMN(name) #name " timestamptz NOT NULL DEFAULT clock_timestamp()"

static const char tables_1[] =
    "CREATE TABLE smquiz.version ("
    " version integer PRIMARY KEY,"
    " " TIME_COLUMN(since)
    ");"

    "CREATE TABLE smquiz.session ("
    " code text PRIMARY KEY CHECK (code ~ '^[a-z-]{1,31}$'),"
    " title text NOT NULL CHECK (octet_length(title) <= 240),"
    " text text NOT NULL CHECK (octet_length(text) BETWEEN 1 AND 16777216),"
    " part text NOT NULL DEFAULT 'none'"
    "  CHECK (part IN ('none', 'before', 'practice', 'after')),"
    " " ROLE_COLUMN(trainer) ","
    " " TIME_COLUMN(created)
    ");"

    /* one table of names for each owner: nobody can take the id of somebody else's learner */
    "CREATE TABLE smquiz.learner ("
    " id uuid NOT NULL,"
    " name text NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 128),"
    " " ROLE_COLUMN(owner) ","
    " " TIME_COLUMN(received) ","
    " PRIMARY KEY (id, owner)"
    ");"

    "CREATE TABLE smquiz.run ("
    " id uuid PRIMARY KEY,"
    " learner uuid NOT NULL,"
    " mode text NOT NULL CHECK (octet_length(mode) BETWEEN 1 AND 32),"
    " rules text NOT NULL CHECK (octet_length(rules) <= 16384),"
    " " HASH_COLUMN(seed) ","
    " bank text NOT NULL CHECK (octet_length(bank) BETWEEN 1 AND 128),"
    " " HASH_COLUMN(fingerprint) ","
    " items text NOT NULL CHECK (octet_length(items) <= 65536),"
    " session text NOT NULL REFERENCES smquiz.session (code),"
    " part text NOT NULL CHECK (part IN ('before', 'practice', 'after', '')),"
    " started_utc_ms bigint NOT NULL,"
    " " OFFSET_COLUMN ","
    " " ROLE_COLUMN(owner) ","
    " source text NOT NULL CHECK (source IN ('played', 'code', 'sheet', 'room')),"
    " " TIME_COLUMN(received) ","
    " UNIQUE (id, owner),"
    " FOREIGN KEY (learner, owner) REFERENCES smquiz.learner (id, owner)"
    ");"
    "CREATE INDEX run_by_session ON smquiz.run (session);"
    "CREATE INDEX run_by_owner ON smquiz.run (owner);"
    "CREATE INDEX run_by_learner ON smquiz.run (learner, owner);"

    /* the foreign key takes the owner along: no event of one in a run of another */
    "CREATE TABLE smquiz.event ("
    " id uuid NOT NULL UNIQUE,"
    " run uuid NOT NULL,"
    " sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 1000000),"
    " kind text NOT NULL CHECK (kind IN ('answer', 'strike', 'flag', 'end')),"
    " activity text NOT NULL"
    "  CHECK (octet_length(activity) <= 256 AND (activity <> '' OR kind = 'end')),"
    " " HASH_COLUMN(wording) ","
    " keyed text NOT NULL CHECK (keyed IN ('sales', 'marketing', '')),"
    " choice text NOT NULL CHECK (choice IN ('sales', 'marketing', '')),"
    " sure boolean NOT NULL,"
    " elapsed_ms bigint NOT NULL DEFAULT 0 CHECK (elapsed_ms = 0)," /* times are not shared */
    " utc_ms bigint NOT NULL,"
    " " OFFSET_COLUMN ","
    " note text NOT NULL CHECK (octet_length(note) <= 200),"
    " " ROLE_COLUMN(owner) ","
    " " TIME_COLUMN(received) ","
    " PRIMARY KEY (run, sequence),"
    " FOREIGN KEY (run, owner) REFERENCES smquiz.run (id, owner),"
    " CHECK (kind <> 'answer' OR (keyed <> '' AND choice <> ''))"
    ");";

/* What the policies ask of other tables they ask through these, with the owner's rights: a policy
 * that reads a table with policies of its own may go round in a circle. */
#define DEFINER " SECURITY DEFINER SET search_path = pg_catalog, smquiz, pg_temp AS $$ "
#define HELPER(signature, type) \
    "CREATE FUNCTION smquiz." signature " RETURNS " type " LANGUAGE sql STABLE" DEFINER

static const char helpers_1[] =
    HELPER("sessions_i_train()", "SETOF text")
    "SELECT code FROM smquiz.session WHERE trainer = session_user $$;"

    HELPER("runs_i_train()", "SETOF uuid")
    "SELECT run.id FROM smquiz.run JOIN smquiz.session ON session.code = run.session"
    " WHERE session.trainer = session_user $$;"

    HELPER("learners_i_train()", "TABLE (learner uuid, owner name)")
    "SELECT DISTINCT run.learner, run.owner FROM smquiz.run"
    " JOIN smquiz.session ON session.code = run.session"
    " WHERE session.trainer = session_user $$;"

    "REVOKE ALL ON FUNCTION smquiz.sessions_i_train(), smquiz.runs_i_train(),"
    " smquiz.learners_i_train() FROM PUBLIC;"
    "GRANT EXECUTE ON FUNCTION smquiz.sessions_i_train(), smquiz.runs_i_train(),"
    " smquiz.learners_i_train() TO smquiz_trainer;";

/* One notification a session and statement; the payload is the code alone, for everybody can
 * listen.  A run without its second event is no run: gaps are refused here. */
#define TRIGGER_FUNCTION(name) \
    "CREATE FUNCTION smquiz." name "() RETURNS trigger LANGUAGE plpgsql" DEFINER
#define TRIGGER(what, table, function) \
    "CREATE TRIGGER told AFTER " what " ON smquiz." table \
    " REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION smquiz." function "();"

static const char triggers_1[] =
    TRIGGER_FUNCTION("session_told")
    "BEGIN"
    " PERFORM pg_notify('smquiz', a.code) FROM added a;"
    " RETURN NULL; "
    "END $$;"
    TRIGGER("INSERT", "session", "session_told")
    "CREATE TRIGGER told_again AFTER UPDATE ON smquiz.session"
    " REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION smquiz.session_told();"

    TRIGGER_FUNCTION("run_told")
    "BEGIN"
    " PERFORM pg_notify('smquiz', c.code) FROM (SELECT DISTINCT a.session AS code FROM added a) c;"
    " RETURN NULL; "
    "END $$;"
    TRIGGER("INSERT", "run", "run_told")

    TRIGGER_FUNCTION("event_told")
    "BEGIN"
    " IF EXISTS (SELECT FROM smquiz.event e WHERE e.run IN (SELECT a.run FROM added a)"
    "   GROUP BY e.run HAVING count(*) <> max(e.sequence)) THEN"
    "  RAISE EXCEPTION 'an event is missing before these' USING ERRCODE = 'check_violation';"
    " END IF;"
    " PERFORM pg_notify('smquiz', c.code) FROM (SELECT DISTINCT r.session AS code"
    "   FROM smquiz.run r WHERE r.id IN (SELECT a.run FROM added a)) c;"
    " RETURN NULL; "
    "END $$;"
    TRIGGER("INSERT", "event", "event_told")
    "REVOKE ALL ON FUNCTION smquiz.session_told(), smquiz.run_told(), smquiz.event_told()"
    " FROM PUBLIC;";

static const char policies_1[] =
    "ALTER TABLE smquiz.session ENABLE ROW LEVEL SECURITY;"
    "ALTER TABLE smquiz.learner ENABLE ROW LEVEL SECURITY;"
    "ALTER TABLE smquiz.run ENABLE ROW LEVEL SECURITY;"
    "ALTER TABLE smquiz.event ENABLE ROW LEVEL SECURITY;"

    "CREATE POLICY seen ON smquiz.session FOR SELECT"
    " TO smquiz_participant, smquiz_trainer USING (true);"
    "CREATE POLICY made ON smquiz.session FOR INSERT"
    " TO smquiz_trainer WITH CHECK (trainer = session_user);"
    "CREATE POLICY opened ON smquiz.session FOR UPDATE"
    " TO smquiz_trainer USING (trainer = session_user) WITH CHECK (trainer = session_user);"

    "CREATE POLICY added ON smquiz.learner FOR INSERT"
    " TO smquiz_participant, smquiz_trainer WITH CHECK (owner = session_user);"
    "CREATE POLICY own ON smquiz.learner FOR SELECT"
    " TO smquiz_participant, smquiz_trainer USING (owner = session_user);"
    "CREATE POLICY trained ON smquiz.learner FOR SELECT TO smquiz_trainer"
    " USING ((id, owner) IN (SELECT t.learner, t.owner FROM smquiz.learners_i_train() t));"

    "CREATE POLICY played ON smquiz.run FOR INSERT"
    " TO smquiz_participant WITH CHECK (owner = session_user AND source = 'played');"
    "CREATE POLICY entered ON smquiz.run FOR INSERT TO smquiz_trainer"
    " WITH CHECK (owner = session_user"
    "  AND session IN (SELECT smquiz.sessions_i_train()));"
    "CREATE POLICY own ON smquiz.run FOR SELECT"
    " TO smquiz_participant, smquiz_trainer USING (owner = session_user);"
    "CREATE POLICY trained ON smquiz.run FOR SELECT TO smquiz_trainer"
    " USING (session IN (SELECT smquiz.sessions_i_train()));"

    "CREATE POLICY added ON smquiz.event FOR INSERT"
    " TO smquiz_participant, smquiz_trainer WITH CHECK (owner = session_user);"
    "CREATE POLICY own ON smquiz.event FOR SELECT"
    " TO smquiz_participant, smquiz_trainer USING (owner = session_user);"
    "CREATE POLICY trained ON smquiz.event FOR SELECT TO smquiz_trainer"
    " USING (run IN (SELECT smquiz.runs_i_train()));";

/* Nothing lets anybody update or delete runs and events; owner and received cannot be given. */
static const char grants_1[] =
    "CREATE VIEW smquiz.named_run WITH (security_invoker = true) AS"
    " SELECT run.*, learner.name FROM smquiz.run"
    " JOIN smquiz.learner ON learner.id = run.learner AND learner.owner = run.owner;"

    "GRANT USAGE ON SCHEMA smquiz TO smquiz_participant, smquiz_trainer;"
    "GRANT SELECT ON smquiz.version, smquiz.learner, smquiz.run, smquiz.event, smquiz.named_run"
    " TO smquiz_participant, smquiz_trainer;"
    "GRANT SELECT (code, title, text, part, created) ON smquiz.session TO smquiz_participant;"
    "GRANT SELECT, INSERT (code, title, text), UPDATE (part) ON smquiz.session TO smquiz_trainer;"
    "GRANT INSERT (id, name) ON smquiz.learner TO smquiz_participant, smquiz_trainer;"
    "GRANT INSERT (id, learner, mode, rules, seed, bank, fingerprint, items, session, part,"
    " started_utc_ms, utc_offset_min, source) ON smquiz.run TO smquiz_participant, smquiz_trainer;"
    "GRANT INSERT (id, run, sequence, kind, activity, wording, keyed, choice, sure, utc_ms,"
    " utc_offset_min, note) ON smquiz.event TO smquiz_participant, smquiz_trainer;";

static const char *const version_1[] = {
    tables_1, helpers_1, triggers_1, policies_1, grants_1, NULL};

static const char *const *const steps[] = {version_1};

const struct team_schema *team_schema(void)
{
    static const struct team_schema schema = {
        .steps = steps,
        .version = (int)(sizeof steps / sizeof steps[0]),
    };
    return &schema;
}

/* ---- looking after it ---- */

const char team_sql_lock[] = "SELECT pg_advisory_xact_lock(1936552314)"; /* "smqz" */

/* Who is no superuser has to belong to the owner for a while, to give it something. */
const char team_sql_set_up[] =
    "DO $$"
    "DECLARE"
    " role text;"
    "BEGIN"
    " FOREACH role IN ARRAY ARRAY['smquiz_owner', 'smquiz_participant', 'smquiz_trainer'] LOOP"
    "  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN"
    "   EXECUTE format('CREATE ROLE %I NOLOGIN', role);"
    "  END IF;"
    " END LOOP;"
    " IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = session_user) THEN"
    "  EXECUTE format('GRANT smquiz_owner TO %I', session_user);"
    " END IF;"
    " IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'smquiz') THEN"
    "  CREATE SCHEMA smquiz AUTHORIZATION smquiz_owner;"
    "  EXECUTE format('GRANT CONNECT ON DATABASE %I TO smquiz_participant, smquiz_trainer',"
    "   current_database());"
    " END IF;"
    "END $$";

const char team_sql_become[] = "SET LOCAL ROLE smquiz_owner";

const char team_sql_resign[] =
    "RESET ROLE;"
    "DO $$"
    "BEGIN"
    " IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = session_user) THEN"
    "  EXECUTE format('REVOKE smquiz_owner FROM %I', session_user);"
    " END IF;"
    "END $$";

const char team_sql_reached[] = "INSERT INTO smquiz.version (version) VALUES ($1)";

const char team_sql_exists[] =
    "SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'smquiz' AND c.relname = 'version'";

const char team_sql_version[] = "SELECT max(version) FROM smquiz.version";

const char team_sql_encoding[] = "SHOW server_encoding";

const char team_sql_counts[] =
    "SELECT (SELECT count(*) FROM smquiz.session), (SELECT count(*) FROM smquiz.run),"
    " (SELECT count(*) FROM smquiz.event)";

const char team_sql_people[] =
    "SELECT count(*) FILTER (WHERE g.rolname = 'smquiz_participant'),"
    " count(*) FILTER (WHERE g.rolname = 'smquiz_trainer')"
    " FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid";

const char team_sql_has_role[] = "SELECT FROM pg_catalog.pg_roles WHERE rolname = $1";

/* ---- sessions ---- */

const char team_sql_add_session[] =
    "INSERT INTO smquiz.session (code, title, text) VALUES ($1, $2, $3)";

const char team_sql_codes[] =
    "SELECT code FROM smquiz.session ORDER BY created DESC, code";

const char team_sql_session[] = "SELECT text, part FROM smquiz.session WHERE code = $1";

const char team_sql_has_session[] = "SELECT FROM smquiz.session WHERE code = $1";

const char team_sql_sessions[] =
    "SELECT code, title, part, (extract(epoch FROM created) * 1000)::bigint"
    " FROM smquiz.session ORDER BY created DESC, code";

const char team_sql_open_part[] =
    "UPDATE smquiz.session SET part = $2 WHERE code = $1 RETURNING code";

const char team_sql_listen[] = "LISTEN smquiz";

/* ---- runs ---- */

const char team_sql_add_learner[] =
    "INSERT INTO smquiz.learner (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING";

#define RUN_COLUMNS \
    "id, learner, mode, rules, seed, bank, fingerprint, items, session, part," \
    " started_utc_ms, utc_offset_min"

const char team_sql_add_run[] =
    "INSERT INTO smquiz.run (" RUN_COLUMNS ", source)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING";

const char team_sql_own_run[] =
    "SELECT learner, session, part, items FROM smquiz.run WHERE id = $1 AND owner = session_user";

const char team_sql_add_events[] =
    "INSERT INTO smquiz.event (id, run, sequence, kind, activity, wording, keyed, choice, sure,"
    " utc_ms, utc_offset_min, note)"
    " SELECT a.id, $12::uuid, a.sequence, a.kind, a.activity, a.wording, a.keyed, a.choice, a.sure,"
    " a.utc_ms, a.utc_offset_min, a.note"
    " FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[],"
    " $7::text[], $8::boolean[], $9::bigint[], $10::integer[], $11::text[])"
    " AS a (id, sequence, kind, activity, wording, keyed, choice, sure, utc_ms, utc_offset_min,"
    " note) ON CONFLICT DO NOTHING";

#define EVENT_COLUMNS \
    "event.id, event.run, event.sequence, event.kind, event.activity, event.wording," \
    " event.keyed, event.choice, event.sure, event.utc_ms, event.utc_offset_min, event.note"

const char team_sql_own_events[] =
    "SELECT " EVENT_COLUMNS " FROM smquiz.event"
    " WHERE run = $1 AND owner = session_user AND sequence > $2 ORDER BY sequence";

const char team_sql_runs[] =
    "SELECT owner, source, learner, name, " RUN_COLUMNS
    " FROM smquiz.named_run WHERE session = $1 ORDER BY id";

const char team_sql_events[] =
    "SELECT " EVENT_COLUMNS " FROM smquiz.event JOIN smquiz.run ON run.id = event.run"
    " WHERE run.session = $1 ORDER BY event.run, event.sequence";

/* clang-format on */
