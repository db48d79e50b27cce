/* The log in an SQLite file: appending to it and reading it. */
#include "io/store_sqlite.h"

#include <stdlib.h>
#include <string.h>

#include "io/db.h"
#include "io/store_row.h"
#include "io/store_shared.h"
#include "io/store_told.h"
#include "io/store_upgrade.h"

struct store_sqlite {
    struct store store; /* first, so that a store * is a store_sqlite * */
    struct store_file file;
    struct db *db;
};

static struct db *db_of(struct store *s)
{
    return ((struct store_sqlite *)(void *)s)->db;
}

/* ---- writing ---- */

/* Steps a statement that gives no rows. */
static bool finish_write(struct db_query *q, struct err *e)
{
    bool row;
    bool ok = db_step(q, &row, e);
    db_finish(q);
    return ok;
}

static bool add_learner(struct db *db, const struct learner *learner, struct err *e)
{
    struct db_query q = db_prepare(db, store_sql_add_learner);
    db_bind_text(&q, learner->id);
    db_bind_text(&q, learner->name);
    return finish_write(&q, e);
}

static bool add_run(struct db *db, const struct run *run, struct err *e)
{
    struct db_query q = db_prepare(db, store_sql_add_run);
    store_row_put_run(&q, run);
    return finish_write(&q, e);
}

static bool insert_event(struct db *db, const struct event *event, struct err *e)
{
    struct db_query q = db_prepare(db, store_sql_add_event);
    store_row_put_event(&q, event);
    return finish_write(&q, e);
}

/* ---- reading ---- */

/* How much of runs and events is read. */
struct columns {
    const char *events; /* the statement: ?1 run -> its events in order */
    bool (*run)(struct db_query *q, struct run *run, struct arena *arena);
    bool (*event)(struct db_query *q, struct event *event, struct arena *arena);
};

static const struct columns all_columns = {store_sql_events, store_row_run, store_row_event};
/* Without what only an export needs: who plays waits for this at every start, and the whole rows
 * take more than twice as long. */
static const struct columns past_columns = {store_sql_past_events, store_row_past_run,
                                            store_row_past_event};

/* Room for the events of a run, kept for the next. */
struct event_room {
    struct event *events;
    size_t cap;
};

/* Reads the events of log->run with a prepared statement into the room, where log->events is then.
 */
static bool read_events(struct db_query *q, const struct columns *columns, struct run_log *log,
                        struct event_room *room, struct err *e)
{
    bool row = false, ok = true;
    log->count = 0;
    db_reset(q);
    db_bind_text(q, log->run.id);
    while ((ok = db_step(q, &row, e)) && row) {
        room->events = xgrow(room->events, log->count, &room->cap, sizeof *room->events);
        if (log->count == RUN_EVENTS_MAX ||
            !columns->event(q, &room->events[log->count], &log->arena))
            return db_damaged(q->db, e);
        log->count++;
    }
    log->events = room->events;
    return ok;
}

/* ---- the operations ---- */

static bool sqlite_find_learner(struct store *s, const char *name, struct learner *out, bool *found,
                                struct err *e)
{
    struct db_query q = db_prepare(db_of(s), store_sql_find_learner);
    db_bind_text(&q, name);
    *found = false;
    bool ok = db_step(&q, found, e);
    if (ok && *found) {
        *out = (struct learner){0};
        ok = store_row_id(&q, out->id) && uuid_valid(out->id);
        const char *text = db_text(&q);
        ok = ok && strlen(text) < sizeof out->name;
        if (ok)
            memcpy(out->name, text, strlen(text) + 1);
        else
            db_damaged(db_of(s), e);
    }
    db_finish(&q);
    return ok;
}

/* Adds the event unless the very same one is there already. */
static bool add_event(struct db *db, const struct event *event, struct err *e)
{
    if (!insert_event(db, event, e))
        return false;
    if (db_changes(db) > 0)
        return true;
    struct arena arena = {0};
    struct event there;
    bool row = false;
    struct db_query q = db_prepare(db, store_sql_event_at);
    db_bind_text(&q, event->run);
    db_bind_number(&q, event->sequence);
    bool ok = db_step(&q, &row, e);
    if (ok && row && !store_row_event(&q, &there, &arena))
        ok = db_damaged(db, e);
    else if (ok && (!row || !event_same(&there, event)))
        ok = store_refuse_taken(e);
    db_finish(&q);
    arena_free(&arena);
    return ok;
}

