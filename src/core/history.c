/* What the learner answered in earlier runs, as the picker reads it. */
#include "core/history.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/evidence.h"

void history_init(struct history *h, const struct bank *bank)
{
    size_t activities = (size_t)bank->activity_count;
    *h = (struct history){.asked = xcalloc(activities, sizeof *h->asked),
                          .asked_at = xcalloc(activities, sizeof *h->asked_at),
                          .evidence = evidence_none(bank->principle_count),
                          .bank = bank};
}

void history_begin_run(struct history *h, const struct past_run *run)
{
    h->runs = xgrow(h->runs, h->run_count, &h->run_cap, sizeof *h->runs);
    h->runs[h->run_count] = *run;
    h->runs[h->run_count].first = h->len;
    h->runs[h->run_count++].count = 0;
}

/* A test under way tells nothing before its end, wherever answers are counted. */
static bool is_sealed(const struct history *h)
{
    const struct past_run *run = h->run_count ? &h->runs[h->run_count - 1] : NULL;
    return run && mode_info(run->mode)->test && run->end == RUN_OPEN;
}

void history_add(struct history *h, struct past past)
{
    if (is_sealed(h)) {
        if (past.activity >= 0)
            h->asked[past.activity]++;
        return;
    }
    if (h->run_count)
        h->runs[h->run_count - 1].count++;
    past.graded.first_time = past.activity >= 0 && !h->asked[past.activity];
    if (past.activity >= 0)
        h->asked[past.activity]++;
    h->items = xgrow(h->items, h->len, &h->cap, sizeof *h->items);
    h->items[h->len++] = past;
    if (past.activity < 0)
        return;
    h->asked_at[past.activity] = (int)h->len;
    evidence_add(&h->evidence[h->bank->activities[past.activity].principle], ++h->known,
                 &past.graded);
}

bool history_asked(const struct history *h, int activity)
{
    return h->asked[activity] > 0;
}

static const char *const end_ids[] = {[RUN_OPEN] = "",
                                      [RUN_DONE] = "done",
                                      [RUN_QUIT] = "quit",
                                      [RUN_PASSED] = "passed",
                                      [RUN_FAILED] = "failed"};

const char *run_end_id(enum run_end end)
{
    return end_ids[end];
}

enum run_end run_end_from_id(const char *id)
{
    for (int i = 0; i < (int)ARRAY_LEN(end_ids); i++)
        if (strcmp(end_ids[i], id) == 0)
            return (enum run_end)i;
    return RUN_DONE; /* a word of a later version: the run has ended in any case */
}

const struct past_run *history_newest(const struct history *h, enum mode mode)
{
    for (size_t i = h->run_count; i > 0; i--)
        if (h->runs[i - 1].mode == mode && !h->runs[i - 1].other_bank)
            return &h->runs[i - 1];
    return NULL;
}

const struct past_run *history_day_played(const struct history *h, int64_t day)
{
    for (size_t i = 0; i < h->run_count; i++) {
        const struct past_run *run = &h->runs[i];
        if (run->mode == MODE_TODAY && run->day == day && !run->other_bank && run->end == RUN_DONE)
            return run;
    }
    return NULL;
}

struct tally history_first_answers(const struct history *h)
{
    return history_recent(h, INT_MAX);
}

struct tally history_recent(const struct history *h, int most)
{
    struct tally tally = {0};
    for (size_t i = h->len; i > 0 && tally.answers < most; i--)
        if (score_counts(&h->items[i - 1].graded) & COUNTS_ACCURACY)
            tally_add(&tally, &h->items[i - 1].graded);
    return tally;
}

void history_free(struct history *h)
{
    free(h->items);
    free(h->runs);
    free(h->asked);
    free(h->asked_at);
    free(h->evidence);
    *h = (struct history){0};
}
