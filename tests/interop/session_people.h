/* People who take part in a session and never err twice alike: the same seed and number give the
 * same run, so that whoever pushed it and whoever reads it know what it says. */
#ifndef SMQ_TESTS_SESSION_PEOPLE_H
#define SMQ_TESTS_SESSION_PEOPLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "core/shared_run.h"

enum { PEOPLE_ANSWERS = 20, PEOPLE_EVENTS = PEOPLE_ANSWERS + 1, PEOPLE_START_MS = 1700000000 };

struct participant {
    struct shared_run shared;
    struct event events[PEOPLE_EVENTS];
    char activities[PEOPLE_ANSWERS][32];
};

/* Fills in participant `number` of a session; the run points into *p. */
static inline void people_make(struct participant *p, uint64_t seed, int number, const char *code)
{
    struct rng rng = rng_seeded(seed + (uint64_t)number * 1000003);
    struct shared_run *shared = &p->shared;
    memset(p, 0, sizeof *p);
    shared->owner = "";
    uuid7(shared->learner.id, PEOPLE_START_MS, &rng);
    snprintf(shared->learner.name, sizeof shared->learner.name, "Person %d", number);
    shared->run = (struct run){.mode = "before",
                               .rules = "",
                               .seed = rng_next(&rng),
                               .bank = "core",
                               .fingerprint = seed,
                               .items = "",
                               .session = code,
                               .part = "before",
                               .started_utc_ms = PEOPLE_START_MS};
    uuid7(shared->run.id, PEOPLE_START_MS, &rng);
    memcpy(shared->run.learner, shared->learner.id, UUID_SIZE);
    shared->events = p->events;
    shared->count = PEOPLE_EVENTS;
    for (int i = 0; i < PEOPLE_EVENTS; i++) {
        bool end = i == PEOPLE_ANSWERS;
        struct event *event = &p->events[i];
        *event = (struct event){.sequence = i + 1,
                                .kind = end ? EVENT_END : EVENT_ANSWER,
                                .activity = "",
                                .keyed = SIDE_NONE,
                                .choice = SIDE_NONE,
                                .utc_ms = PEOPLE_START_MS + i,
                                .note = end ? "done" : ""};
        uuid7(event->id, PEOPLE_START_MS + i, &rng);
        memcpy(event->run, shared->run.id, UUID_SIZE);
        if (end)
            continue;
        snprintf(p->activities[i], sizeof p->activities[i], "core:fair/card-%d", i);
        event->activity = p->activities[i];
        event->wording = rng_next(&rng);
        event->keyed = i % 2 ? SIDE_SALES : SIDE_MARKETING;
        event->choice = rng_below(&rng, 4) ? event->keyed : side_other(event->keyed);
        event->sure = rng_below(&rng, 2) == 1;
    }
}

/* The run as it was after so many events. */
static inline struct shared_run people_so_far(const struct participant *p, size_t count)
{
    struct shared_run run = p->shared;
    run.count = count;
    return run;
}

/* Whether what was read says the same as far as it goes. */
static inline bool people_same(const struct participant *p, const struct shared_run *read)
{
    const struct run *a = &p->shared.run, *b = &read->run;
    bool same =
        read->count <= p->shared.count && strcmp(a->id, b->id) == 0 &&
        strcmp(a->learner, b->learner) == 0 && strcmp(a->mode, b->mode) == 0 &&
        strcmp(a->rules, b->rules) == 0 && a->seed == b->seed && strcmp(a->bank, b->bank) == 0 &&
        a->fingerprint == b->fingerprint && strcmp(a->items, b->items) == 0 &&
        strcmp(a->session, b->session) == 0 && strcmp(a->part, b->part) == 0 &&
        a->started_utc_ms == b->started_utc_ms && a->utc_offset_min == b->utc_offset_min &&
        strcmp(p->shared.learner.id, read->learner.id) == 0 &&
        strcmp(p->shared.learner.name, read->learner.name) == 0 && p->shared.source == read->source;
    for (size_t i = 0; same && i < read->count; i++)
        same = event_same(&p->events[i], &read->events[i]);
    return same;
}

#endif
