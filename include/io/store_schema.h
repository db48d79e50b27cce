/* The tables of the log's file, as data: one migration a version.  io; no library.
 * 64-bit hashes and seeds are 16 lower-case hexadecimal digits: SQLite's integers are signed, and
 * many readers of JSON and CSV round numbers above 2^53.  Times are milliseconds since 1970. */
#ifndef SMQ_IO_STORE_SCHEMA_H
#define SMQ_IO_STORE_SCHEMA_H

/* The ladder of versions.  steps[v] takes a file from version v (0 is empty) to v + 1, and ends
 * with the statement that says so in the file's user_version.  Steps are only ever added. */
struct store_schema {
    const char *const *steps;
    int version; /* how many steps there are: the version this program writes */
};

/* The ladder this program has; constant. */
const struct store_schema *store_schema(void);

/* "smqz", in SQLite's application_id: the mark of our files. */
#define STORE_APPLICATION_ID 0x736d717a

/* Statements over the newest version.  Columns stand in the order of the fields of struct run,
 * struct event and struct told (core/event.h). */
extern const char store_sql_find_learner[]; /* ?1 name -> id, name */
extern const char store_sql_add_learner[];  /* ?1 id, ?2 name */
extern const char store_sql_add_run[];      /* ?1 … ?12: the fields of struct run */
extern const char store_sql_add_event[];    /* ?1 … ?13: the fields of struct event */
extern const char store_sql_event_at[];     /* ?1 run, ?2 sequence -> the fields of an event */
extern const char store_sql_events[];       /* ?1 run -> its events in order */
extern const char store_sql_runs[];         /* -> the fields of every run, the learner's name */
extern const char store_sql_learner_runs[]; /* ?1 learner -> the same of all of that name */
/* ?1 learner -> id, mode, rules, bank and start of each run of all of that name, as above, and "";
 * the same of all runs, and the learner's name; ?1 run -> of its events kind, activity, wording,
 * keyed, choice, sure, time, note */
extern const char store_sql_past_runs[];
extern const char store_sql_all_past_runs[];
extern const char store_sql_past_events[];
/* ?1 learner, ?2 session, either "" for all -> as store_sql_runs, of runs of sessions */
extern const char store_sql_session_runs[];
extern const char store_sql_shared[];        /* ?1 run, ?2 place -> sequence */
extern const char store_sql_keep_shared[];   /* ?1 run, ?2 place, ?3 sequence */
extern const char store_sql_add_told[];      /* ?1 … ?4: the fields of struct told */
extern const char store_sql_told[];          /* ?1 learner -> what all of that name were told */
extern const char store_sql_open_run[];      /* ?1 learner, ?2 bank -> the fields of a run */
extern const char store_sql_schema[];        /* -> type, name, sql of everything in the file */
extern const char store_sql_prove_written[]; /* a write that changes nothing */

#endif
