/* The log in memory: plain growing arrays, with the same answers as the file gives. */
#include "io/store_mem.h"

#include <stdlib.h>
#include <string.h>

/* A run and its events, kept in order of sequence. */
struct mem_run {
    struct run run;
    struct event *events;
    size_t count, cap;
};

/* How far a run is at a place. */
struct mem_shared {
    char run[UUID_SIZE];
    const char *place;
    int sequence;
};

struct store_mem {
    struct store store; /* first, so that a store * is a store_mem * */
    struct arena texts;
    struct learner *learners;
    size_t learner_count, learner_cap;
    struct mem_run *runs; /* kept in order of start, then id */
    size_t run_count, run_cap;
    struct told *told; /* kept in order of time */
    size_t told_count, told_cap;
    struct mem_shared *shared;
    size_t shared_count, shared_cap;
};

static struct store_mem *mem_of(struct store *s)
{
    return (struct store_mem *)(void *)s;
}

static const struct learner *learner_by_id(const struct store_mem *m, const char *id)
{
    for (size_t i = 0; i < m->learner_count; i++) {
        if (strcmp(m->learners[i].id, id) == 0)
            return &m->learners[i];
    }
    return NULL;
}

/* Whether two ids are one learner: the same id, or another of the same name. */
static bool same_learner(const struct store_mem *m, const char *id, const char *other)
{
    const struct learner *a = learner_by_id(m, id);
    const struct learner *b = learner_by_id(m, other);
    return a && b && strcmp(a->name, b->name) == 0;
}

static struct mem_run *run_by_id(const struct store_mem *m, const char *id)
{
    for (size_t i = 0; i < m->run_count; i++) {
        if (strcmp(m->runs[i].run.id, id) == 0)
            return &m->runs[i];
    }
    return NULL;
}

static const struct event *event_by_id(const struct store_mem *m, const char *id)
{
    for (size_t i = 0; i < m->run_count; i++) {
        for (size_t j = 0; j < m->runs[i].count; j++) {
            if (strcmp(m->runs[i].events[j].id, id) == 0)
                return &m->runs[i].events[j];
        }
    }
    return NULL;
}

static bool mem_find_learner(struct store *s, const char *name, struct learner *out, bool *found,
                             struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    const struct learner *oldest = NULL;
    for (size_t i = 0; i < m->learner_count; i++) {
        const struct learner *learner = &m->learners[i];
        if (strcmp(learner->name, name) == 0 && (!oldest || strcmp(learner->id, oldest->id) < 0))
            oldest = learner;
    }
    *found = oldest != NULL;
    if (oldest)
        *out = *oldest;
    return true;
}

static void add_run(struct store_mem *m, const struct run *run)
{
    m->runs = xgrow(m->runs, m->run_count, &m->run_cap, sizeof *m->runs);
    size_t at = m->run_count;
    while (at > 0) {
        const struct run *before = &m->runs[at - 1].run;
        if (before->started_utc_ms < run->started_utc_ms ||
            (before->started_utc_ms == run->started_utc_ms && strcmp(before->id, run->id) < 0))
            break;
        at--;
    }
    memmove(&m->runs[at + 1], &m->runs[at], (m->run_count - at) * sizeof *m->runs);
    m->runs[at] = (struct mem_run){.run = run_copy(run, &m->texts)};
    m->run_count++;
}

static void add_event(struct store_mem *m, struct mem_run *run, const struct event *event)
{
    run->events = xgrow(run->events, run->count, &run->cap, sizeof *run->events);
    size_t at = run->count;
    while (at > 0 && run->events[at - 1].sequence > event->sequence)
        at--;
    memmove(&run->events[at + 1], &run->events[at], (run->count - at) * sizeof *run->events);
    run->events[at] = event_copy(event, &m->texts);
    run->count++;
}

/* Whether the event may be added; *there says that it is in the log already. */
static bool may_add(const struct store_mem *m, const struct mem_run *run, const struct event *event,
                    bool *there, struct err *e)
{
    const struct event *same_id = event_by_id(m, event->id);
    if (same_id && event_same(same_id, event)) {
        *there = true;
        return true;
    }
    if (same_id)
        return store_refuse_taken(e);
    for (size_t i = 0; run && i < run->count; i++) {
        if (run->events[i].sequence == event->sequence)
            return store_refuse_taken(e);
    }
    return true;
}

