/* What the learner answered in earlier runs, as the picker reads it. */
#include "core/history.h"

#include <limits.h>
#include <stdlib.h>

#include "core/calendar.h"

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

int history_days(const struct history *h)
{
    int days = 0;
    int64_t latest = INT64_MIN;
    for (size_t i = 0; i < h->len; i++) {
        int64_t day = calendar_local_day(h->items[i].utc_ms, h->items[i].utc_offset_min);
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
