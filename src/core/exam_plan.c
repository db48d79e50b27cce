/* The items of an exam, fixed before its first card. */
#include "core/exam_plan.h"

#include <stdlib.h>

enum { BLOCK = 4, UNUSED = -1, USED_UP = -2 };

struct planner {
    const struct bank *bank;
    const struct history *history;
    int *pool; /* what may be asked, in random order */
    int pool_count;
    int *used;         /* per scenario: the activity taken from it, UNUSED or USED_UP */
    int *of_principle; /* per principle: how many were taken */
};

static void open_planner(struct planner *p, const struct rules *rules, struct rng *rng)
{
    const struct bank *bank = p->bank;
    p->pool = xcalloc((size_t)bank->activity_count, sizeof *p->pool);
    p->used = xcalloc((size_t)bank->scenario_count, sizeof *p->used);
    p->of_principle = xcalloc((size_t)bank->principle_count, sizeof *p->of_principle);
    for (int i = 0; i < bank->scenario_count; i++)
        p->used[i] = UNUSED;
    for (int i = 0; i < bank->activity_count; i++)
        if (rules_allow(rules, bank, i))
            p->pool[p->pool_count++] = i;
    rng_shuffle(rng, p->pool, p->pool_count);
}

static void close_planner(struct planner *p)
{
    free(p->pool);
    free(p->used);
    free(p->of_principle);
}

/* Whether the activity's scenario is as fresh as wished: unused, or used for the other side. */
static bool fits(const struct planner *p, int activity, enum side side, bool second)
{
    const struct activity *a = &p->bank->activities[activity];
    int used = p->used[a->scenario];
    if (a->side != side || used == USED_UP || second != (used != UNUSED))
        return false;
    return !second || p->bank->activities[used].side != side;
}

static bool better(const struct planner *p, int activity, int than)
{
    int taken = p->of_principle[p->bank->activities[activity].principle];
    int taken_than = p->of_principle[p->bank->activities[than].principle];
    if ((taken == 0) != (taken_than == 0))
        return taken == 0;
    int asked = p->history->asked[activity], asked_than = p->history->asked[than];
    return asked != asked_than ? asked < asked_than : taken < taken_than;
}

/* The best activity of this side, or -1. */
static int find(const struct planner *p, enum side side, bool second)
{
    int best = -1;
    for (int i = 0; i < p->pool_count; i++)
        if (fits(p, p->pool[i], side, second) && (best < 0 || better(p, p->pool[i], best)))
            best = p->pool[i];
    return best;
}

static void take(struct planner *p, int activity)
{
    const struct activity *a = &p->bank->activities[activity];
    p->used[a->scenario] = p->used[a->scenario] == UNUSED ? activity : USED_UP;
    p->of_principle[a->principle]++;
}

/* The sides of the next block, in random order; returns how many, which may be one more than the
 * `left` items it is for: an odd rest has room for either side. */
static int deal_sides(int sides[BLOCK], int left, struct rng *rng)
{
    int count = left < BLOCK ? left + left % SIDE_COUNT : BLOCK;
    for (int i = 0; i < count; i++)
        sides[i] = i % SIDE_COUNT;
    rng_shuffle(rng, sides, count);
    return count;
}

/* A place later in the block with the other side than the one at `at`, or `dealt` without one. */
static int place_of_other(const int sides[BLOCK], int dealt, int at)
{
    int place = at;
    while (place < dealt && sides[place] == sides[at])
        place++;
    return place;
}

/* The item for place `at` of the block, or -1: from a scenario not used yet before one that was, of
 * the side dealt before the other; then the two change places. */
static int next_item(const struct planner *p, int sides[BLOCK], int dealt, int at)
{
    int other = place_of_other(sides, dealt, at);
    for (int second = 0; second <= 1; second++) {
        int item = find(p, (enum side)sides[at], second);
        if (item >= 0)
            return item;
        item = other < dealt ? find(p, (enum side)sides[other], second) : -1;
        if (item >= 0) {
            int side = sides[other];
            sides[other] = sides[at];
            sides[at] = side;
            return item;
        }
    }
    return -1;
}

int exam_plan(const struct rules *rules, const struct bank *bank, const struct history *history,
              struct rng *rng, int *plan)
{
    struct planner planner = {.bank = bank, .history = history};
    int sides[BLOCK], dealt = 0, count = 0;
    open_planner(&planner, rules, rng);
    for (; count < rules->length && count < GAME_CARDS_MAX; count++) {
        if (count % BLOCK == 0)
            dealt = deal_sides(sides, rules->length - count, rng);
        int item = next_item(&planner, sides, dealt, count % BLOCK);
        if (item < 0)
            break;
        take(&planner, item);
        plan[count] = item;
    }
    close_planner(&planner);
    return count;
}

static int principles_of(const struct bank *bank, const int *plan, int count)
{
    int principles = 0;
    for (int i = 0; i < count; i++) {
        bool met = false;
        for (int j = 0; j < i; j++)
            met = met || bank->activities[plan[j]].principle == bank->activities[plan[i]].principle;
        principles += !met;
    }
    return principles;
}

struct exam_rules exam_rules_of_plan(const struct exam_rules *wished, const struct bank *bank,
                                     const int *plan, int count)
{
    struct exam_rules rules = *wished;
    rules.pass = (wished->pass * count + wished->length - 1) / wished->length;
    rules.length = count;
    rules.principles = principles_of(bank, plan, count);
    return rules;
}