static bool mem_append(struct store *s, const struct learner *learner, const struct run *run,
                       const struct event *event, struct err *e)
{
    struct store_mem *m = mem_of(s);
    if (!store_valid(learner, run, event, e))
        return false;
    if (run && !learner_by_id(m, run->learner) &&
        !(learner && strcmp(learner->id, run->learner) == 0))
        return store_refuse_orphan(e);
    struct mem_run *known = event ? run_by_id(m, event->run) : NULL;
    if (event && !known && !(run && strcmp(run->id, event->run) == 0))
        return store_refuse_orphan(e);
    bool there = false;
    if (event && !may_add(m, known, event, &there, e))
        return false;
    if (learner && !learner_by_id(m, learner->id)) {
        m->learners = xgrow(m->learners, m->learner_count, &m->learner_cap, sizeof *m->learners);
        m->learners[m->learner_count++] = *learner;
    }
    if (run && !run_by_id(m, run->id))
        add_run(m, run);
    struct mem_run *into = event && !there ? run_by_id(m, event->run) : NULL;
    if (into)
        add_event(m, into, event);
    return true;
}

static bool mem_each_answer(struct store *s, const char *learner_id, answer_fn *fn, void *context,
                            struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    for (size_t i = 0; i < m->run_count; i++) {
        const struct mem_run *run = &m->runs[i];
        if (learner_id && !same_learner(m, run->run.learner, learner_id))
            continue;
        const struct run_log log = {.run = run->run, .events = run->events, .count = run->count};
        if (!store_hand_out(&log, learner_by_id(m, run->run.learner)->name, fn, context))
            break;
    }
    return true;
}

static bool mem_each_flag(struct store *s, flag_fn *flag, answer_fn *answer, void *context,
                          struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    bool more = true;
    for (size_t i = 0; i < m->run_count && more; i++) {
        const struct mem_run *run = &m->runs[i];
        const struct run_log log = {.run = run->run, .events = run->events, .count = run->count};
        const char *name = learner_by_id(m, run->run.learner)->name;
        more = store_hand_out_flags(&log, flag, context) &&
               store_hand_out(&log, name, answer, context);
    }
    return true;
}

static bool same_told(const struct told *a, const struct told *b)
{
    return strcmp(a->learner, b->learner) == 0 && strcmp(a->activity, b->activity) == 0 &&
           a->side == b->side && a->utc_ms == b->utc_ms;
}

static void add_told(struct store_mem *m, const struct told *told)
{
    for (size_t i = 0; i < m->told_count; i++) {
        if (same_told(&m->told[i], told))
            return;
    }
    m->told = xgrow(m->told, m->told_count, &m->told_cap, sizeof *m->told);
    size_t at = m->told_count++;
    for (; at > 0 && m->told[at - 1].utc_ms > told->utc_ms; at--)
        m->told[at] = m->told[at - 1];
    m->told[at] = *told;
    m->told[at].activity = arena_copy(&m->texts, told->activity, strlen(told->activity));
}

static bool mem_append_told(struct store *s, const struct told *told, size_t count, struct err *e)
{
    struct store_mem *m = mem_of(s);
    for (size_t i = 0; i < count; i++) {
        if (!store_valid_told(&told[i], e))
            return false;
        if (!learner_by_id(m, told[i].learner))
            return store_refuse_orphan(e);
    }
    for (size_t i = 0; i < count; i++)
        add_told(m, &told[i]);
    return true;
}

static bool mem_each_told(struct store *s, const char *learner_id, told_fn *fn, void *context,
                          struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    bool more = true;
    for (size_t i = 0; i < m->told_count && more; i++) {
        if (same_learner(m, m->told[i].learner, learner_id))
            more = fn(&m->told[i], context);
    }
    return true;
}

static bool is_open(const struct mem_run *run)
{
    bool answered = false;
    for (size_t i = 0; i < run->count; i++) {
        if (run->events[i].kind == EVENT_END)
            return false;
        answered = answered || run->events[i].kind == EVENT_ANSWER;
    }
    return answered;
}

