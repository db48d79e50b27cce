/* Activities alike but for a word: hashes each text whole and with each word left out, and looks
 * for equal hashes. */
#include "core/near_duplicate.h"

#include <stdlib.h>

#include "core/hash.h"

struct print {
    uint64_t hash; /* 64 bits: two different texts do not meet by chance */
    int activity;
};

struct prints {
    struct print *items;
    size_t len, cap;
};

/* Adds the hash of the words without the one at `left_out` (count: of all of them). */
static void add_print(struct prints *prints, int activity, const int *words, size_t count,
                      size_t left_out)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < count; i++) {
        if (i != left_out)
            hash = hash_bytes(hash, &words[i], sizeof words[i]);
    }
    prints->items = xgrow(prints->items, prints->len, &prints->cap, sizeof *prints->items);
    prints->items[prints->len++] = (struct print){hash, activity};
}

static void add_activity(struct prints *prints, const struct words *words, int activity)
{
    const int *own = words->tokens + words->first[activity];
    size_t count = words->first[activity + 1] - words->first[activity];
    if (count == 0)
        return;
    add_print(prints, activity, own, count, count);
    for (size_t i = 0; i < count && count >= NEAR_DUPLICATE_WORDS_LEAST; i++)
        add_print(prints, activity, own, count, i);
}

static int by_hash(const void *a, const void *b)
{
    const struct print *left = a, *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->activity > right->activity) - (left->activity < right->activity);
}

/* For every activity the first one of another scenario that it shares a hash with, or -1.  The
 * first of a run of equal hashes will do: what follows it and lies between is of its scenario. */
static void match(const struct bank *bank, const struct prints *prints, int *earlier)
{
    for (int i = 0; i < bank->activity_count; i++)
        earlier[i] = -1;
    for (size_t i = 0, run = 0; i < prints->len; i++) {
        if (prints->items[i].hash != prints->items[run].hash)
            run = i;
        int activity = prints->items[i].activity, first = prints->items[run].activity;
        if (bank->activities[activity].scenario != bank->activities[first].scenario &&
            (earlier[activity] < 0 || first < earlier[activity]))
            earlier[activity] = first;
    }
}

void near_duplicates_find(const struct bank *bank, const struct words *words,
                          struct near_duplicates *out)
{
    struct prints prints = {0};
    int *earlier = xcalloc((size_t)bank->activity_count, sizeof *earlier);
    for (int i = 0; i < bank->activity_count; i++)
        add_activity(&prints, words, i);
    if (prints.len > 1)
        qsort(prints.items, prints.len, sizeof *prints.items, by_hash);
    match(bank, &prints, earlier);
    for (int i = 0; i < bank->activity_count; i++) {
        if (earlier[i] < 0)
            continue;
        out->items = xgrow(out->items, out->len, &out->cap, sizeof *out->items);
        out->items[out->len++] = (struct near_duplicate){i, earlier[i]};
    }
    free(earlier);
    free(prints.items);
}

void near_duplicates_free(struct near_duplicates *found)
{
    free(found->items);
    *found = (struct near_duplicates){0};
}
