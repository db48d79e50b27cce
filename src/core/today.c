/* The puzzle of a day: which setting, which scenarios of it, which activities. */
#include "core/today.h"

#include <stdlib.h>
#include <string.h>

#include "core/bank_fingerprint.h"
#include "core/calendar.h"
#include "core/hash.h"
#include "core/rng.h"

/* At most so many of one side in a puzzle of TODAY_LENGTH. */
enum { OF_SIDE_MAX = (TODAY_LENGTH + 1) / SIDE_COUNT };

/* A scenario that has something to ask. */
struct member {
    const char *setting;
    int scenario;
    bool has[SIDE_COUNT];
};

/* The members of one setting: a piece of their list. */
struct field {
    const struct member *members;
    int count;
};

/* A puzzle under way. */
struct puzzle {
    const struct bank *bank;
    struct rng rng;
    const struct member *chosen[TODAY_LENGTH];
    int chosen_count;
    int one_sided[SIDE_COUNT]; /* chosen members that have only this side */
    int *plan;
    int count;
    int of_side[SIDE_COUNT];
};

/* Chance for one purpose, different for every number. */
enum purpose { FOR_SETTINGS, FOR_SCENARIOS, FOR_ACTIVITIES };
static struct rng chance(const struct bank *bank, enum purpose purpose, uint64_t number)
{
    struct rng rng = rng_seeded(bank_fingerprint(bank) + purpose);
    return rng_seeded(rng_next(&rng) ^ number);
}

static int by_setting(const void *a, const void *b)
{
    const struct member *one = a, *other = b;
    int order = strcmp(one->setting, other->setting);
    return order ? order : (one->scenario > other->scenario) - (one->scenario < other->scenario);
}

/* All scenarios with something to ask, ordered by setting; the caller frees. */
static struct member *find_members(const struct bank *bank, int *count)
{
    struct member *members = xcalloc((size_t)bank->scenario_count, sizeof *members);
    *count = 0;
    for (int s = 0; s < bank->scenario_count; s++) {
        const struct scenario *scenario = &bank->scenarios[s];
        struct member member = {.setting = scenario->setting, .scenario = s};
        for (int i = scenario->first; i < scenario->first + scenario->count; i++)
            if (!bank->activities[i].dropped)
                member.has[bank->activities[i].side] = true;
        if (member.has[SIDE_SALES] || member.has[SIDE_MARKETING])
            members[(*count)++] = member;
    }
    qsort(members, (size_t)*count, sizeof *members, by_setting);
    return members;
}

/* The only side a member has, or SIDE_NONE when it has both. */
static enum side only_side(const struct member *member)
{
    if (member->has[SIDE_SALES] && member->has[SIDE_MARKETING])
        return SIDE_NONE;
    return member->has[SIDE_SALES] ? SIDE_SALES : SIDE_MARKETING;
}

/* Whether the field has a puzzle's scenarios, neither side being too many. */
static bool can_fill(const struct field *field)
{
    int of[SIDE_COUNT + 1] = {0};
    for (int i = 0; i < field->count; i++) {
        enum side side = only_side(&field->members[i]);
        if (side == SIDE_NONE || of[side] < OF_SIDE_MAX)
            of[side]++;
    }
    return of[SIDE_SALES] + of[SIDE_MARKETING] + of[SIDE_NONE] >= TODAY_LENGTH;
}

/* The settings that can fill a puzzle, or all members as one field when none can; the caller frees.
 */
static struct field *find_fields(const struct member *members, int count, int *field_count)
{
    struct field *fields = xcalloc((size_t)count + 1, sizeof *fields);
    *field_count = 0;
    for (int first = 0, end; first < count; first = end) {
        for (end = first; end < count; end++)
            if (strcmp(members[end].setting, members[first].setting) != 0)
                break;
        struct field field = {.members = members + first, .count = end - first};
        if (*members[first].setting && can_fill(&field))
            fields[(*field_count)++] = field;
    }
    if (*field_count == 0)
        fields[(*field_count)++] = (struct field){.members = members, .count = count};
    return fields;
}

/* The numbers 0 … count - 1 in random order; the caller frees. */
static int *shuffled(struct rng rng, int count)
{
    int *order = xcalloc((size_t)count, sizeof *order);
    for (int i = 0; i < count; i++)
        order[i] = i;
    rng_shuffle(&rng, order, count);
    return order;
}

static bool has_principle(const struct puzzle *p, int principle)
{
    for (int i = 0; i < p->chosen_count; i++)
        if (p->bank->scenarios[p->chosen[i]->scenario].principle == principle)
            return true;
    return false;
}

static bool has_member(const struct puzzle *p, const struct member *member)
{
    for (int i = 0; i < p->chosen_count; i++)
        if (p->chosen[i] == member)
            return true;
    return false;
}

/* Takes scenarios in this order: first those with a principle of their own, then others. */
static void choose_scenarios(struct puzzle *p, const struct field *field, const int *order,
                             int first)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < field->count && p->chosen_count < TODAY_LENGTH; i++) {
            const struct member *member = &field->members[order[(first + i) % field->count]];
            int principle = p->bank->scenarios[member->scenario].principle;
            enum side only = only_side(member);
            if (has_member(p, member) || (pass == 0 && has_principle(p, principle)) ||
                (only != SIDE_NONE && p->one_sided[only] == OF_SIDE_MAX))
                continue;
            if (only != SIDE_NONE)
                p->one_sided[only]++;
            p->chosen[p->chosen_count++] = member;
        }
    }
}