static bool mem_open_run(struct store *s, const char *learner_id, const char *bank_id,
                         struct run_log *out, bool *found, struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    const struct mem_run *newest = NULL;
    for (size_t i = m->run_count; i > 0 && !newest; i--) {
        const struct run *run = &m->runs[i - 1].run;
        if (same_learner(m, run->learner, learner_id) && strcmp(run->bank, bank_id) == 0 &&
            !*run->session)
            newest = &m->runs[i - 1];
    }
    *found = newest && is_open(newest);
    if (!*found)
        return true;
    *out = (struct run_log){.count = newest->count};
    out->run = run_copy(&newest->run, &out->arena);
    out->events = arena_alloc(&out->arena, newest->count * sizeof *out->events);
    for (size_t i = 0; i < newest->count; i++)
        out->events[i] = event_copy(&newest->events[i], &out->arena);
    return true;
}

static bool mem_each_session_run(struct store *s, const char *session, const char *learner_id,
                                 run_fn *fn, void *context, struct err *e)
{
    (void)e;
    const struct store_mem *m = mem_of(s);
    bool more = true;
    for (size_t i = 0; i < m->run_count && more; i++) {
        const struct mem_run *run = &m->runs[i];
        if (!*run->run.session || (session && strcmp(run->run.session, session) != 0) ||
            (learner_id && !same_learner(m, run->run.learner, learner_id)))
            continue;
        const struct run_log log = {.run = run->run, .events = run->events, .count = run->count};
        more = fn(&log, learner_by_id(m, run->run.learner), context);
    }
    return true;
}

static struct mem_shared *shared_of(const struct store_mem *m, const char *run_id,
                                    const char *place)
{
    for (size_t i = 0; i < m->shared_count; i++) {
        if (strcmp(m->shared[i].run, run_id) == 0 && strcmp(m->shared[i].place, place) == 0)
            return &m->shared[i];
    }
    return NULL;
}

static bool mem_shared_up_to(struct store *s, const char *run_id, const char *place, int *sequence,
                             struct err *e)
{
    (void)e;
    const struct mem_shared *shared = shared_of(mem_of(s), run_id, place);
    *sequence = shared ? shared->sequence : 0;
    return true;
}

static bool mem_keep_shared(struct store *s, const char *run_id, const char *place, int sequence,
                            struct err *e)
{
    struct store_mem *m = mem_of(s);
    if (!store_valid_shared(run_id, place, sequence, e))
        return false;
    if (!run_by_id(m, run_id))
        return store_refuse_orphan(e);
    struct mem_shared *shared = shared_of(m, run_id, place);
    if (!shared) {
        m->shared = xgrow(m->shared, m->shared_count, &m->shared_cap, sizeof *m->shared);
        shared = &m->shared[m->shared_count++];
        *shared = (struct mem_shared){.place = arena_copy(&m->texts, place, strlen(place))};
        memcpy(shared->run, run_id, sizeof shared->run);
    }
    shared->sequence = sequence;
    return true;
}

static void mem_close(struct store *s)
{
    struct store_mem *m = mem_of(s);
    for (size_t i = 0; i < m->run_count; i++)
        free(m->runs[i].events);
    free(m->runs);
    free(m->told);
    free(m->shared);
    free(m->learners);
    arena_free(&m->texts);
    free(m);
}

struct store *store_mem_open(void)
{
    static const struct store_ops ops = {
        .find_learner = mem_find_learner,
        .append = mem_append,
        .each_answer = mem_each_answer,
        .each_past = mem_each_answer, /* all of it is at hand */
        .each_flag = mem_each_flag,
        .append_told = mem_append_told,
        .each_told = mem_each_told,
        .open_run = mem_open_run,
        .each_session_run = mem_each_session_run,
        .shared_up_to = mem_shared_up_to,
        .keep_shared = mem_keep_shared,
        .close = mem_close,
    };
    struct store_mem *m = xcalloc(1, sizeof *m);
    m->store.ops = &ops;
    return &m->store;
}
