/* Which activity comes next. */
#include "core/pick.h"

#include "core/game_query.h"

/* The weights only order the preferences: each is larger than all after it together. */
enum { PREFER_OTHER_SIDE = 4, PREFER_FRESH_SCENARIO = 2, PREFER_NEW = 1 };
enum { SAME_SIDE_ROW = 3 };

/* One item chosen among equals as they stream by (reservoir sampling of size one). */
struct choice {
    int activity;
    int rank;
    uint32_t equals;
};

static void consider(struct choice *best, int activity, int rank, struct rng *rng)
{
    if (best->activity >= 0 && rank < best->rank)
        return;
    if (best->activity < 0 || rank > best->rank)
        *best = (struct choice){.activity = activity, .rank = rank};
    best->equals++;
    if (rng_below(rng, best->equals) == 0)
        best->activity = activity;
}

/* The side that came three times in a row just now, or SIDE_NONE. */
static enum side side_in_a_row(const struct game *game, const struct bank *bank)
{
    if (game->card_count < SAME_SIDE_ROW)
        return SIDE_NONE;
    const struct card *last = &game->cards[game->card_count - 1];
    enum side side = bank->activities[last->activity].side;
    for (int i = 1; i < SAME_SIDE_ROW; i++)
        if (bank->activities[last[-i].activity].side != side)
            return SIDE_NONE;
    return side;
}

static bool asked_in_run(const struct game *game, int activity)
{
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].activity == activity)
            return true;
    return false;
}

static bool scenario_in_run(const struct game *game, const struct bank *bank, int scenario)
{
    for (int i = 0; i < game->card_count; i++)
        if (bank->activities[game->cards[i].activity].scenario == scenario)
            return true;
    return false;
}

static bool scenario_due(const struct game *game, const struct bank *bank, int scenario)
{
    for (int i = 0; i < game->due_count; i++)
        if (bank->activities[game->due[i].activity].scenario == scenario)
            return true;
    return false;
}

/* The entry of game->due that comes first, or -1; those of struck misses only when asked for. */
static int earliest_due(const struct game *game, bool struck_too)
{
    int earliest = -1;
    for (int i = 0; i < game->due_count; i++) {
        if (game->cards[game->due[i].missed_card].struck && !struck_too)
            continue;
        if (earliest < 0 || game->due[i].at < game->due[earliest].at)
            earliest = i;
    }
    return earliest;
}

/* An activity never asked in this run, by the preferences; -1 when there is none. */
static int pick_fresh(const struct game *game, const struct bank *bank,
                      const struct history *history, struct rng *rng)
{
    enum side row = side_in_a_row(game, bank);
    struct choice best = {.activity = -1};
    for (int s = 0; s < bank->scenario_count; s++) {
        const struct scenario *scenario = &bank->scenarios[s];
        if (scenario_due(game, bank, s))
            continue;
        int fresh = scenario_in_run(game, bank, s) ? 0 : PREFER_FRESH_SCENARIO;
        for (int i = scenario->first; i < scenario->first + scenario->count; i++) {
            if (!rules_allow(&game->rules, bank, i) || (!fresh && asked_in_run(game, i)))
                continue;
            int rank = fresh + (history_asked(history, i) ? 0 : PREFER_NEW);
            if (row != SIDE_NONE && bank->activities[i].side != row)
                rank += PREFER_OTHER_SIDE;
            consider(&best, i, rank, rng);
        }
    }
    return best.activity;
}

int pick_next(const struct game *game, const struct bank *bank, const struct history *history,
              struct rng *rng, int *due)
{
    *due = earliest_due(game, false);
    if (*due >= 0 && game->due[*due].at <= game->card_count)
        return game->due[*due].activity;
    int fresh = pick_fresh(game, bank, history, rng);
    *due = fresh < 0 ? earliest_due(game, true) : -1;
    return *due < 0 ? fresh : game->due[*due].activity;
}

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
        struct choice best = {.activity = -1};
        for (int i = 0; i < bank->activity_count; i++) {
            int rank = rules_allow(rules, bank, i) ? plan_rank(&plan, bank, i, per_side) : -1;
            if (rank >= 0)
                consider(&best, i, rank, rng);
        }
        if (best.activity < 0)
            break;
        plan.of_side[bank->activities[best.activity].side]++;
        plan.items[plan.count++] = best.activity;
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
