/* Which scenarios go into the forms and the practice of a session. */
#include "core/session_pick.h"

#include <stdlib.h>

#include "core/id_index.h"

/* Whether both sides of a scenario can be asked. */
static bool usable(const struct bank *bank, const struct rules *rules, const struct scenario *s)
{
    bool has[SIDE_COUNT] = {false};
    for (int i = s->first; i < s->first + s->count; i++)
        if (rules_allow(rules, bank, i))
            has[bank->activities[i].side] = true;
    return has[SIDE_SALES] && has[SIDE_MARKETING];
}

/* Gives scenarios of one setting one number. */
static void number_settings(struct session_pick *pick)
{
    struct id_index settings = {0};
    for (int i = 0; i < pick->bank->scenario_count; i++)
        id_index_add(&settings, pick->bank->scenarios[i].setting, i, (struct place){NULL, 0});
    id_index_sort(&settings);
    for (size_t n = 0; n < settings.len; n++)
        pick->setting_of[settings.entries[n].item] = id_index_first(&settings, n)->item;
    id_index_free(&settings);
}

void session_pick_open(struct session_pick *pick, const struct bank *bank,
                       const struct rules *rules, struct rng *rng)
{
    size_t scenarios = (size_t)bank->scenario_count, principles = (size_t)bank->principle_count;
    *pick = (struct session_pick){.bank = bank};
    pick->pool = xcalloc(scenarios, sizeof *pick->pool);
    pick->taken = xcalloc(scenarios, sizeof *pick->taken);
    pick->setting_of = xcalloc(scenarios, sizeof *pick->setting_of);
    pick->uses = xcalloc(scenarios, sizeof *pick->uses);
    pick->principles = xcalloc(principles, sizeof *pick->principles);
    pick->order = xcalloc(principles, sizeof *pick->order);
    number_settings(pick);
    for (int i = 0; i < bank->scenario_count; i++) {
        const struct scenario *s = &bank->scenarios[i];
        if (!usable(bank, rules, s))
            continue;
        pick->pool[pick->pool_count++] = i;
        pick->principles[s->principle].left++;
        pick->principles[s->principle].house_left += s->house;
        pick->house_count += s->house;
    }
    rng_shuffle(rng, pick->pool, pick->pool_count);
    for (int i = 0; i < bank->principle_count; i++)
        pick->order[i] = i;
}

void session_pick_close(struct session_pick *pick)
{
    free(pick->pool);
    free(pick->taken);
    free(pick->setting_of);
    free(pick->uses);
    free(pick->principles);
    free(pick->order);
    *pick = (struct session_pick){0};
}

static const struct scenario *scenario(const struct session_pick *pick, int index)
{
    return &pick->bank->scenarios[index];
}

static void mark(struct session_pick *pick, int index, bool taken)
{
    struct session_pick_principle *p = &pick->principles[scenario(pick, index)->principle];
    int by = taken ? 1 : -1;
    pick->taken[index] = taken;
    pick->uses[pick->setting_of[index]] += by;
    p->left -= by;
    p->house_left -= scenario(pick, index)->house ? by : 0;
}

/* What is looked for: of one principle (-1: any), of the house layer if it can be, and near a
 * level. */
struct sought {
    int principle;
    bool house;
    int gap;  /* how far the levels of form A are ahead */
    int mate; /* the scenario the other form takes, -1: it has not chosen yet */
};

/* How far apart the forms' levels are when these two go into them, the better way round. */
static int gap_with(const struct session_pick *pick, const struct sought *sought, int index)
{
    if (sought->mate < 0)
        return 0;
    int diff = scenario(pick, index)->level - scenario(pick, sought->mate)->level;
    int one = abs(sought->gap + diff), other = abs(sought->gap - diff);
    return one < other ? one : other;
}

static bool better(const struct session_pick *pick, const struct sought *sought, int index,
                   int than)
{
    bool house = scenario(pick, index)->house, house_than = scenario(pick, than)->house;
    if (sought->house && house != house_than)
        return house;
    int gap = gap_with(pick, sought, index), gap_than = gap_with(pick, sought, than);
    if (gap != gap_than)
        return gap < gap_than;
    return pick->uses[pick->setting_of[index]] < pick->uses[pick->setting_of[than]];
}

/* The best scenario that is not taken, or -1. */
static int find(const struct session_pick *pick, const struct sought *sought)
{
    int best = -1;
    for (int i = 0; i < pick->pool_count; i++) {
        int index = pick->pool[i];
        bool fits = sought->principle < 0 || scenario(pick, index)->principle == sought->principle;
        if (!pick->taken[index] && fits && (best < 0 || better(pick, sought, index, best)))
            best = index;
    }
    return best;
}

/* Whether principle `a` is to be asked before `b`: when house scenarios are wanted, one with more
 * of them; then what came least often, and what leaves some for practice. */
