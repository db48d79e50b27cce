/* What is still to be sent to a place where sessions are shared. */
#include "io/share_queue.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/rules.h"
#include "core/typed_run.h"

struct queue {
    struct store *store;
    const char *place;
    struct shared_runs runs; /* that are to be pushed, as they are in the log now */
    struct err *e;
    bool failed;
};

/* How many events there are without a gap. */
static size_t unbroken(const struct run_log *log)
{
    size_t count = 0;
    while (count < log->count && log->events[count].sequence == (int)count + 1)
        count++;
    return count;
}

/* Whether the learner was promised that nobody sees their name. */
static bool is_nameless(const struct run *run)
{
    enum mode mode;
    struct rules rules;
    return mode_from_id(run->mode, &mode) && rules_read(run->rules, mode, &rules) && rules.nameless;
}

/* Copies the run into the queue, without what was promised to stay here: how long answers took, and
 * in a session without names the name, and the id that goes with it. */
static void add(struct queue *queue, const struct run_log *log, const struct learner *learner,
                size_t count)
{
    struct shared_run run = {
        .owner = "",
        .source = strcmp(log->run.mode, SHARED_MODE_ROOM) == 0 ? SOURCE_ROOM : SOURCE_PLAYED,
        .learner = *learner,
        .run = log->run,
        .events = log->events,
        .count = count,
    };
    if (is_nameless(&log->run)) {
        char mark[TYPED_RUN_MARK_SIZE];
        nameless_learner_id(log->run.session, learner->id, run.learner.id);
        memcpy(run.run.learner, run.learner.id, UUID_SIZE);
        typed_run_mark(mark, run.source, result_code_learner_tag(run.learner.id));
        memcpy(run.learner.name, mark, sizeof mark);
    }
    shared_runs_add(&queue->runs, &run);
    struct shared_run *added = &queue->runs.items[queue->runs.len - 1];
    for (size_t i = 0; i < added->count; i++)
        added->events[i].elapsed_ms = 0;
}

static bool look_at(const struct run_log *log, const struct learner *learner, void *context)
{
    struct queue *queue = context;
    size_t count = unbroken(log);
    int there = 0;
    queue->failed =
        !queue->store->ops->shared_up_to(queue->store, log->run.id, queue->place, &there, queue->e);
    if (!queue->failed && (int)count > there)
        add(queue, log, learner, count);
    return !queue->failed;
}

static bool fill(struct queue *queue, const char *code)
{
    return queue->store->ops->each_session_run(queue->store, code, NULL, look_at, queue,
                                               queue->e) &&
           !queue->failed;
}

bool share_queue_left(struct store *store, const char *place, const char *code, int *left,
                      struct err *e)
{
    struct queue queue = {.store = store, .place = place, .e = e};
    bool known = fill(&queue, code);
    *left = (int)queue.runs.len;
    shared_runs_free(&queue.runs);
    return known;
}

/* Whether there is no use in trying the next run. */
static bool is_away(enum status status)
{
    return status == STATUS_TRY_LATER || status == STATUS_UNAVAILABLE || status == STATUS_IO;
}

/* Pushes one run and keeps what the place acknowledged; *whole says whether that is all of it. */
static bool push_one(struct queue *queue, struct share *share, const struct shared_run *run,
                     bool *whole, struct err *e)
{
    int stored = 0;
    *whole = false;
    if (!share->ops->push(share, run, &stored, e))
        return false;
    *whole = stored >= (int)run->count;
    return queue->store->ops->keep_shared(queue->store, run->run.id, queue->place, stored, e);
}

bool share_queue_push(struct store *store, struct share *share, const char *place, const char *code,
                      struct share_pushed *out, struct err *e)
{
    struct queue queue = {.store = store, .place = place, .e = e};
    struct err first = {0};
    *out = (struct share_pushed){0};
    if (!fill(&queue, code)) {
        shared_runs_free(&queue.runs);
        return false;
    }
    for (size_t i = 0; i < queue.runs.len && !is_away(first.status); i++) {
        struct err failure = {0};
        bool whole;
        bool pushed = push_one(&queue, share, &queue.runs.items[i], &whole, &failure);
        out->sent += whole;
        if (!pushed && !code && failure.status == STATUS_NO_INPUT)
            out->elsewhere++;
        else if (!pushed && (first.status == STATUS_OK || is_away(failure.status)))
            first = failure;
    }
    out->left = (int)queue.runs.len - out->sent - out->elsewhere;
    if (out->left && first.status == STATUS_OK)
        err_set(&first, STATUS_TRY_LATER, _("Not all of it has arrived yet."));
    if (first.status != STATUS_OK)
        *e = first;
    shared_runs_free(&queue.runs);
    return first.status == STATUS_OK;
}

void share_queue_place(const char *where, struct str *out)
{
    size_t len = strlen(where);
    if (!share_is_uri(where) && where[0] != '/') {
        char *folder = getcwd(NULL, 0); /* a BSD idea that every system has */
        str_addf(out, "%s/", folder ? folder : ".");
        free(folder);
    }
    while (len > 1 && where[len - 1] == '/')
        len--;
    str_addn(out, where, len);
}
