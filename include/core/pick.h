/* Which activity comes next.  core.
 * The order here is seeded chance within preferences; what the learner has shown (history) decides
 * what is new to them. */
#ifndef SMQ_CORE_PICK_H
#define SMQ_CORE_PICK_H

#include "core/game.h"

/* The next activity for this run, or -1 when nothing is left: a sibling of a miss that is due, or
 * one never asked in this run, preferring (in this order) the other side after three of one side,
 * a scenario not yet met in this run, and an activity new to the learner.  A scenario whose
 * sibling is due is left alone, so that the sibling stays unanswered until its time; that comes
 * early only when nothing else is left.
 * *due receives the entry of game->due that was taken, or -1. */
int pick_next(const struct game *game, const struct bank *bank, const struct history *history,
              struct rng *rng, int *due);

/* Fixes all items of a planned run: as many as rules->length where the bank has them, one a
 * scenario, both sides equally often, easy levels and different principles first, in random order.
 * Fills `plan` (room for GAME_CARDS_MAX) and returns how many. */
int pick_plan(const struct rules *rules, const struct bank *bank, struct rng *rng, int *plan);

/* The plan for practising misses again: the missed activities of a finished run in random order,
 * then a sibling of each.  Fills `plan` (room for GAME_CARDS_MAX) and returns how many; 0 when
 * nothing was missed. */
int pick_misses(const struct game *game, const struct bank *bank, struct rng *rng, int *plan);

#endif
