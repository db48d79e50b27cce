/* The items of a run whose mode fixes them at the start.  core. */
#ifndef SMQ_CORE_PLAN_H
#define SMQ_CORE_PLAN_H

#include "core/history.h"
#include "core/rng.h"

/* Fills `plan` (room for GAME_CARDS_MAX) with the activities of a run by these rules, in order, and
 * returns how many; 0 when the bank has none that fit. */
int plan_make(const struct rules *rules, const struct bank *bank, const struct history *history,
              struct rng *rng, int *plan);
/* Whether a run by these rules has anything to ask. */
bool plan_possible(const struct rules *rules, const struct bank *bank,
                   const struct history *history);

#endif
