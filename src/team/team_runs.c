/* Runs to the team's database, in one transaction each, and from it. */
#include "team/team_runs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/session.h"
#include "core/text.h"
#include "team/team_row.h"
#include "team/team_schema.h"

/* Events of one statement; a number as text; how much of an owner's name a complaint shows. */
enum { BATCH = 500, NUMBER_SIZE = 24, OWNER_SHOWN = 64 };

/* ---- push ---- */

static bool add_learner(struct team_db *db, const struct learner *learner, struct err *e)
{
    struct team_args args = {{learner->id, learner->name}, 2};
    return team_db_query(db, team_sql_add_learner, &args, NULL, e);
}

static bool add_run(struct team_db *db, const struct shared_run *shared, struct err *e)
{
    const struct run *run = &shared->run;
    char seed[TEAM_HEX_SIZE], fingerprint[TEAM_HEX_SIZE];
    char started[NUMBER_SIZE], offset[NUMBER_SIZE];
    team_row_hex(seed, run->seed);
    team_row_hex(fingerprint, run->fingerprint);
    snprintf(started, sizeof started, "%" PRId64, run->started_utc_ms);
    snprintf(offset, sizeof offset, "%d", run->utc_offset_min);
    struct team_args args = {{run->id, run->learner, run->mode, run->rules, seed, run->bank,
                              fingerprint, run->items, run->session, run->part, started, offset,
                              source_id(shared->source)},
                             13};
    return team_db_query(db, team_sql_add_run, &args, NULL, e);
}

/* That a run of this id was there, and nothing was added, looks like success: what counts is what
 * the server shows as ours. */
static bool check_own(struct team_db *db, const struct run *run, struct err *e)
{
    struct team_args args = {{run->id}, 1};
    struct team_rows rows;
    if (!team_db_query(db, team_sql_own_run, &args, &rows, e))
        return false;
    bool own = rows.count == 1;
    const char *const fields[] = {run->learner, run->session, run->part, run->items};
    for (int i = 0; own && i < (int)ARRAY_LEN(fields); i++)
        own = strcmp(team_rows_text(&rows, 0, i), fields[i]) == 0;
    team_rows_free(&rows);
    return own || err_set(e, STATUS_DATA,
                          _("%s has another run of this id, or of somebody else; nothing was added "
                            "to it."),
                          team_db_shown(db));
}

/* Counts on in *stored how many events behind it the server shows as they are here; *same says
 * whether nothing else is there. */
static bool read_back(struct team_db *db, const struct shared_run *run, int *stored, bool *same,
                      struct err *e)
{
    char above[NUMBER_SIZE];
    struct team_args args = {{run->run.id, above}, 2};
    struct team_rows rows;
    *same = true;
    snprintf(above, sizeof above, "%d", *stored);
    if (!team_db_query(db, team_sql_own_events, &args, &rows, e))
        return false;
    struct arena arena = {0};
    for (int i = 0; *same && i < rows.count && (size_t)*stored < run->count; i++) {
        const char *fault;
        struct event there, here = run->events[*stored];
        here.elapsed_ms = 0;
        *same = team_row_event(&rows, i, *stored + 1, &arena, &there, &fault) &&
                event_same(&there, &here);
        *stored += *same;
    }
    arena_free(&arena);
    team_rows_free(&rows);
    return true;
}

/* How far the server knows the run; another one of the same id is not added to. */
static bool find_known(struct team_db *db, const struct shared_run *run, int *known, struct err *e)
{
    bool same;
    if (!check_own(db, &run->run, e) || !read_back(db, run, known, &same, e))
        return false;
    return same || err_set(e, STATUS_DATA,
                           _("%s has this run already, but it says something else there; nothing "
                             "was added to it."),
                           team_db_shown(db));
}

static bool add_batch(struct team_db *db, const struct shared_run *run, size_t from, size_t to,
                      struct err *e)
{
    struct team_arrays arrays = {0};
    struct team_args args = {.count = 0};
    for (size_t i = from; i < to; i++)
        team_arrays_add(&arrays, &run->events[i]);
    team_arrays_end(&arrays, &args);
    args.values[args.count++] = run->run.id;
    bool ok = team_db_query(db, team_sql_add_events, &args, NULL, e);
    team_arrays_free(&arrays);
    return ok;
}

