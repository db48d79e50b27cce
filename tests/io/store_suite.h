/* What the suites over both stores share: an open store, records to store, what was read. */
#ifndef SMQ_TESTS_STORE_SUITE_H
#define SMQ_TESTS_STORE_SUITE_H

#include "io/store_mem.h"
#include "io/store_place.h"

/* An open store. */
struct place {
    struct store *store;
    struct rng rng;
    void *folder; /* NULL for the store in memory */
};

static inline int open_mem(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    p->store = store_mem_open();
    p->rng = rng_seeded(1);
    *state = p;
    return 0;
}

static inline int open_sqlite(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    char path[PATH_SIZE];
    if (make_place(&p->folder) != 0)
        return -1;
    join(path, p->folder, "log.db");
    p->store = open_well(path);
    p->rng = rng_seeded(1);
    *state = p;
    return 0;
}

static inline int close_store(void **state)
{
    struct place *p = *state;
    p->store->ops->close(p->store);
    if (p->folder)
        remove_place(&p->folder);
    free(p);
    return 0;
}

/* ---- records to store ---- */

static inline struct learner a_learner(struct place *p, const char *name)
{
    struct learner learner = {0};
    uuid7(learner.id, START_MS, &p->rng);
    snprintf(learner.name, sizeof learner.name, "%s", name);
    return learner;
}

static inline struct run a_run(struct place *p, const struct learner *learner, int64_t started)
{
    struct run run = {
        .mode = "practice",
        .rules = "mode=practice cards=12",
        .seed = UINT64_C(0xfedcba9876543210),
        .bank = "core",
        .fingerprint = UINT64_C(0x8000000000000001),
        .items = "",
        .session = "",
        .part = "",
        .started_utc_ms = started,
        .utc_offset_min = 120,
    };
    uuid7(run.id, started, &p->rng);
    memcpy(run.learner, learner->id, UUID_SIZE);
    return run;
}

static inline struct event an_event(struct place *p, const struct run *run, int sequence,
                                    enum event_kind kind, const char *activity)
{
    bool answer = kind == EVENT_ANSWER;
    struct event event = {
        .sequence = sequence,
        .kind = kind,
        .activity = activity,
        .wording = kind == EVENT_END ? 0 : UINT64_C(0xffffffffffffffff),
        .keyed = kind == EVENT_END ? SIDE_NONE : SIDE_SALES,
        .choice = answer ? SIDE_MARKETING : SIDE_NONE,
        .sure = answer,
        .elapsed_ms = answer ? 1234 : 0,
        .utc_ms = run->started_utc_ms + sequence,
        .utc_offset_min = -90,
        .note = "",
    };
    uuid7(event.id, run->started_utc_ms, &p->rng);
    memcpy(event.run, run->id, UUID_SIZE);
    return event;
}

static inline void append(struct place *p, const struct learner *learner, const struct run *run,
                          const struct event *event)
{
    struct err e = {0};
    bool ok = p->store->ops->append(p->store, learner, run, event, &e);
    assert_string_equal(e.text, "");
    assert_true(ok);
}

static inline void append_fails(struct place *p, const struct learner *learner,
                                const struct run *run, const struct event *event,
                                enum status status)
{
    struct err e = {0};
    assert_false(p->store->ops->append(p->store, learner, run, event, &e));
    assert_int_equal(e.status, status);
    assert_true(strlen(e.text) > 0);
}

static inline void add(struct place *p, const struct run *run, int sequence, enum event_kind kind,
                       const char *activity)
{
    struct event event = an_event(p, run, sequence, kind, activity);
    append(p, NULL, NULL, &event);
}

/* ---- what was read ---- */

struct seen {
    int count, stop_after;
    struct arena arena;
    struct {
        struct run run;
        struct event event;
        const char *name, *flag_note, *ended;
        bool struck, flagged;
    } rows[64];
};

static inline bool see(const struct answer_row *row, void *context)
{
    struct seen *seen = context;
    assert_in_range(seen->count, 0, (int)ARRAY_LEN(seen->rows) - 1);
    int i = seen->count++;
    seen->rows[i].run = run_copy(row->run, &seen->arena);
    seen->rows[i].event = event_copy(row->event, &seen->arena);
    seen->rows[i].name = arena_copy(&seen->arena, row->learner_name, strlen(row->learner_name));
    seen->rows[i].flag_note = arena_copy(&seen->arena, row->flag_note, strlen(row->flag_note));
    seen->rows[i].ended = arena_copy(&seen->arena, row->ended, strlen(row->ended));
    seen->rows[i].struck = row->struck;
    seen->rows[i].flagged = row->flagged;
    return seen->count != seen->stop_after;
}

/* What a history is made of is the same, whichever way it is read. */
static inline void assert_past(struct place *p, const char *learner, const struct seen *whole)
{
    struct seen past = {0};
    struct err e = {0};
    assert_true(p->store->ops->each_past(p->store, learner, see, &past, &e));
    assert_int_equal(past.count, whole->count);
    for (int i = 0; i < past.count; i++) {
        const struct run *run = &past.rows[i].run, *other = &whole->rows[i].run;
        const struct event *event = &past.rows[i].event, *same = &whole->rows[i].event;
        assert_string_equal(run->id, other->id);
        assert_string_equal(run->mode, other->mode);
        assert_string_equal(run->rules, other->rules);
        assert_string_equal(run->bank, other->bank);
        assert_int_equal(run->started_utc_ms, other->started_utc_ms);
        assert_int_equal(run->utc_offset_min, other->utc_offset_min);
        assert_int_equal(event->kind, same->kind);
        assert_string_equal(event->activity, same->activity);
        assert_true(event->wording == same->wording);
        assert_int_equal(event->keyed, same->keyed);
        assert_int_equal(event->choice, same->choice);
        assert_int_equal(event->sure, same->sure);
        assert_int_equal(event->utc_ms, same->utc_ms);
        assert_int_equal(event->utc_offset_min, same->utc_offset_min);
        assert_int_equal(past.rows[i].struck, whole->rows[i].struck);
        assert_string_equal(past.rows[i].ended, whole->rows[i].ended);
    }
    arena_free(&past.arena);
}

static inline struct seen read_all(struct place *p, const char *learner, int stop_after)
{
    struct seen seen = {.stop_after = stop_after};
    struct err e = {0};
    assert_true(p->store->ops->each_answer(p->store, learner, see, &seen, &e));
    if (learner && !stop_after)
        assert_past(p, learner, &seen);
    return seen;
}

static inline int answers_of(struct place *p, const char *learner)
{
    struct seen seen = read_all(p, learner, 0);
    arena_free(&seen.arena);
    return seen.count;
}

/* A test that is run with both. */
#define BOTH(test)                                           \
    {"memory: " #test, test, open_mem, close_store, NULL},   \
    {                                                        \
        "file: " #test, test, open_sqlite, close_store, NULL \
    }

#endif
