/* What the learner answered in earlier runs, as the picker reads it. */
#include "core/history.h"

#include <limits.h>
#include <stdlib.h>

enum { MS_A_MINUTE = 60 * 1000, MS_A_DAY = 24 * 60 * MS_A_MINUTE };

void history_init(struct history *h, const struct bank *bank)
{
    *h = (struct history){.asked = xcalloc((size_t)bank->activity_count, sizeof *h->asked)};
}

void history_add(struct history *h, struct past past)
{
    past.graded.first_time = past.activity >= 0 && !h->asked[past.activity];
    if (past.activity >= 0)
        h->asked[past.activity]++;
    h->items = xgrow(h->items, h->len, &h->cap, sizeof *h->items);
    h->items[h->len++] = past;
}

bool history_asked(const struct history *h, int activity)
{
    return h->asked[activity] > 0;
}

/* Rounds down before 1970 too. */
int64_t past_local_day(const struct past *past)
{
    int64_t local_ms = past->utc_ms + (int64_t)past->utc_offset_min * MS_A_MINUTE;
    return local_ms / MS_A_DAY - (local_ms % MS_A_DAY < 0);
}

int history_days(const struct history *h)
{
    int days = 0;
    int64_t latest = INT64_MIN;
    for (size_t i = 0; i < h->len; i++) {
        int64_t day = past_local_day(&h->items[i]);
        if (day > latest) {
            latest = day;
            days++;
        }
    }
    return days;
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
    free(h->asked);
    *h = (struct history){0};
}
