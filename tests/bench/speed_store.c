/* A store as it is after months of practice, for measuring: runs of 12, some a day, ended, the last
 * one yesterday; seven of eight answers right.  With a TOTAL others practise beside the learner, as
 * much each, until there are so many answers in all, and now and then somebody flags a card.
 *   speed_store BANK STORE LEARNER ANSWERS [TOTAL] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/bank_fingerprint.h"
#include "core/rng.h"
#include "core/str.h"
#include "core/xmalloc.h"
#include "io/bank_file.h"
#include "io/clock.h"
#include "io/db.h"
#include "io/store_row.h"
#include "io/store_sqlite.h"

enum { FLAGGED_ONE_IN = 200 };
enum { CARDS = 12, RUNS_A_DAY = 4, RUN_MS = 15 * 60 * 1000, CARD_MS = 6000, USAGE = 64 };
#define DAY_MS INT64_C(86400000)

struct making {
    const struct bank *bank;
    struct db_query add_learner, add_run, add_event;
    struct learner *learners; /* the first is the one that was named */
    int learner_count;
    struct rng rng;
    struct str activity;
};

static struct event make_event(struct making *m, const struct run *run, int sequence, bool end)
{
    const struct activity *activity =
        &m->bank->activities[rng_below(&m->rng, (uint32_t)m->bank->activity_count)];
    struct event event = {.sequence = sequence,
                          .kind = end ? EVENT_END : EVENT_ANSWER,
                          .activity = "",
                          .keyed = SIDE_NONE,
                          .choice = SIDE_NONE,
                          .utc_ms = run->started_utc_ms + (int64_t)sequence * CARD_MS,
                          .utc_offset_min = run->utc_offset_min,
                          .note = end ? "done" : ""};
    memcpy(event.run, run->id, UUID_SIZE);
    uuid7(event.id, event.utc_ms, &m->rng);
    if (end)
        return event;
    str_clear(&m->activity);
    str_addf(&m->activity, "%s:%s", m->bank->id, activity->ref);
    event.activity = str_text(&m->activity);
    event.wording = activity->wording;
    event.keyed = activity->side;
    event.choice = rng_below(&m->rng, 8) ? activity->side : side_other(activity->side);
    event.sure = rng_below(&m->rng, 4) != 0;
    event.elapsed_ms = 1000 + rng_below(&m->rng, CARD_MS - 1000);
    return event;
}

static bool add(struct db_query *q, struct err *e)
{
    bool row;
    bool ok = db_step(q, &row, e);
    db_reset(q);
    return ok;
}

static bool add_event(struct making *m, const struct event *event, struct err *e)
{
    store_row_put_event(&m->add_event, event);
    return add(&m->add_event, e);
}

static bool add_run(struct making *m, const struct run *run, struct err *e)
{
    store_row_put_run(&m->add_run, run);
    return add(&m->add_run, e);
}

/* Flags the activity of an answer, in the place after it. */
static struct event make_flag(struct making *m, const struct event *answer)
{
    struct event flag = *answer;
    flag.sequence++;
    flag.kind = EVENT_FLAG;
    flag.keyed = flag.choice = SIDE_NONE;
    flag.note = "Both, at our firm";
    uuid7(flag.id, flag.utc_ms, &m->rng);
    return flag;
}

static bool make_run(struct making *m, const struct learner *learner, int64_t started_ms, int cards,
                     struct err *e)
{
    struct run run = {.mode = "practice",
                      .rules = "length=12",
                      .seed = rng_next(&m->rng),
                      .bank = m->bank->id,
                      .fingerprint = bank_fingerprint(m->bank),
                      .items = "",
                      .session = "",
                      .part = "",
                      .started_utc_ms = started_ms,
                      .utc_offset_min = clock_now().utc_offset_min};
    uuid7(run.id, started_ms, &m->rng);
    memcpy(run.learner, learner->id, UUID_SIZE);
    bool ok = add_run(m, &run, e);
    int flags = 0;
    for (int i = 1; ok && i <= cards + 1; i++) {
        struct event event = make_event(m, &run, i + flags, i > cards);
        ok = add_event(m, &event, e);
        if (!ok || m->learner_count == 1 || i > cards || rng_below(&m->rng, FLAGGED_ONE_IN) > 0)
            continue;
        struct event flag = make_flag(m, &event);
        ok = add_event(m, &flag, e);
        flags++;
    }
    return ok;
}

static bool make_learners(struct making *m, int64_t first_ms, struct err *e)
{
    for (int i = 0; i < m->learner_count; i++) {
        struct learner *learner = &m->learners[i];
        if (i > 0)
            snprintf(learner->name, sizeof learner->name, "person %d", i);
        uuid7(learner->id, first_ms, &m->rng);
        db_bind_text(&m->add_learner, learner->id);
        db_bind_text(&m->add_learner, learner->name);
        if (!add(&m->add_learner, e))
            return false;
    }
    return true;
}

static bool make_all(struct making *m, int answers, struct err *e)
{
    int runs = (answers + CARDS - 1) / CARDS, days = (runs + RUNS_A_DAY - 1) / RUNS_A_DAY;
    int64_t first_ms = clock_now().utc_ms - days * DAY_MS;
    if (!make_learners(m, first_ms, e))
        return false;
    for (int i = 0; i < runs; i++) {
        int cards = answers - i * CARDS < CARDS ? answers - i * CARDS : CARDS;
        int64_t started_ms = first_ms + i / RUNS_A_DAY * DAY_MS + i % RUNS_A_DAY * RUN_MS;
        for (int l = 0; l < m->learner_count; l++) {
            if (!make_run(m, &m->learners[l], started_ms + l, cards, e))
                return false;
        }
    }
    return true;
}

/* Lets the program's own store make the file, then fills it in one transaction: one for each
 * answer, as in life, would take a minute on a slow disk. */
static bool make_store(struct making *m, const char *path, int answers, struct err *e)
{
    struct store *store = store_sqlite_open(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, e);
    if (!store)
        return false;
    store->ops->close(store);
    struct db *db = db_open(path, path, true, STORE_PATIENCE_SCRIPT_MS, e);
    if (!db)
        return false;
    m->add_learner = db_prepare(db, store_sql_add_learner);
    m->add_run = db_prepare(db, store_sql_add_run);
    m->add_event = db_prepare(db, store_sql_add_event);
    bool ok = db_begin(db, e);
    ok = ok && db_end(db, make_all(m, answers, e), e);
    db_finish(&m->add_learner);
    db_finish(&m->add_run);
    db_finish(&m->add_event);
    db_close(db);
    return ok;
}

int main(int argc, char **argv)
{
    if (argc != 5 && argc != 6)
        return USAGE;
    int answers = (int)strtol(argv[4], NULL, 10);
    int total = argc > 5 ? (int)strtol(argv[5], NULL, 10) : answers;
    struct bank_layer layer = {.path = argv[1]};
    struct faults faults = {0};
    struct err e = {0};
    struct making m = {.rng = rng_seeded(1), .learner_count = total / answers};
    m.learners = xcalloc((size_t)m.learner_count, sizeof *m.learners);
    struct bank *bank = bank_load(&layer, 1, NULL, &faults, &e);
    m.bank = bank;
    snprintf(m.learners->name, sizeof m.learners->name, "%s", argv[3]);
    bool ok = bank && make_store(&m, argv[2], answers, &e);
    if (!ok)
        fprintf(stderr, "speed_store: %s\n", e.text);
    free(m.learners);
    str_free(&m.activity);
    bank_free(bank);
    faults_free(&faults);
    return !ok;
}