static bool is_planned(const struct puzzle *p, int activity)
{
    for (int i = 0; i < p->count; i++)
        if (p->plan[i] == activity)
            return true;
    return false;
}

/* Puts one of the scenario's activities of this side into the plan, if one is left. */
static void plan_one(struct puzzle *p, int scenario, enum side side)
{
    const struct scenario *s = &p->bank->scenarios[scenario];
    int found = -1;
    uint32_t equals = 0;
    for (int i = s->first; i < s->first + s->count; i++) {
        const struct activity *a = &p->bank->activities[i];
        if (a->dropped || a->side != side || is_planned(p, i))
            continue;
        equals++;
        if (rng_below(&p->rng, equals) == 0)
            found = i;
    }
    if (found < 0)
        return;
    p->plan[p->count++] = found;
    p->of_side[side]++;
}

/* The side there is less of so far; either when they are even. */
static enum side rarer_side(struct puzzle *p)
{
    if (p->of_side[SIDE_SALES] == p->of_side[SIDE_MARKETING])
        return rng_below(&p->rng, SIDE_COUNT) == 0 ? SIDE_SALES : SIDE_MARKETING;
    return p->of_side[SIDE_SALES] < p->of_side[SIDE_MARKETING] ? SIDE_SALES : SIDE_MARKETING;
}

/* One activity of each scenario: those without a choice first, so that the others can even the
 * sides out. */
static void choose_activities(struct puzzle *p)
{
    for (int i = 0; i < p->chosen_count; i++) {
        enum side only = only_side(p->chosen[i]);
        if (only != SIDE_NONE)
            plan_one(p, p->chosen[i]->scenario, only);
    }
    for (int i = 0; i < p->chosen_count; i++)
        if (only_side(p->chosen[i]) == SIDE_NONE)
            plan_one(p, p->chosen[i]->scenario, rarer_side(p));
}

/* Goes on with what is left in a field too small for one activity a scenario. */
static void fill_up(struct puzzle *p, const struct field *field)
{
    for (int before = -1; p->count < TODAY_LENGTH && p->count > before;) {
        before = p->count;
        enum side sides[] = {rarer_side(p), SIDE_NONE};
        sides[1] = side_other(sides[0]);
        for (size_t side = 0; side < ARRAY_LEN(sides) && p->count == before; side++)
            for (int i = 0; i < field->count && p->count == before; i++)
                plan_one(p, field->members[i].scenario, sides[side]);
    }
}

/* Easy to tricky; within a level in random order. */
static void order_by_level(struct puzzle *p)
{
    rng_shuffle(&p->rng, p->plan, p->count);
    for (int i = 1; i < p->count; i++) {
        int activity = p->plan[i], at = i;
        int level = p->bank->scenarios[p->bank->activities[activity].scenario].level;
        for (; at > 0; at--) {
            int above = p->bank->activities[p->plan[at - 1]].scenario;
            if (p->bank->scenarios[above].level <= level)
                break;
            p->plan[at] = p->plan[at - 1];
        }
        p->plan[at] = activity;
    }
}

/* The field's puzzle number `turn`.  Its scenarios are dealt like a pack of cards, a puzzle's worth
 * each turn, and shuffled when there is no whole puzzle left, so that they come back late. */
static void make_puzzle(struct puzzle *p, const struct field *field, int64_t turn)
{
    int turns = field->count < 2 * TODAY_LENGTH ? 1 : field->count / TODAY_LENGTH;
    int64_t pack = calendar_cycle(turn, turns);
    int dealt = (int)(turn - pack * turns) * TODAY_LENGTH;
    uint64_t mark = hash_text(HASH_START, field->members[0].setting);
    int *order = shuffled(chance(p->bank, FOR_SCENARIOS, mark ^ (uint64_t)pack), field->count);
    choose_scenarios(p, field, order, dealt);
    free(order);
    choose_activities(p);
    fill_up(p, field);
    order_by_level(p);
}

int today_plan(const struct bank *bank, int64_t day, int plan[TODAY_LENGTH])
{
    int member_count, field_count;
    struct member *members = find_members(bank, &member_count);
    struct puzzle p = {
        .bank = bank, .plan = plan, .rng = chance(bank, FOR_ACTIVITIES, (uint64_t)day)};
    if (member_count > 0) {
        struct field *fields = find_fields(members, member_count, &field_count);
        int *order = shuffled(chance(bank, FOR_SETTINGS, 0), field_count);
        int64_t cycle = calendar_cycle(day, field_count);
        make_puzzle(&p, &fields[order[day - cycle * field_count]], cycle);
        free(order);
        free(fields);
    }
    free(members);
    return p.count;
}

const char *today_setting(const struct bank *bank, const int *plan, int count)
{
    const char *shared = "";
    for (int i = 0; i < count; i++) {
        const char *setting = bank->scenarios[bank->activities[plan[i]].scenario].setting;
        if (i > 0 && strcmp(setting, shared) != 0)
            return "";
        shared = setting;
    }
    return shared;
}
