/* Rows of the log's SQLite file, column by column, as if an enemy wrote them. */
#include "io/store_row.h"

#include <limits.h>
#include <string.h>

const char *store_row_text(struct db_query *q, struct arena *arena)
{
    const char *text = db_text(q);
    return arena_copy(arena, text, strlen(text));
}

bool store_row_id(struct db_query *q, char id[UUID_SIZE])
{
    const char *text = db_text(q);
    if (strlen(text) != UUID_SIZE - 1)
        return false;
    memcpy(id, text, UUID_SIZE);
    return true;
}

bool store_row_int(struct db_query *q, int least, int most, int *number)
{
    int64_t wide = db_number(q);
    *number = wide < least || wide > most ? least : (int)wide;
    return wide >= least && wide <= most;
}

bool store_row_side(struct db_query *q, enum side *side)
{
    const char *text = db_text(q);
    *side = side_from_id(text);
    return *side != SIDE_NONE || !*text;
}

/* The columns that say when: a time and its offset. */
static bool read_start(struct db_query *q, struct run *run)
{
    run->started_utc_ms = db_number(q);
    return store_row_int(q, -UTC_OFFSET_MAX, UTC_OFFSET_MAX, &run->utc_offset_min);
}

bool store_row_run(struct db_query *q, struct run *run, struct arena *arena)
{
    bool ok = store_row_id(q, run->id) && store_row_id(q, run->learner) && uuid_valid(run->id) &&
              uuid_valid(run->learner);
    if (!ok)
        return false;
    run->mode = store_row_text(q, arena);
    run->rules = store_row_text(q, arena);
    ok = db_hex(q, &run->seed);
    run->bank = store_row_text(q, arena);
    ok = ok && db_hex(q, &run->fingerprint);
    run->items = store_row_text(q, arena);
    run->session = store_row_text(q, arena);
    run->part = store_row_text(q, arena);
    return ok && read_start(q, run);
}

bool store_row_past_run(struct db_query *q, struct run *run, struct arena *arena)
{
    *run = (struct run){.items = "", .session = "", .part = ""};
    if (!store_row_id(q, run->id))
        return false;
    run->mode = store_row_text(q, arena);
    run->rules = store_row_text(q, arena);
    run->bank = store_row_text(q, arena);
    return read_start(q, run);
}

/* What happened, to what, and how it was answered. */
static bool read_said(struct db_query *q, struct event *event, struct arena *arena)
{
    int sure = 0;
    if (!event_kind_from_id(db_text(q), &event->kind))
        return false;
    event->activity = store_row_text(q, arena);
    bool ok = db_hex(q, &event->wording) && store_row_side(q, &event->keyed) &&
              store_row_side(q, &event->choice) && store_row_int(q, 0, 1, &sure);
    event->sure = sure == 1;
    return ok;
}

/* When, and a note. */
static bool read_end(struct db_query *q, struct event *event, struct arena *arena)
{
    event->utc_ms = db_number(q);
    if (!store_row_int(q, INT_MIN, INT_MAX, &event->utc_offset_min))
        return false;
    event->note = store_row_text(q, arena);
    return true;
}

bool store_row_event(struct db_query *q, struct event *event, struct arena *arena)
{
    struct err ignored = {0};
    *event = (struct event){0};
    if (!store_row_id(q, event->id) || !store_row_id(q, event->run) ||
        !store_row_int(q, 1, INT_MAX, &event->sequence) || !read_said(q, event, arena))
        return false;
    event->elapsed_ms = db_number(q);
    return read_end(q, event, arena) && store_valid(NULL, NULL, event, &ignored);
}

bool store_row_past_event(struct db_query *q, struct event *event, struct arena *arena)
{
    *event = (struct event){0};
    return read_said(q, event, arena) && read_end(q, event, arena) && store_valid_said(event);
}

void store_row_put_run(struct db_query *q, const struct run *run)
{
    db_bind_text(q, run->id);
    db_bind_text(q, run->learner);
    db_bind_text(q, run->mode);
    db_bind_text(q, run->rules);
    db_bind_hex(q, run->seed);
    db_bind_text(q, run->bank);
    db_bind_hex(q, run->fingerprint);
    db_bind_text(q, run->items);
    db_bind_text(q, run->session);
    db_bind_text(q, run->part);
    db_bind_number(q, run->started_utc_ms);
    db_bind_number(q, run->utc_offset_min);
}

void store_row_put_event(struct db_query *q, const struct event *event)
{
    db_bind_text(q, event->id);
    db_bind_text(q, event->run);
    db_bind_number(q, event->sequence);
    db_bind_text(q, event_kind_id(event->kind));
    db_bind_text(q, event->activity);
    db_bind_hex(q, event->wording);
    db_bind_text(q, side_id(event->keyed));
    db_bind_text(q, side_id(event->choice));
    db_bind_number(q, event->sure);
    db_bind_number(q, event->elapsed_ms);
    db_bind_number(q, event->utc_ms);
    db_bind_number(q, event->utc_offset_min);
    db_bind_text(q, event->note);
}
