/* Naive Bayes over the words of a bank, leaving out one scenario at a time by taking its counts off
 * instead of learning anew. */
#include "core/guess.h"

#include <math.h>
#include <stdlib.h>

/* What the classifier has learnt. */
struct learnt {
    const struct bank *bank;
    const struct words *words;
    int *tokens[SIDE_COUNT]; /* by word: how often it occurs on each side */
    int activities[SIDE_COUNT];
    int64_t all_tokens[SIDE_COUNT];
    int vocabulary; /* words that occur on some side */
};

/* Learns the activities of a scenario (sign 1) or forgets them (-1). */
static void learn(struct learnt *l, const struct scenario *scenario, int sign)
{
    for (int i = scenario->first; i < scenario->first + scenario->count; i++) {
        enum side side = l->bank->activities[i].side;
        if (l->bank->activities[i].dropped)
            continue;
        l->activities[side] += sign;
        for (size_t t = l->words->first[i]; t < l->words->first[i + 1]; t++) {
            int word = l->words->tokens[t];
            bool before = l->tokens[SIDE_SALES][word] + l->tokens[SIDE_MARKETING][word] > 0;
            l->tokens[side][word] += sign;
            bool after = l->tokens[SIDE_SALES][word] + l->tokens[SIDE_MARKETING][word] > 0;
            l->vocabulary += after - before;
            l->all_tokens[side] += sign;
        }
    }
}

/* The logarithm of how likely an activity is on a side, but for what both sides share. */
static double likelihood(const struct learnt *l, int activity, enum side side)
{
    if (l->activities[side] == 0)
        return -INFINITY;
    double sum = log(l->activities[side]);
    double below = (double)(l->all_tokens[side] + l->vocabulary);
    for (size_t t = l->words->first[activity]; t < l->words->first[activity + 1]; t++)
        sum += log((l->tokens[side][l->words->tokens[t]] + 1) / below);
    return sum;
}

static enum side guess(const struct learnt *l, int activity)
{
    static const double rounding = 1e-9; /* sums of the same terms in another order */
    double sales = likelihood(l, activity, SIDE_SALES);
    double marketing = likelihood(l, activity, SIDE_MARKETING);
    return marketing > sales + rounding ? SIDE_MARKETING : SIDE_SALES;
}

int guess_by_words(const struct bank *bank, const struct words *words)
{
    struct learnt l = {.bank = bank, .words = words};
    int right = 0;
    for (int side = 0; side < SIDE_COUNT; side++)
        l.tokens[side] = xcalloc(words->spellings.count, sizeof *l.tokens[side]);
    for (int s = 0; s < bank->scenario_count; s++)
        learn(&l, &bank->scenarios[s], 1);
    for (int s = 0; s < bank->scenario_count; s++) {
        const struct scenario *scenario = &bank->scenarios[s];
        learn(&l, scenario, -1);
        for (int i = scenario->first; i < scenario->first + scenario->count; i++)
            right += !bank->activities[i].dropped && guess(&l, i) == bank->activities[i].side;
        learn(&l, scenario, 1);
    }
    for (int side = 0; side < SIDE_COUNT; side++)
        free(l.tokens[side]);
    return right;
}
