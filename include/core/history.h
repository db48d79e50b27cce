/* What the learner answered in earlier runs, as the picker reads it.  core.
 * Filled from the log at the start, one entry an answer in order of time; the game only reads it.
 */
#ifndef SMQ_CORE_HISTORY_H
#define SMQ_CORE_HISTORY_H

#include "core/score.h"

struct past {
    int activity; /* index in the bank, or -1 when it is of another bank or gone */
    struct graded graded;
    int64_t utc_ms;
    int utc_offset_min;
};

struct history {
    struct past *items;
    size_t len, cap;
    int *asked; /* per activity of the bank: how often asked */
};

/* An empty history over this bank.  Free with history_free. */
void history_init(struct history *h, const struct bank *bank);
/* Adds an answer; graded.first_time is worked out here. */
void history_add(struct history *h, struct past past);
/* Whether the learner was ever asked this activity; a struck answer counts for nothing, but its
 * verdict was seen, so it is not new any more. */
bool history_asked(const struct history *h, int activity);
/* On how many local days something was answered. */
int history_days(const struct history *h);
/* The tally of first answers to activities (what new-item accuracy is taken over). */
struct tally history_first_answers(const struct history *h);
/* The same over the last `most` of them. */
struct tally history_recent(const struct history *h, int most);
void history_free(struct history *h);

#endif
