/* From scenarios to cards: which activity of each, and in which order. */
#include "core/session_order.h"

enum { BLOCK = 4, CHUNK = 3 };

/* A card of the scenario on this side, by chance; of its own principle before those of others. */
static int card_of(const struct bank *bank, const struct rules *rules, int scenario, enum side side,
                   struct rng *rng)
{
    const struct scenario *s = &bank->scenarios[scenario];
    int card = -1;
    uint32_t alike = 0;
    for (int i = s->first; i < s->first + s->count; i++) {
        const struct activity *a = &bank->activities[i];
        if (a->side != side || !rules_allow(rules, bank, i))
            continue;
        bool own = a->principle == s->principle;
        bool own_card = card >= 0 && bank->activities[card].principle == s->principle;
        if (card >= 0 && own != own_card) {
            if (own_card)
                continue;
            alike = 0;
        }
        if (rng_below(rng, ++alike) == 0)
            card = i;
    }
    return card;
}

/* Deals sides: in each block of four two of each, in random order. */
static void deal_sides(int *sides, int count, struct rng *rng)
{
    for (int i = 0; i < count; i++)
        sides[i] = i % SIDE_COUNT;
    for (int at = 0; at < count; at += BLOCK)
        rng_shuffle(rng, sides + at, count - at < BLOCK ? count - at : BLOCK);
}

/* Deals the same cards' numbers in another order, each on its side. */
static void order_form(const int *side_of, int count, struct rng *rng, int *order)
{
    int sides[SESSION_ITEMS_MAX], numbers[SESSION_ITEMS_MAX], next[SIDE_COUNT] = {0};
    for (int i = 0; i < count; i++)
        numbers[i] = i;
    rng_shuffle(rng, numbers, count);
    deal_sides(sides, count, rng);
    for (int i = 0; i < count; i++) {
        int *from = &next[sides[i]];
        while (side_of[numbers[*from]] != sides[i])
            ++*from;
        order[i] = numbers[(*from)++];
    }
}

void session_order_forms(const struct session_pick *pick, const struct rules *rules, int count,
                         struct rng *rng, struct session_items forms[FORM_COUNT])
{
    int side_of[SESSION_ITEMS_MAX], order[SESSION_ITEMS_MAX];
    for (int i = 0; i < count; i++)
        side_of[i] = i % SIDE_COUNT;
    rng_shuffle(rng, side_of, count);
    for (int form = 0; form < FORM_COUNT; form++) {
        order_form(side_of, count, rng, order);
        forms[form].count = count;
        for (int i = 0; i < count; i++)
            forms[form].activities[i] = card_of(pick->bank, rules, pick->forms[form][order[i]],
                                                (enum side)side_of[order[i]], rng);
    }
}

/* Sorts scenarios by level; those alike stay in their order. */
static void sort_by_level(const struct bank *bank, int *scenarios, int count)
{
    for (int i = 1; i < count; i++) {
        int moved = scenarios[i], at = i;
        for (; at > 0 && bank->scenarios[scenarios[at - 1]].level > bank->scenarios[moved].level;
             at--)
            scenarios[at] = scenarios[at - 1];
        scenarios[at] = moved;
    }
}

/* Adds both cards of a few scenarios: one of each, then the others; so siblings are near, and not
 * beside each other where there are two scenarios. */
static void add_chunk(const struct session_pick *pick, const struct rules *rules, const int *chunk,
                      int count, struct rng *rng, struct session_items *practice)
{
    int order[CHUNK] = {0}, *cards = practice->activities + practice->count;
    enum side first[CHUNK];
    for (int i = 0; i < count; i++) {
        order[i] = i;
        first[i] = (enum side)rng_below(rng, SIDE_COUNT);
        cards[i] = card_of(pick->bank, rules, chunk[i], first[i], rng);
    }
    do
        rng_shuffle(rng, order, count);
    while (count > 1 && order[0] == count - 1);
    for (int i = 0; i < count; i++)
        cards[count + i] =
            card_of(pick->bank, rules, chunk[order[i]], side_other(first[order[i]]), rng);
    practice->count += SIDE_COUNT * count;
}

void session_order_practice(struct session_pick *pick, const struct rules *rules, int pairs,
                            struct rng *rng, struct session_items *practice)
{
    practice->count = 0;
    rng_shuffle(rng, pick->pairs, pairs);
    sort_by_level(pick->bank, pick->pairs, pairs);
    int chunks = (pairs + CHUNK - 1) / CHUNK;
    for (int i = 0; i < chunks; i++) {
        int from = pairs * i / chunks, to = pairs * (i + 1) / chunks;
        add_chunk(pick, rules, pick->pairs + from, to - from, rng, practice);
    }
}
