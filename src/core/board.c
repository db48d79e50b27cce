/* Chooses what stands on the board of the mode "sort", and reads how it is placed. */
#include "core/board.h"

#include <string.h>

/* The scenarios chosen so far from one setting. */
struct choice {
    int scenarios[BOARD_SCENARIOS_MAX];
    int count;
    int fresh; /* of them, never met by the learner */
    int room;  /* activities that may stand on the board */
};

/* What decides about an activity or a scenario. */
struct table {
    const struct rules *rules;
    const struct bank *bank;
    const struct history *history;
};

/* Whether both sides of the scenario may be asked; *room receives how many activities may, *fresh
 * whether the learner never met any of them. */
static bool fits(const struct table *t, const struct scenario *scenario, int *room, bool *fresh)
{
    int of_side[SIDE_COUNT] = {0};
    *fresh = true;
    for (int i = scenario->first; i < scenario->first + scenario->count; i++) {
        if (!rules_allow(t->rules, t->bank, i))
            continue;
        of_side[t->bank->activities[i].side]++;
        *fresh = *fresh && !history_asked(t->history, i);
    }
    *room = of_side[SIDE_SALES] + of_side[SIDE_MARKETING];
    return of_side[SIDE_SALES] > 0 && of_side[SIDE_MARKETING] > 0;
}

static bool has_scenario(const struct choice *choice, int scenario)
{
    for (int i = 0; i < choice->count; i++)
        if (choice->scenarios[i] == scenario)
            return true;
    return false;
}

/* Adds one more scenario of the setting, a fresh one where there is any, by chance among equals. */
static bool add_scenario(const struct table *t, const char *setting, struct rng *rng,
                         struct choice *choice)
{
    int best = -1, best_room = 0, room;
    bool best_fresh = false, fresh;
    uint32_t equals = 0;
    for (int s = 0; s < t->bank->scenario_count; s++) {
        const struct scenario *scenario = &t->bank->scenarios[s];
        if (strcmp(scenario->setting, setting) != 0 || has_scenario(choice, s) ||
            !fits(t, scenario, &room, &fresh) || (best_fresh && !fresh))
            continue;
        equals = fresh && !best_fresh ? 1 : equals + 1;
        best_fresh = fresh;
        if (rng_below(rng, equals) == 0) {
            best = s;
            best_room = room;
        }
    }
    if (best < 0)
        return false;
    choice->scenarios[choice->count++] = best;
    choice->fresh += best_fresh;
    choice->room += best_room;
    return true;
}

/* Two scenarios of the setting, or three when two have too few activities. */
static struct choice choose_scenarios(const struct table *t, const char *setting, struct rng *rng)
{
    struct choice choice = {.count = 0};
    while (choice.count < BOARD_SCENARIOS_MAX && (choice.count < 2 || choice.room < BOARD_LEAST))
        if (!add_scenario(t, setting, rng, &choice))
            break;
    return choice;
}

/* How good a choice is: enough activities first, then how many of its scenarios are old. */
static int rank_of(const struct choice *choice)
{
    int old = choice->count - choice->fresh;
    return (choice->room >= BOARD_LEAST ? BOARD_SCENARIOS_MAX + 1 : 0) + BOARD_SCENARIOS_MAX - old;
}

/* The best choice over all settings, by chance among equals; its count is below 2 when none has
 * two scenarios. */
static struct choice choose_setting(const struct table *t, struct rng *rng)
{
    struct choice best = {.count = 0};
    uint32_t equals = 0;
    for (int s = 0; s < t->bank->scenario_count; s++) {
        const char *setting = t->bank->scenarios[s].setting;
        int first = 0;
        while (strcmp(t->bank->scenarios[first].setting, setting) != 0)
            first++;
        if (first < s)
            continue; /* met before */
        struct choice choice = choose_scenarios(t, setting, rng);
        if (choice.count < 2 || (best.count > 0 && rank_of(&choice) < rank_of(&best)))
            continue;
        equals = best.count == 0 || rank_of(&choice) > rank_of(&best) ? 1 : equals + 1;
        if (rng_below(rng, equals) == 0)
            best = choice;
    }
    return best;
}

static bool in_plan(const int *plan, int count, int activity)
{
    for (int i = 0; i < count; i++)
        if (plan[i] == activity)
            return true;
    return false;
}

/* Another activity of the scenario, on this side (SIDE_NONE: on any), by chance; -1 when none is
 * left. */
static int draw(const struct table *t, int scenario, enum side side, struct rng *rng,
                const int *plan, int count)
{
    const struct scenario *s = &t->bank->scenarios[scenario];
    int drawn = -1;
    uint32_t equals = 0;
    for (int i = s->first; i < s->first + s->count; i++) {
        if (!rules_allow(t->rules, t->bank, i) || in_plan(plan, count, i) ||
            (side != SIDE_NONE && t->bank->activities[i].side != side))
            continue;
        if (rng_below(rng, ++equals) == 0)
            drawn = i;
    }
    return drawn;
}

/* Both sides of every scenario, then more of each in turn up to a size by chance, so that the last
 * ones cannot be told by counting. */
static int draw_activities(const struct table *t, const struct choice *choice, struct rng *rng,
                           int *plan)
{
    int count = 0, size = BOARD_LEAST + (int)rng_below(rng, BOARD_MOST - BOARD_LEAST + 1);
    for (int i = 0; i < choice->count; i++)
        for (int side = 0; side < SIDE_COUNT; side++, count++)
            plan[count] = draw(t, choice->scenarios[i], (enum side)side, rng, plan, count);
    size = size < choice->room ? size : choice->room;
    for (int turn = (int)rng_below(rng, (uint32_t)choice->count); count < size; turn++) {
        int scenario = choice->scenarios[turn % choice->count];
        int drawn = draw(t, scenario, SIDE_NONE, rng, plan, count);
        if (drawn >= 0)
            plan[count++] = drawn;
    }
    return count;
}

/* Mixes the plan, and keeps each scenario's activities together. */
static void mix(const struct bank *bank, struct rng *rng, int *plan, int count)
{
    rng_shuffle(rng, plan, count);
    for (int at = 1; at < count; at++) {
        int scenario = bank->activities[plan[at - 1]].scenario, next = at;
        while (next < count && bank->activities[plan[next]].scenario != scenario)
            next++;
        if (next == count)
            continue;
        int taken = plan[next];
        plan[next] = plan[at];
        plan[at] = taken;
    }
}

int board_plan(const struct rules *rules, const struct bank *bank, const struct history *history,
               struct rng *rng, int *plan)
{
    const struct table t = {.rules = rules, .bank = bank, .history = history};
    struct choice choice = choose_setting(&t, rng);
    if (choice.count < 2)
        return 0;
    int count = draw_activities(&t, &choice, rng, plan);
    mix(bank, rng, plan, count);
    return count;
}
