/* From scenarios to cards: which activity of each, and in which order. */
#include "core/session_order.h"

enum { BLOCK = 4, CHUNK = 3, DEALS = 200 };

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

/* Whether a key can be guessed: the sides take turns, or are those of the other form (NULL: there
 * is none yet), or all the others, so that who had one form can hand in the other. */
static bool is_guessed(const int *sides, const int *other, int count)
{
    int turns = 0, same = 0;
    for (int i = 0; i < count; i++) {
        turns += i > 0 && sides[i] != sides[i - 1];
        same += other && sides[i] == other[i];
    }
    return turns == count - 1 || (other && (same == 0 || same == count));
}

/* Deals a key; two cards leave no choice. */
static void deal_key(int *sides, const int *other, int count, struct rng *rng)
{
    int tries = count < BLOCK ? 1 : DEALS;
    do
        deal_sides(sides, count, rng);
    while (is_guessed(sides, other, count) && --tries > 0);
}

/* Deals the same cards' numbers in another order, each on the side that the key has there. */
static void order_form(const int *side_of, const int *sides, int count, struct rng *rng, int *order)
{
    int numbers[SESSION_ITEMS_MAX], next[SIDE_COUNT] = {0};
    for (int i = 0; i < count; i++)
        numbers[i] = i;
    rng_shuffle(rng, numbers, count);
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
    int keys[FORM_COUNT][SESSION_ITEMS_MAX];
    for (int i = 0; i < count; i++)
        side_of[i] = i % SIDE_COUNT;
    rng_shuffle(rng, side_of, count);
    for (int form = 0; form < FORM_COUNT; form++) {
        deal_key(keys[form], form ? keys[FORM_A] : NULL, count, rng);
        order_form(side_of, keys[form], count, rng, order);
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
