/* A learner's earlier answers as the log has them, before a bank says what they are. */
#include "app/earlier.h"

#include <stdlib.h>
#include <string.h>

#include "core/rekey.h"
#include "core/xmalloc.h"

struct earlier_run {
    char id[UUID_SIZE];
    int bank; /* number of its id */
    struct past_run past;
    size_t count; /* of its answers */
};

/* Small: a learner may have tens of thousands. */
struct earlier_answer {
    uint64_t wording;
    int64_t utc_ms;
    int activity; /* number of "bank:scenario/activity" */
    int16_t utc_offset_min;
    int8_t keyed, choice; /* enum side */
    bool sure, struck;
};

struct reading {
    struct earlier *earlier;
    const char *except;
};

/* Begins the run of the next answers. */
static void begin_run(struct earlier *earlier, const struct answer_row *row, enum mode mode)
{
    const struct run *run = row->run;
    struct rules rules;
    if (!rules_read(run->rules, mode, &rules))
        rules = rules_default(mode); /* of a later version: its answers count all the same */
    earlier->runs =
        xgrow(earlier->runs, earlier->run_count, &earlier->run_cap, sizeof *earlier->runs);
    struct earlier_run *kept = &earlier->runs[earlier->run_count++];
    *kept = (struct earlier_run){
        .bank = numbering_of(&earlier->names, run->bank, strlen(run->bank)),
        .past = {.mode = mode,
                 .end = run_end_from_id(row->ended),
                 .length = rules.length,
                 .pass = rules.pass,
                 .day = rules.day,
                 .adaptive = rules.adaptive,
                 .started_utc_ms = run->started_utc_ms,
                 .utc_offset_min = run->utc_offset_min},
    };
    memcpy(kept->id, run->id, sizeof kept->id);
}

static bool read_answer(const struct answer_row *row, void *context)
{
    struct reading *reading = context;
    struct earlier *earlier = reading->earlier;
    const struct event *event = row->event;
    enum mode mode;
    bool known = mode_from_id(row->run->mode, &mode);
    if (!known || (reading->except && strcmp(reading->except, row->run->id) == 0))
        return true;
    size_t runs = earlier->run_count;
    if (runs == 0 || strcmp(earlier->runs[runs - 1].id, row->run->id) != 0)
        begin_run(earlier, row, mode);
    earlier->runs[earlier->run_count - 1].count++;
    earlier->answers =
        xgrow(earlier->answers, earlier->len, &earlier->cap, sizeof *earlier->answers);
    earlier->answers[earlier->len++] = (struct earlier_answer){
        .activity = numbering_of(&earlier->names, event->activity, strlen(event->activity)),
        .wording = event->wording,
        .utc_ms = event->utc_ms,
        .utc_offset_min = (int16_t)event->utc_offset_min,
        .keyed = (int8_t)event->keyed,
        .choice = (int8_t)event->choice,
        .sure = event->sure,
        .struck = row->struck,
    };
    return true;
}

bool earlier_read(struct earlier *out, struct store *store, const char *learner_id,
                  const char *except, struct err *e)
{
    struct reading reading = {.earlier = out, .except = except};
    return store->ops->each_past(store, learner_id, read_answer, &reading, e);
}

static struct past past_of(const struct earlier_answer *answer, const struct bank *bank,
                           int activity, enum mode mode)
{
    enum side keyed = (enum side)answer->keyed;
    return (struct past){
        .activity = activity,
        .wording = answer->wording,
        .keyed_then = keyed,
        .graded = {.keyed = rekey(bank, activity, answer->wording, keyed),
                   .choice = (enum side)answer->choice,
                   .sure = answer->sure,
                   .struck = answer->struck,
                   .mode = mode},
        .utc_ms = answer->utc_ms,
        .utc_offset_min = answer->utc_offset_min,
    };
}

void earlier_history(const struct earlier *earlier, const struct bank *bank,
                     struct history *history)
{
    const struct numbering *names = &earlier->names;
    const struct earlier_answer *answer = earlier->answers;
    int *activities = xcalloc(names->count, sizeof *activities);
    for (size_t i = 0; i < names->count; i++)
        activities[i] = bank_find_logged(bank, names->text[i]);
    history_init(history, bank);
    for (size_t i = 0; i < earlier->run_count; i++) {
        const struct earlier_run *run = &earlier->runs[i];
        struct past_run past = run->past;
        past.other_bank = strcmp(names->text[run->bank], bank->id) != 0;
        history_begin_run(history, &past);
        for (size_t n = 0; n < run->count; n++, answer++)
            history_add(history, past_of(answer, bank, activities[answer->activity], past.mode));
    }
    free(activities);
}

void earlier_free(struct earlier *earlier)
{
    free(earlier->runs);
    free(earlier->answers);
    numbering_free(&earlier->names);
    *earlier = (struct earlier){0};
}
