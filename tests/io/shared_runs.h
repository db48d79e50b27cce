/* Runs as people share them, made for tests of what carries them. */
#ifndef SMQ_TESTS_SHARED_RUNS_H
#define SMQ_TESTS_SHARED_RUNS_H

#include <stdio.h>
#include <string.h>

#include "core/rng.h"
#include "core/shared_run.h"

#define MADE_SESSION "maple-tango-river"
enum { MADE_EVENTS_MAX = 128 };
#define MADE_START_MS INT64_C(1700000000000)

/* A run with room for its events; shared points into it, so it is not to be copied. */
struct made_run {
    struct shared_run shared;
    struct run *run; /* shared.run */
    struct event events[MADE_EVENTS_MAX];
    char activities[MADE_EVENTS_MAX][32];
    struct rng rng;
};

/* Makes a run of `answers` answers and an end; one seed gives one run. */
static inline void make_run(struct made_run *made, uint64_t seed, const char *name, size_t answers)
{
    *made = (struct made_run){.rng = rng_seeded(seed)};
    struct shared_run *shared = &made->shared;
    made->run = &shared->run;
    shared->owner = "";
    shared->events = made->events;
    shared->count = answers + 1;
    uuid7(shared->learner.id, MADE_START_MS, &made->rng);
    snprintf(shared->learner.name, sizeof shared->learner.name, "%s", name);
    shared->run = (struct run){
        .mode = "first",
        .rules = "mode=first cards=20",
        .seed = UINT64_C(0xfedcba9876543210),
        .bank = "core",
        .fingerprint = UINT64_C(0x8000000000000001),
        .items = "a/1 a/2 a/3",
        .session = MADE_SESSION,
        .part = "before",
        .started_utc_ms = MADE_START_MS + (int64_t)seed,
        .utc_offset_min = 120,
    };
    uuid7(shared->run.id, MADE_START_MS + (int64_t)seed, &made->rng);
    memcpy(shared->run.learner, shared->learner.id, UUID_SIZE);
    for (size_t i = 0; i < shared->count; i++) {
        bool answer = i < answers;
        snprintf(made->activities[i], sizeof made->activities[i], "core:a/%zu", i + 1);
        made->events[i] = (struct event){
            .sequence = (int)i + 1,
            .kind = answer ? EVENT_ANSWER : EVENT_END,
            .activity = answer ? made->activities[i] : "",
            .wording = answer ? UINT64_MAX - i : 0,
            .keyed = answer ? SIDE_MARKETING : SIDE_NONE,
            .choice = !answer ? SIDE_NONE
                      : i % 3 ? SIDE_MARKETING
                              : SIDE_SALES,
            .sure = answer,
            .utc_ms = MADE_START_MS + (int64_t)(seed + i) * 1000,
            .utc_offset_min = 120,
            .note = answer ? "" : "done",
        };
        uuid7(made->events[i].id, MADE_START_MS, &made->rng);
        memcpy(made->events[i].run, shared->run.id, UUID_SIZE);
    }
}

#endif
