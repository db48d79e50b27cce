/* The items of an exam, fixed before its first card.  core. */
#ifndef SMQ_CORE_EXAM_PLAN_H
#define SMQ_CORE_EXAM_PLAN_H

#include "core/exam.h"
#include "core/pick.h"

/* Fills `plan` (room for GAME_CARDS_MAX) with up to rules->length activities that the rules allow
 * and returns how many: fewer where the bank has no more for an even exam, 0 where it has none.
 * - Each four hold two of each side in random order (a rest of two one of each), so that no side
 *   comes more than four times in a row.
 * - One activity a scenario; when these are used up, a second one of the other side.
 * - Principles that have not come yet first, then activities the learner was never asked (or was
 *   asked least often), then principles that came least often; chance among equals. */
int exam_plan(const struct rules *rules, const struct bank *bank, const struct history *history,
              struct rng *rng, int *plan);

/* The rules as they are for this plan: its length instead of the one wished for, the same share
 * right for a pass, and all its principles. */
struct exam_rules exam_rules_of_plan(const struct exam_rules *wished, const struct bank *bank,
                                     const int *plan, int count);

#endif
