/* Earlier answers, the columns a history is made of and no others: who plays waits for this at
 * every start, and reading the whole rows takes more than twice as long.  Flags count the same
 * answers. */
#include "io/store_past.h"

#include <stdlib.h>
#include <string.h>

#include "io/store_row.h"
#include "io/store_schema.h"

enum { DAY_MIN = 24 * 60 };

static bool read_run(struct db_query *q, struct run *run, struct arena *arena)
{
    *run = (struct run){.items = "", .session = "", .part = ""};
    if (!store_row_id(q, run->id))
        return false;
    run->mode = store_row_text(q, arena);
    run->rules = store_row_text(q, arena);
    run->bank = store_row_text(q, arena);
    run->started_utc_ms = db_number(q);
    return store_row_int(q, -DAY_MIN, DAY_MIN, &run->utc_offset_min);
}

/* Whether an event says what its kind must say, and no more than it may. */
static bool is_whole(const struct event *event)
{
    if (strlen(event->activity) > EVENT_ACTIVITY_MAX || strlen(event->note) > EVENT_NOTE_MAX)
        return false;
    if (event->kind == EVENT_ANSWER && (event->keyed == SIDE_NONE || event->choice == SIDE_NONE))
        return false;
    return *event->activity || event->kind == EVENT_END;
}

static bool read_event(struct db_query *q, struct event *event, struct arena *arena)
{
    int sure = 0;
    *event = (struct event){0};
    if (!event_kind_from_id(db_text(q), &event->kind))
        return false;
    event->activity = store_row_text(q, arena);
    if (!db_hex(q, &event->wording) || !store_row_side(q, &event->keyed) ||
        !store_row_side(q, &event->choice) || !store_row_int(q, 0, 1, &sure))
        return false;
    event->sure = sure == 1;
    event->utc_ms = db_number(q);
    if (!store_row_int(q, -DAY_MIN, DAY_MIN, &event->utc_offset_min))
        return false;
    event->note = store_row_text(q, arena);
    return is_whole(event);
}

/* The events of log->run; the array is kept from run to run. */
static bool read_events(struct db_query *q, struct run_log *log, size_t *cap, struct err *e)
{
    bool row = false, ok = true;
    log->count = 0;
    db_reset(q);
    db_bind_text(q, log->run.id);
    while ((ok = db_step(q, &row, e)) && row) {
        log->events = xgrow(log->events, log->count, cap, sizeof *log->events);
        if (log->count == RUN_EVENTS_MAX || !read_event(q, &log->events[log->count], &log->arena))
            return db_damaged(q->db, e);
        log->count++;
    }
    return ok;
}

/* Who is handed what; flags may be of no interest. */
struct past_reader {
    flag_fn *flag;
    answer_fn *answer;
    void *context;
};

/* Hands out the run in the current row of `runs`, of which *more says whether to go on. */
static bool hand_out(struct db_query *runs, struct db_query *events, struct run_log *log,
                     size_t *cap, const struct past_reader *to, bool *more, struct err *e)
{
    if (!read_run(runs, &log->run, &log->arena))
        return db_damaged(runs->db, e);
    const char *name = db_text(runs); /* stays, as this statement is not stepped meanwhile */
    if (!read_events(events, log, cap, e))
        return false;
    *more = (!to->flag || store_hand_out_flags(log, to->flag, to->context)) &&
            store_hand_out(log, name, to->answer, to->context);
    return true;
}

bool store_past_each(struct db *db, const char *learner_id, flag_fn *flag, answer_fn *answer,
                     void *context, struct err *e)
{
    enum { RUNS_AT_ONCE = 64 }; /* that share an arena */
    const struct past_reader to = {flag, answer, context};
    struct db_query runs =
        db_prepare(db, learner_id ? store_sql_past_runs : store_sql_all_past_runs);
    struct db_query events = db_prepare(db, store_sql_past_events);
    struct run_log log = {0};
    size_t cap = 0;
    bool ok = true, row = false, more = true;
    if (learner_id)
        db_bind_text(&runs, learner_id);
    for (int i = 1; more && (ok = db_step(&runs, &row, e)) && row; i++) {
        ok = hand_out(&runs, &events, &log, &cap, &to, &more, e);
        if (!ok)
            break;
        if (i % RUNS_AT_ONCE == 0)
            arena_free(&log.arena);
    }
    free(log.events);
    arena_free(&log.arena);
    db_finish(&events);
    db_finish(&runs);
    return ok;
}
