/* Grading: what an answer is worth and where it counts, and tallies of answers. */
#include "core/score.h"

unsigned score_counts(const struct graded *answer)
{
    if (answer->struck || answer->after_verdict || mode_info(answer->mode)->seconds)
        return 0;
    unsigned counts = COUNTS_EVIDENCE;
    if (answer->first_time) {
        counts |= COUNTS_ACCURACY | COUNTS_IN_SESSION;
        if (answer->sure)
            counts |= COUNTS_MASTERY;
    }
    return counts;
}

bool score_right(const struct graded *answer)
{
    return answer->choice == answer->keyed;
}

void tally_add(struct tally *tally, const struct graded *answer)
{
    if (!score_counts(answer))
        return;
    bool right = score_right(answer);
    tally->answers++;
    tally->right += right;
    tally->sure += answer->sure;
    tally->sure_right += answer->sure && right;
    tally->table[answer->keyed][answer->choice]++;
}

void tally_join(struct tally *tally, const struct tally *other)
{
    tally->answers += other->answers;
    tally->right += other->right;
    tally->sure += other->sure;
    tally->sure_right += other->sure_right;
    for (int keyed = 0; keyed < SIDE_COUNT; keyed++)
        for (int choice = 0; choice < SIDE_COUNT; choice++)
            tally->table[keyed][choice] += other->table[keyed][choice];
}
