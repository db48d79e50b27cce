/* The board of the mode "sort": activities of a few scenarios, placed together.  core. */
#ifndef SMQ_CORE_BOARD_H
#define SMQ_CORE_BOARD_H

#include "core/history.h"
#include "core/rng.h"
#include "core/rules.h"

enum { BOARD_LEAST = 6, BOARD_MOST = 8, BOARD_SCENARIOS_MAX = 3 };

/* Chooses the activities of a board: six to eight of two or three scenarios of one setting (the
 * scenarios without one count as one), both sides of each scenario among them, within the rules'
 * narrowing.  A setting with enough for that comes first, then one whose scenarios are new to the
 * learner, then chance.  Those of one scenario stand together, otherwise in an order by chance.
 * Fills `plan` (room for BOARD_MOST) and returns how many: four or five where no setting has more,
 * 0 when no setting has two such scenarios. */
int board_plan(const struct rules *rules, const struct bank *bank, const struct history *history,
               struct rng *rng, int *plan);

#endif
