/* Runs of a session as they are shared, and merging them. */
#include "core/shared_run.h"

#include <stdlib.h>
#include <string.h>

static const char *const source_ids[] = {"played", "code", "sheet", "room"};

const char *source_id(enum source source)
{
    return source_ids[source];
}

bool source_from_id(const char *id, enum source *source)
{
    for (int i = 0; i < (int)ARRAY_LEN(source_ids); i++) {
        if (strcmp(source_ids[i], id) == 0) {
            *source = (enum source)i;
            return true;
        }
    }
    return false;
}

bool shared_run_complete(const struct shared_run *run)
{
    return run->count > 0 && run->events[run->count - 1].kind == EVENT_END;
}

bool shared_run_typed(const struct shared_run *run)
{
    return run->source == SOURCE_CODE || run->source == SOURCE_SHEET;
}

/* The run of this id, or NULL. */
static struct shared_run *find(const struct shared_runs *runs, const char *id)
{
    for (size_t i = 0; i < runs->len; i++)
        if (strcmp(runs->items[i].run.id, id) == 0)
            return &runs->items[i];
    return NULL;
}

/* Whether both say the same as far as the shorter one goes. */
static bool agree(const struct shared_run *a, const struct shared_run *b)
{
    size_t count = a->count < b->count ? a->count : b->count;
    if (strcmp(a->run.learner, b->run.learner) != 0 ||
        strcmp(a->run.session, b->run.session) != 0 || strcmp(a->run.part, b->run.part) != 0 ||
        strcmp(a->run.items, b->run.items) != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!event_same(&a->events[i], &b->events[i]))
            return false;
    return true;
}

/* A copy whose every text lives in the arena. */
static struct shared_run copy_of(const struct shared_run *run, struct arena *arena)
{
    struct shared_run copy = *run;
    copy.owner = arena_copy(arena, run->owner, strlen(run->owner));
    copy.run = run_copy(&run->run, arena);
    copy.events = arena_alloc(arena, (run->count ? run->count : 1) * sizeof *copy.events);
    for (size_t i = 0; i < run->count; i++)
        copy.events[i] = event_copy(&run->events[i], arena);
    return copy;
}

enum merged shared_runs_add(struct shared_runs *runs, const struct shared_run *run)
{
    struct shared_run *there = find(runs, run->run.id);
    if (!there) {
        runs->items = xgrow(runs->items, runs->len, &runs->cap, sizeof *runs->items);
        runs->items[runs->len++] = copy_of(run, &runs->arena);
        return MERGED_NEW;
    }
    bool longer = run->count > there->count, as_long = run->count == there->count;
    const struct shared_run *shorter = longer ? there : run;
    bool proven = *there->owner && *run->owner;
    if (!agree(there, run) || (proven && strcmp(there->owner, run->owner) != 0) ||
        (!as_long && shared_run_complete(shorter)))
        return MERGED_CONFLICT;
    if (longer || (as_long && !*there->owner))
        *there = copy_of(run, &runs->arena);
    return longer ? MERGED_LONGER : MERGED_SAME;
}

void shared_runs_free(struct shared_runs *runs)
{
    free(runs->items);
    arena_free(&runs->arena);
    *runs = (struct shared_runs){0};
}
