/* The tables of the team's database, as data: one migration a version; and the statements over
 * them. team; no library. Learners, runs and events are the rows of the log (io/store_schema.h)
 * under the same names, with what only a database shared by many needs: `owner`, the role that
 * added the row; `source`, how the answers came; `received`, the server's time.  Whose a row is
 * says `session_user` alone, which nobody can set; columns that say so cannot be given.
 *
 * Everything belongs to smquiz_owner, as whom nobody logs in.  What the groups smquiz_participant
 * and smquiz_trainer may do is said by column grants and row-level security:
 *   participants see sessions, add runs of their own, and read those;
 *   trainers make sessions, open parts of their own ones, read all runs of those, and add to them
 *     what they typed in;
 *   nobody changes or removes a run or an event. */
#ifndef SMQ_TEAM_TEAM_SCHEMA_H
#define SMQ_TEAM_TEAM_SCHEMA_H

/* The ladder of versions.  steps[v] is a list of statements, ended by NULL, that takes a database
 * from version v (0 has no tables) to v + 1.  Steps are only ever added. */
struct team_schema {
    const char *const *const *steps;
    int version; /* how many steps there are: the version this program writes */
};

/* The ladder this program has; constant. */
const struct team_schema *team_schema(void);

extern const char team_sql_lock[];     /* so that one climbs at a time; ends with the transaction */
extern const char team_sql_set_up[];   /* the roles and the schema, where missing */
extern const char team_sql_become[];   /* goes on as smquiz_owner, until the transaction's end */
extern const char team_sql_resign[];   /* gives back what was taken for that */
extern const char team_sql_reached[];  /* $1: keeps that the tables are of this version */
extern const char team_sql_exists[];   /* -> a row when the tables are there */
extern const char team_sql_version[];  /* -> the version of the tables */
extern const char team_sql_encoding[]; /* -> the database's encoding */
extern const char team_sql_counts[];   /* -> sessions, runs, events */
extern const char team_sql_people[];   /* -> participants, trainers */
extern const char team_sql_has_role[]; /* $1 name -> a row when there is such a role */

extern const char team_sql_add_session[]; /* $1 code, $2 title, $3 text */
extern const char team_sql_codes[];       /* -> code, the newest first */
extern const char team_sql_session[];     /* $1 code -> text, part */
extern const char team_sql_has_session[]; /* $1 code -> a row when there is such a session */
extern const char team_sql_sessions[];    /* -> code, title, part, created in ms, newest first */
extern const char team_sql_open_part[];   /* $1 code, $2 part -> code when it is the caller's */
extern const char team_sql_listen[];      /* from now on hear of sessions: the payload is a code */
#define TEAM_PART_NONE "none"             /* no part is open */

extern const char team_sql_add_learner[]; /* $1 id, $2 name */
extern const char team_sql_add_run[];     /* $1 … $12: the fields of struct run, $13 source */
extern const char team_sql_own_run[];     /* $1 id -> learner, session, part, items */
extern const char team_sql_add_events[];  /* $1 … $11: arrays, the fields of struct event, without
                                             run and elapsed_ms; $12 run */
extern const char team_sql_own_events[];  /* $1 run, $2 -> the fields of struct event, without
                                             elapsed_ms, of those behind sequence $2 */
extern const char team_sql_runs[];        /* $1 session -> owner, source, the learner's id and name,
                                             the fields of struct run behind them; by id */
extern const char team_sql_events[];      /* $1 session -> the same of all runs; by run */

#endif
