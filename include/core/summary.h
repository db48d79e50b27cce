/* What a finished run comes to: counts by side and principle, and the misses.  core. */
#ifndef SMQ_CORE_SUMMARY_H
#define SMQ_CORE_SUMMARY_H

#include "core/game.h"

enum { SUMMARY_COSTLY_MAX = 2 };

struct principle_tally {
    int principle, answers, missed;
};

struct summary {
    struct tally all;      /* every answer that counts */
    struct tally new_only; /* those to activities never asked before */
    /* the principles missed most often, worst first; only those with a miss */
    struct principle_tally costly[SUMMARY_COSTLY_MAX];
    int costly_count;
    int misses[GAME_CARDS_MAX]; /* cards answered wrong and not struck out, in order */
    int miss_count;
    int struck;
};

void summary_of(const struct game *game, const struct bank *bank, struct summary *out);

#endif
