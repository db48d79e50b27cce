/* Runs whose items are all fixed at the start.  core. */
#ifndef SMQ_CORE_PICK_PLAN_H
#define SMQ_CORE_PICK_PLAN_H

#include "core/game.h"

/* Fixes all items of a planned run: as many as rules->length where the bank has them, one a
 * scenario, both sides equally often, easy levels and different principles first, in random order.
 * Fills `plan` (room for GAME_CARDS_MAX) and returns how many. */
int pick_plan(const struct rules *rules, const struct bank *bank, struct rng *rng, int *plan);

/* The plan for practising misses again: the missed activities of a finished run in random order,
 * then a sibling of each.  Fills `plan` (room for GAME_CARDS_MAX) and returns how many; 0 when
 * nothing was missed. */
int pick_misses(const struct game *game, const struct bank *bank, struct rng *rng, int *plan);

#endif
