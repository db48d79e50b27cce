/* The learner's best runs of the modes that have a score. */
#include "core/best.h"

int best_score(const struct history *history, const struct past_run *run)
{
    int right = 0, wrong = 0;
    for (size_t i = run->first; i < run->first + run->count; i++) {
        const struct graded *graded = &history->items[i].graded;
        right += !graded->struck && score_right(graded);
        wrong += !graded->struck && !score_right(graded);
    }
    return mode_info(run->mode)->seconds ? right - wrong : right;
}

int best_before(const struct history *history, enum mode mode, size_t runs, bool *found)
{
    int best = 0;
    *found = false;
    for (size_t i = 0; i < runs; i++) {
        const struct past_run *run = &history->runs[i];
        if (run->mode != mode || run->other_bank)
            continue;
        int score = best_score(history, run);
        best = !*found || score > best ? score : best;
        *found = true;
    }
    return best;
}