static bool sqlite_append(struct store *s, const struct learner *learner, const struct run *run,
                          const struct event *event, struct err *e)
{
    struct db *db = db_of(s);
    if (!store_valid(learner, run, event, e) || !db_begin(db, e))
        return false;
    bool ok = (!learner || add_learner(db, learner, e)) && (!run || add_run(db, run, e)) &&
              (!event || add_event(db, event, e));
    return db_end(db, ok, e);
}

/* Who is handed what: whole runs, or answers and, unless NULL, the flags before them. */
struct reader {
    const struct columns *columns;
    run_fn *run;
    flag_fn *flag;
    answer_fn *answer;
    void *context;
};

/* Reads the next column as the name of the run's learner. */
static bool read_learner(struct db_query *q, const struct run *run, struct learner *learner)
{
    const char *name = db_text(q);
    *learner = (struct learner){0};
    memcpy(learner->id, run->learner, sizeof learner->id);
    if (strlen(name) >= sizeof learner->name)
        return false;
    memcpy(learner->name, name, strlen(name) + 1);
    return true;
}

/* Reads the run in the current row of `runs` and hands out what the reader wants of it. */
static bool hand_out_run(struct db_query *runs, struct db_query *events, struct run_log *log,
                         struct event_room *room, const struct reader *reader, bool *more,
                         struct err *e)
{
    struct learner learner;
    if (!reader->columns->run(runs, &log->run, &log->arena) ||
        !read_learner(runs, &log->run, &learner))
        return db_damaged(runs->db, e);
    if (!read_events(events, reader->columns, log, room, e))
        return false;
    if (reader->run)
        *more = reader->run(log, &learner, reader->context);
    else
        *more = (!reader->flag || store_hand_out_flags(log, reader->flag, reader->context)) &&
                store_hand_out(log, learner.name, reader->answer, reader->context);
    return true;
}

/* Goes through the runs that a statement gives; finishes it. */
static bool each_run_of(struct db_query *runs, const struct reader *reader, struct err *e)
{
    enum { RUNS_AT_ONCE = 64 }; /* that share an arena: a new one for each would cost more */
    struct db_query events = db_prepare(runs->db, reader->columns->events);
    struct run_log log = {0};
    struct event_room room = {0};
    bool ok = true, row = false, more = true;
    for (int i = 1; more && (ok = db_step(runs, &row, e)) && row; i++) {
        ok = hand_out_run(runs, &events, &log, &room, reader, &more, e);
        if (!ok)
            break;
        if (i % RUNS_AT_ONCE == 0)
            run_log_free(&log);
    }
    run_log_free(&log);
    free(room.events);
    db_finish(&events);
    db_finish(runs);
    return ok;
}

/* Goes through the runs that `sql` gives, about the learner ?1 unless NULL. */
static bool each_run(struct db *db, const char *sql, const char *learner_id,
                     const struct reader *reader, struct err *e)
{
    struct db_query runs = db_prepare(db, sql);
    if (learner_id)
        db_bind_text(&runs, learner_id);
    return each_run_of(&runs, reader, e);
}

static bool sqlite_each_answer(struct store *s, const char *learner_id, answer_fn *fn,
                               void *context, struct err *e)
{
    const struct reader reader = {.columns = &all_columns, .answer = fn, .context = context};
    return each_run(db_of(s), learner_id ? store_sql_learner_runs : store_sql_runs, learner_id,
                    &reader, e);
}

static bool sqlite_each_past(struct store *s, const char *learner_id, answer_fn *fn, void *context,
                             struct err *e)
{
    const struct reader reader = {.columns = &past_columns, .answer = fn, .context = context};
    return each_run(db_of(s), learner_id ? store_sql_past_runs : store_sql_all_past_runs,
                    learner_id, &reader, e);
}