static bool add_events(struct team_db *db, const struct shared_run *run, int known, struct err *e)
{
    bool ok = true;
    for (size_t from = (size_t)known; ok && from < run->count; from += BATCH)
        ok = add_batch(db, run, from, from + BATCH < run->count ? from + BATCH : run->count, e);
    return ok;
}

/* The one thing that can be missing when a run is added is its session. */
static bool fail_session(const char *code, struct err *e)
{
    struct str shown = {0};
    text_show(&shown, code, SESSION_CODE_SIZE);
    err_set(e, STATUS_NO_INPUT, _("There is no session %s there."), str_text(&shown));
    str_free(&shown);
    return false;
}

bool team_runs_push(struct team_db *db, const struct shared_run *run, int *stored, struct err *e)
{
    const char *missing = "23503";
    int known = 0;
    bool same;
    *stored = 0;
    team_db_forget_state(db);
    if (!team_db_run(db, "BEGIN", e))
        return false;
    bool ok = add_learner(db, &run->learner, e) && add_run(db, run, e) &&
              find_known(db, run, &known, e) && add_events(db, run, known, e);
    if (!team_db_end(db, ok, e))
        return strcmp(team_db_state(db), missing) == 0 ? fail_session(run->run.session, e) : false;
    *stored = known;
    return read_back(db, run, stored, &same, e);
}

/* ---- each_run ---- */

/* Both answers, ordered by run, read side by side. */
struct reading {
    struct team_db *db;
    struct team_rows runs, events;
    int event; /* the next row of events */
    const char *code;
    struct faults *refused;
};

static void refuse(struct reading *r, int row, const char *fault)
{
    struct str id = {0}, owner = {0};
    text_show(&owner, team_rows_text(&r->runs, row, 0), OWNER_SHOWN);
    text_show(&id, team_rows_text(&r->runs, row, 4), UUID_SIZE);
    faults_add(r->refused, FAULT_ERROR, (struct place){team_db_shown(r->db), 0},
               /* TRANSLATORS: a run's id, a person, and what is wrong with it. */
               _("run %s of %s: not taken: %s"), str_text(&id), str_text(&owner), _(fault));
    str_free(&id);
    str_free(&owner);
}

/* Where the events of the run of this row begin and end; ids sort as texts as they do there. */
static void find_events(struct reading *r, int row, int *first, int *end)
{
    const char *id = team_rows_text(&r->runs, row, 4);
    const struct team_rows *events = &r->events;
    while (r->event < events->count && strcmp(team_rows_text(events, r->event, 1), id) < 0)
        r->event++;
    *first = r->event;
    while (r->event < events->count && strcmp(team_rows_text(events, r->event, 1), id) == 0)
        r->event++;
    *end = r->event;
}

static bool read_run(struct reading *r, int row, struct arena *arena, struct shared_run *run)
{
    const char *fault = NULL;
    int first, end;
    find_events(r, row, &first, &end);
    bool ok = team_row_run(&r->runs, row, r->code, arena, run, &fault);
    run->events = arena_alloc(arena, (size_t)(end - first + 1) * sizeof *run->events);
    for (int i = first; ok && i < end; i++) {
        ok = team_row_event(&r->events, i, i - first + 1, arena, &run->events[run->count], &fault);
        run->count++;
    }
    if (!ok)
        refuse(r, row, fault);
    return ok;
}

static void hand_out(struct reading *r, shared_run_fn *fn, void *context)
{
    bool more = true;
    for (int row = 0; more && row < r->runs.count; row++) {
        struct arena arena = {0};
        struct shared_run run;
        if (read_run(r, row, &arena, &run))
            more = fn(&run, context);
        arena_free(&arena);
    }
}

/* Events are asked for after the runs: what was added in between is passed over. */
bool team_runs_each(struct team_db *db, const char *code, shared_run_fn *fn, void *context,
                    struct faults *refused, struct err *e)
{
    struct team_args args = {{code}, 1};
    struct reading r = {.db = db, .code = code, .refused = refused};
    struct team_rows session;
    if (!team_db_query(db, team_sql_has_session, &args, &session, e))
        return false;
    bool there = session.count > 0;
    team_rows_free(&session);
    if (!there)
        return fail_session(code, e);
    if (!team_db_query(db, team_sql_runs, &args, &r.runs, e))
        return false;
    bool ok = team_db_query(db, team_sql_events, &args, &r.events, e);
    if (ok) {
        hand_out(&r, fn, context);
        team_rows_free(&r.events);
    }
    team_rows_free(&r.runs);
    return ok;
}
