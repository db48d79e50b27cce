/* The items of a run whose mode fixes them at the start. */
#include "core/plan.h"

#include "core/board.h"
#include "core/exam_plan.h"
#include "core/game.h"
#include "core/pick_plan.h"
#include "core/today.h"

int plan_make(const struct rules *rules, const struct bank *bank, const struct history *history,
              struct rng *rng, int *plan)
{
    switch (rules->mode) {
    case MODE_SORT:
        return board_plan(rules, bank, history, rng, plan);
    case MODE_TODAY:
        return today_plan(bank, rules->day, plan);
    case MODE_EXAM:
        return exam_plan(rules, bank, history, rng, plan);
    default:
        return pick_plan(rules, bank, rng, plan);
    }
}

bool plan_possible(const struct rules *rules, const struct bank *bank,
                   const struct history *history)
{
    int plan[GAME_CARDS_MAX];
    struct rng rng = rng_seeded(0);
    if (!mode_info(rules->mode)->planned)
        return rules_pool(rules, bank) > 0;
    return plan_make(rules, bank, history, &rng, plan) > 0;
}