static bool sqlite_each_flag(struct store *s, flag_fn *flag, answer_fn *answer, void *context,
                             struct err *e)
{
    const struct reader reader = {
        .columns = &past_columns, .flag = flag, .answer = answer, .context = context};
    return each_run(db_of(s), store_sql_all_past_runs, NULL, &reader, e);
}

static bool sqlite_append_told(struct store *s, const struct told *told, size_t count,
                               struct err *e)
{
    return store_told_append(db_of(s), told, count, e);
}

static bool sqlite_each_told(struct store *s, const char *learner_id, told_fn *fn, void *context,
                             struct err *e)
{
    return store_told_each(db_of(s), learner_id, fn, context, e);
}

static bool sqlite_open_run(struct store *s, const char *learner_id, const char *bank_id,
                            struct run_log *out, bool *found, struct err *e)
{
    struct db *db = db_of(s);
    struct run_log log = {0};
    struct event_room room = {0};
    struct db_query run = db_prepare(db, store_sql_open_run);
    struct db_query events = db_prepare(db, store_sql_events);
    db_bind_text(&run, learner_id);
    db_bind_text(&run, bank_id);
    *found = false;
    bool ok = db_step(&run, found, e);
    if (ok && *found)
        ok = (store_row_run(&run, &log.run, &log.arena) || db_damaged(db, e)) &&
             read_events(&events, &all_columns, &log, &room, e);
    db_finish(&events);
    db_finish(&run);
    *found = ok && *found;
    if (*found) {
        log.events = arena_alloc(&log.arena, log.count * sizeof *log.events);
        if (room.events)
            memcpy(log.events, room.events, log.count * sizeof *log.events);
        *out = log;
    } else {
        run_log_free(&log);
    }
    free(room.events);
    return ok;
}

static bool sqlite_each_session_run(struct store *s, const char *session, const char *learner_id,
                                    run_fn *fn, void *context, struct err *e)
{
    const struct reader reader = {.columns = &all_columns, .run = fn, .context = context};
    struct db_query runs = db_prepare(db_of(s), store_sql_session_runs);
    db_bind_text(&runs, learner_id ? learner_id : "");
    db_bind_text(&runs, session ? session : "");
    return each_run_of(&runs, &reader, e);
}

static bool sqlite_shared_up_to(struct store *s, const char *run_id, const char *place,
                                int *sequence, struct err *e)
{
    return store_shared_up_to(db_of(s), run_id, place, sequence, e);
}

static bool sqlite_keep_shared(struct store *s, const char *run_id, const char *place, int sequence,
                               struct err *e)
{
    return store_shared_keep(db_of(s), run_id, place, sequence, e);
}

static void sqlite_close(struct store *s)
{
    struct store_sqlite *store = (struct store_sqlite *)(void *)s;
    db_close(store->db);
    store_file_release(&store->file);
    free(store);
}

struct store *store_sqlite_open_schema(const char *path, enum store_access access, int patience_ms,
                                       const struct store_schema *schema, struct err *e)
{
    static const struct store_ops ops = {
        .find_learner = sqlite_find_learner,
        .append = sqlite_append,
        .each_answer = sqlite_each_answer,
        .each_past = sqlite_each_past,
        .each_flag = sqlite_each_flag,
        .append_told = sqlite_append_told,
        .each_told = sqlite_each_told,
        .open_run = sqlite_open_run,
        .each_session_run = sqlite_each_session_run,
        .shared_up_to = sqlite_shared_up_to,
        .keep_shared = sqlite_keep_shared,
        .close = sqlite_close,
    };
    bool write = access == STORE_WRITE;
    struct store_sqlite *s = xcalloc(1, sizeof *s);
    s->store.ops = &ops;
    if (store_file_prepare(&s->file, path, write, e) &&
        (s->db =
             db_open(str_text(&s->file.path), str_text(&s->file.shown), write, patience_ms, e)) &&
        store_upgrade(s->db, &s->file, schema, write, e))
        return &s->store;
    sqlite_close(&s->store);
    return NULL;
}

struct store *store_sqlite_open(const char *path, enum store_access access, int patience_ms,
                                struct err *e)
{
    return store_sqlite_open_schema(path, access, patience_ms, store_schema(), e);
}
