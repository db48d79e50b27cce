/* How far a learner has come in a session. */
#include "app/standing.h"

#include <string.h>

#include "core/bank_fingerprint.h"
#include "core/result_code.h"
#include "core/typed_run.h"

struct finding {
    const struct session *session;
    struct standing *standing;
};

static bool has_ended(const struct run_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        if (log->events[i].kind == EVENT_END)
            return true;
    return false;
}

/* Keeps a copy of the run, in place of an older one that is open too. */
static void keep(struct run_log *kept, const struct run_log *log)
{
    run_log_free(kept);
    kept->run = run_copy(&log->run, &kept->arena);
    kept->events = arena_alloc(&kept->arena, (log->count + 1) * sizeof *kept->events);
    kept->count = log->count;
    for (size_t i = 0; i < log->count; i++)
        kept->events[i] = event_copy(&log->events[i], &kept->arena);
}

static void keep_code(const struct session *session, const struct run_log *log, struct str *out)
{
    struct result_code code;
    struct run run = log->run;
    session_learner_id(session, log->run.learner, run.learner);
    if (!out->len && result_code_of_run(session, &run, log->events, log->count, &code))
        result_code_write(out, session, &code);
}

bool standing_counts(const struct session *session, const struct run *run)
{
    enum part part = part_from_id(run->part);
    return part != PART_NONE && session->has[part] && strcmp(run->mode, SHARED_MODE_ROOM) != 0 &&
           run->fingerprint == bank_fingerprint(session->bank);
}

static bool look_at_run(const struct run_log *log, const struct learner *learner, void *context)
{
    struct finding *finding = context;
    struct standing *standing = finding->standing;
    enum part part = part_from_id(log->run.part);
    (void)learner;
    if (!standing_counts(finding->session, &log->run))
        return true;
    standing->any = true;
    if (part != PART_PRACTICE)
        standing->first = session_form(part, session_form_of(finding->session, &log->run));
    if (has_ended(log)) {
        standing->done[part] = true;
        keep_code(finding->session, log, &standing->code[part]);
    } else {
        standing->open[part] = true;
        keep(&standing->log[part], log);
    }
    return true;
}

bool standing_find(struct store *store, const struct session *session, const char *learner_id,
                   struct standing *out, struct err *e)
{
    struct finding finding = {session, out};
    *out = (struct standing){.first = session_first_form(learner_id)};
    return store->ops->each_session_run(store, session->code, learner_id, look_at_run, &finding, e);
}

void standing_free(struct standing *standing)
{
    for (int part = 0; part < PART_COUNT; part++) {
        run_log_free(&standing->log[part]);
        str_free(&standing->code[part]);
    }
}

enum part standing_next(const struct standing *standing, const struct session *session,
                        const struct share_state *state)
{
    if (!state->self_paced) {
        bool plays =
            state->open != PART_NONE && session->has[state->open] && !standing->done[state->open];
        return plays ? state->open : PART_NONE;
    }
    return standing_ahead(standing, session, state);
}

enum part standing_ahead(const struct standing *standing, const struct session *session,
                         const struct share_state *state)
{
    enum part part = state->self_paced || state->open == PART_NONE
                         ? session_next_part(session, PART_NONE)
                         : state->open;
    while (part != PART_NONE && standing->done[part])
        part = session_next_part(session, part);
    return part;
}
