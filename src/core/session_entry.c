/* A run of a session on its way to a person. */
#include "core/session_entry.h"

#include <stdlib.h>
#include <string.h>

#include "core/typed_run.h"

/* --- the answers of one run ------------------------------------------------------------------ */

const struct session_items *session_entry_items(const struct session *session,
                                                const struct session_entry *entry)
{
    return entry->part == PART_PRACTICE
               ? &session->practice
               : &session->forms[session_form_of(session, &entry->run->run)];
}

static int place_of(const struct session_items *items, int activity)
{
    for (int i = 0; i < items->count; i++)
        if (items->activities[i] == activity)
            return i;
    return -1;
}

static bool is_answer(const struct event *event)
{
    return event->kind == EVENT_ANSWER && event->choice < SIDE_NONE && event->keyed < SIDE_NONE;
}

size_t session_entry_answers(const struct session *session, const struct session_entry *entry,
                             const struct event *answers[SESSION_ITEMS_MAX])
{
    const struct session_items *items = session_entry_items(session, entry);
    const struct shared_run *run = entry->run;
    bool struck[SESSION_ITEMS_MAX] = {false};
    size_t count = 0;
    for (int i = 0; i < items->count; i++)
        answers[i] = NULL;
    for (size_t i = 0; i < run->count; i++) {
        const struct event *event = &run->events[i];
        int place = place_of(items, bank_find_logged(session->bank, event->activity));
        if (place < 0)
            continue;
        if (is_answer(event) && !answers[place])
            answers[place] = event;
        else if (event->kind == EVENT_STRIKE && answers[place])
            struck[place] = true;
    }
    for (int i = 0; i < items->count; i++) {
        if (struck[i])
            answers[i] = NULL;
        count += answers[i] != NULL;
    }
    return count;
}

/* Whether another run of that part says the same of every card that one answers; with `all`,
 * whether neither goes further than the other. */
static bool agrees(const struct session *session, const struct session_entry *part,
                   const struct session_entry *whole, bool all)
{
    const struct session_items *items = session_entry_items(session, part);
    const struct event *x[SESSION_ITEMS_MAX] = {NULL}, *y[SESSION_ITEMS_MAX] = {NULL};
    if (items != session_entry_items(session, whole))
        return false;
    size_t count = session_entry_answers(session, part, x);
    size_t more = session_entry_answers(session, whole, y);
    if (all && count != more)
        return false;
    for (int i = 0; i < items->count; i++)
        if (x[i] && (!y[i] || x[i]->choice != y[i]->choice || x[i]->sure != y[i]->sure))
            return false;
    return true;
}

bool session_entry_same(const struct session *session, const struct session_entry *a,
                        const struct session_entry *b)
{
    return agrees(session, a, b, true);
}

static int worth_of(const struct session *session, const struct session_entry *entry)
{
    const struct session_items *items = session_entry_items(session, entry);
    const struct event *answers[SESSION_ITEMS_MAX];
    const struct shared_run *run = entry->run;
    size_t count = session_entry_answers(session, entry, answers);
    bool done = shared_run_complete(run) && strcmp(run->events[run->count - 1].note, "done") == 0;
    return done || count == (size_t)items->count ? 2 : count > 0;
}

/* --- whose a run is -------------------------------------------------------------------------- */

/* Which of two runs began first; of what was typed in, a later line corrects an earlier one. */
static int compare_starts(const struct session_entry *x, const struct session_entry *y)
{
    int64_t a = x->run->run.started_utc_ms, b = y->run->run.started_utc_ms;
    int order = (a > b) - (a < b);
    return shared_run_typed(x->run) ? -order : order;
}

int session_entry_order(const void *a, const void *b)
{
    const struct session_entry *x = a, *y = b;
    int order = strcmp(x->learner, y->learner);
    if (order == 0)
        order = x->overtaken - y->overtaken;
    if (order == 0)
        order = !*x->owner - !*y->owner;
    if (order == 0)
        order = shared_run_typed(x->run) - shared_run_typed(y->run);
    if (order == 0)
        order = y->worth - x->worth;
    if (order == 0)
        order = compare_starts(x, y);
    return order ? order : strcmp(x->run->run.id, y->run->run.id);
}

/* What a typed code of the person of a played run would be known by. */
static void find_typed_ids(const struct session *session, struct session_entry *entry)
{
    const struct learner *learner = &entry->run->learner;
    struct err ignored;
    if (entry->run->source != SOURCE_PLAYED)
        return;
    if (learner_name_valid(learner->name, &ignored))
        typed_learner_id(session, learner->name, 0, entry->by_name);
    typed_learner_id(session, "", result_code_learner_tag(learner->id), entry->by_tag);
}

/* Whether a played run is of the one whose result code was typed in: known by the same, and the
 * code says what was played; or the first part of it, when no more than that has arrived. */
static bool matches(const struct session *session, const struct session_entry *played,
                    const struct session_entry *code, bool in_part)
{
    if (played->run->source != SOURCE_PLAYED || played->part != code->part || played->worth == 0 ||
        (strcmp(played->by_name, code->run->learner.id) != 0 &&
         strcmp(played->by_tag, code->run->learner.id) != 0))
        return false;
    if (in_part)
        return played->worth == 1 && code->worth == 2 && agrees(session, played, code, false);
    return session_entry_same(session, played, code);
}

/* A result code that says what was played is of the one who played it, and so is whatever else was
 * typed in under the same id.  A code of all of it counts before the parts that arrived. */
static void match_code(const struct session *session, struct session_entry *entries, size_t count,
                       const struct session_entry *code, bool in_part)
{
    const char *typed = code->run->learner.id;
    const char *learner = code->learner == typed ? NULL : code->learner; /* another code said */
    for (size_t i = 0; i < count && !learner; i++)
        if (matches(session, &entries[i], code, in_part))
            learner = entries[i].learner;
    for (size_t i = 0; i < count && learner; i++) {
        struct session_entry *entry = &entries[i];
        if (shared_run_typed(entry->run) && strcmp(entry->run->learner.id, typed) == 0)
            entry->learner = learner;
        else if (in_part && strcmp(entry->learner, learner) == 0)
            entry->overtaken |= matches(session, entry, code, in_part);
    }
}

/* All that agree wholly first: they leave nothing to guess. */
static void match_codes(const struct session *session, struct session_entry *entries, size_t count)
{
    for (int in_part = 0; in_part < 2; in_part++)
        for (size_t i = 0; i < count; i++)
            if (entries[i].run->source == SOURCE_CODE)
                match_code(session, entries, count, &entries[i], in_part);
}

struct session_entry session_entry_of(const struct session *session, const struct shared_run *run,
                                      enum part part)
{
    struct session_entry entry = {.run = run,
                                  .part = part,
                                  .learner = run->learner.id,
                                  .owner = shared_run_typed(run) ? "" : run->owner};
    entry.worth = worth_of(session, &entry);
    find_typed_ids(session, &entry);
    return entry;
}

void session_entries_match(const struct session *session, struct session_entry *entries,
                           size_t count)
{
    qsort(entries, count, sizeof *entries, session_entry_order);
    match_codes(session, entries, count);
    qsort(entries, count, sizeof *entries, session_entry_order);
}