static bool sooner(const struct session_pick *pick, int a, int b, int house, bool practice)
{
    const struct session_pick_principle *p = &pick->principles[a], *q = &pick->principles[b];
    int most = practice || house < FORM_COUNT ? 1 : FORM_COUNT;
    int gain = p->house_left < most ? p->house_left : most;
    int gain_q = q->house_left < most ? q->house_left : most;
    if (house > 0 && gain != gain_q)
        return gain > gain_q;
    int came = practice ? p->in_practice : p->in_tests;
    int came_q = practice ? q->in_practice : q->in_tests;
    if (came != came_q)
        return came < came_q;
    if (practice)
        return p->in_tests > q->in_tests;
    return (p->left > FORM_COUNT) > (q->left > FORM_COUNT);
}

/* The principle to be asked next that has `least` scenarios left, or -1. */
static int next_principle(struct session_pick *pick, int least, int house, bool practice,
                          struct rng *rng)
{
    int best = -1;
    rng_shuffle(rng, pick->order, pick->bank->principle_count);
    for (int i = 0; i < pick->bank->principle_count; i++) {
        int p = pick->order[i];
        if (pick->principles[p].left >= least &&
            (best < 0 || sooner(pick, p, best, house, practice)))
            best = p;
    }
    return best;
}

/* How unlike the forms are, form A ahead. */
struct lead {
    int level, house;
};

/* Which of two scenarios goes into form A: the way round that keeps the forms alike. */
static void share_out(struct session_pick *pick, int at, int first, int second, struct lead *lead,
                      struct rng *rng)
{
    int house = scenario(pick, first)->house - scenario(pick, second)->house;
    int level = scenario(pick, first)->level - scenario(pick, second)->level;
    int as_is = abs(lead->level + level), turned = abs(lead->level - level);
    bool turn = rng_below(rng, 2) == 1;
    if (as_is != turned)
        turn = turned < as_is;
    else if (house && lead->house)
        turn = (house > 0) == (lead->house > 0);
    pick->forms[turn ? FORM_B : FORM_A][at] = first;
    pick->forms[turn ? FORM_A : FORM_B][at] = second;
    lead->level += turn ? -level : level;
    lead->house += turn ? -house : house;
}

/* Takes the next scenario of both forms; returns how many of them are the house's. */
static int take_two(struct session_pick *pick, int at, int house, struct lead *lead,
                    struct rng *rng)
{
    int both = next_principle(pick, FORM_COUNT, house, false, rng), chosen[FORM_COUNT];
    struct sought sought = {.gap = lead->level, .mate = -1};
    for (int i = 0; i < FORM_COUNT; i++) {
        sought.principle = both >= 0 ? both : next_principle(pick, 1, house, false, rng);
        sought.house = house > i;
        sought.mate = chosen[i] = find(pick, &sought);
        mark(pick, chosen[i], true);
        if (both < 0 || i == 0)
            pick->principles[sought.principle].in_tests++;
    }
    share_out(pick, at, chosen[0], chosen[1], lead, rng);
    return scenario(pick, chosen[0])->house + scenario(pick, chosen[1])->house;
}

/* Puts scenarios of the house in the place of others, in practice first, until there are
 * `missing` more: for banks where principles do not go out even. */
static void put_in_house(struct session_pick *pick, const struct session_numbers *numbers,
                         int missing)
{
    int *const lists[] = {pick->pairs, pick->forms[FORM_A], pick->forms[FORM_B]};
    const int counts[] = {numbers->practice / SIDE_COUNT, numbers->test, numbers->test};
    for (int list = 0; list < (int)ARRAY_LEN(lists); list++) {
        for (int i = counts[list] - 1; i >= 0 && missing > 0; i--) {
            struct sought sought = {.principle = -1, .house = true, .mate = lists[list][i]};
            if (scenario(pick, lists[list][i])->house)
                continue;
            int found = find(pick, &sought);
            mark(pick, lists[list][i], false);
            mark(pick, found, true);
            lists[list][i] = found;
            missing--;
        }
    }
}

void session_pick_scenarios(struct session_pick *pick, const struct session_numbers *numbers,
                            int house, struct rng *rng)
{
    struct lead lead = {0};
    int tests = FORM_COUNT * numbers->test, pairs = numbers->practice / SIDE_COUNT;
    int for_tests = tests + pairs ? house * tests / (tests + pairs) : 0;
    for_tests += for_tests % FORM_COUNT && for_tests < house && for_tests < tests;
    int for_practice = house - for_tests;
    for (int at = 0; at < numbers->test; at++)
        for_tests -= take_two(pick, at, for_tests, &lead, rng);
    for_practice += for_tests; /* what the tests could not take, or have taken beyond that */
    for (int at = 0; at < pairs; at++) {
        struct sought sought = {.house = for_practice > 0, .mate = -1};
        sought.principle = next_principle(pick, 1, for_practice, true, rng);
        int found = pick->pairs[at] = find(pick, &sought);
        mark(pick, found, true);
        pick->principles[sought.principle].in_practice++;
        for_practice -= scenario(pick, found)->house;
    }
    put_in_house(pick, numbers, for_practice);
}
