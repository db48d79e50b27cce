/* Runs whose items are all fixed at the start. */
#include "core/pick_plan.h"

#include "core/choice.h"
#include "core/game_query.h"

/* What a plan under way holds already. */
struct plan {
    int *items;
    int count;
    int of_side[SIDE_COUNT];
};

/* How well an activity would continue the plan; -1 when it must not. */
static int plan_rank(const struct plan *plan, const struct bank *bank, int activity, int per_side)
{
    const struct activity *a = &bank->activities[activity];
    bool new_principle = true;
    if (plan->of_side[a->side] >= per_side)
        return -1;
    for (int i = 0; i < plan->count; i++) {
        const struct activity *other = &bank->activities[plan->items[i]];
        if (other->scenario == a->scenario)
            return -1;
        new_principle = new_principle && other->principle != a->principle;
    }
    int easy = BANK_LEVEL_MAX - bank->scenarios[a->scenario].level;
    return new_principle * (BANK_LEVEL_MAX + 1) + easy;
}

int pick_plan(const struct rules *rules, const struct bank *bank, struct rng *rng, int *items)
{
    struct plan plan = {.items = items};
    int per_side = (rules->length + 1) / SIDE_COUNT;
    while (plan.count < rules->length && plan.count < GAME_CARDS_MAX) {
        struct choice best = {.item = -1};
        for (int i = 0; i < bank->activity_count; i++) {
            int rank = rules_allow(rules, bank, i) ? plan_rank(&plan, bank, i, per_side) : -1;
            if (rank >= 0)
                choice_consider(&best, i, rank, rng);
        }
        if (best.item < 0)
            break;
        plan.of_side[bank->activities[best.item].side]++;
        plan.items[plan.count++] = best.item;
    }
    rng_shuffle(rng, plan.items, plan.count);
    return plan.count;
}

int pick_misses(const struct game *game, const struct bank *bank, struct rng *rng, int *plan)
{
    int missed = 0;
    for (int i = 0; i < game->card_count && missed < GAME_CARDS_MAX / 2; i++) {
        const struct card *card = &game->cards[i];
        struct graded graded = game_graded(game, bank, card);
        if (card->answered && !card->struck && !score_right(&graded))
            plan[missed++] = card->activity;
    }
    rng_shuffle(rng, plan, missed);
    int count = missed;
    for (int i = 0; i < missed; i++) {
        int sibling = bank_sibling(bank, plan[i]);
        bool there = sibling < 0;
        for (int j = 0; j < count; j++)
            there = there || plan[j] == sibling;
        if (!there)
            plan[count++] = sibling;
    }
    return count;
}
