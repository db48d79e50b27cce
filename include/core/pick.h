/* Which activity comes next.  core.
 * What the learner has shown decides (core/evidence.h); among equals seeded chance. */
#ifndef SMQ_CORE_PICK_H
#define SMQ_CORE_PICK_H

#include "core/game.h"

/* The next activity for this run, or -1 when nothing is left.
 *
 * A sibling of a miss comes when it is due.  Else a principle is taken, and one of its activities
 * that was not asked in this run.  The principle, the first case that has one:
 *   1. missed in this run three to five cards ago and not shown since (a struck miss is none, nor
 *      one whose sibling is still to come), the earliest miss first;
 *   2. never met, in the bank's order, as long as fewer than four were met in this run;
 *   3. the weakest: the highest (1 - evidence) + 0.01 for each answer since it was shown; the
 *      principles of the last three answers rest;
 *   4. when those are used up: never met, then the one shown longest ago.
 * Within the principle, preferring in this order: the other side after three of one side, a
 * scenario not yet met in this run, what the learner was asked longest ago or never, scenarios of
 * the house, a level that fits the evidence; then chance.
 *
 * A scenario whose sibling is due is left alone, so that the sibling stays unanswered until its
 * time; that comes early only when nothing else is left.
 * *due receives the entry of game->due that was taken, or -1. */
int pick_next(const struct game *game, const struct bank *bank, const struct history *history,
              struct rng *rng, int *due);

#endif
