/* Words that give a side away: counts, for every word, the activities on each side that have it. */
#include "core/giveaway.h"

#include <stdlib.h>
#include <string.h>

/* What is known of one word. */
struct count {
    int activities[SIDE_COUNT];
    int last; /* the activity it was counted for last, + 1 */
    bool allowed;
};

enum side giveaway_side(const int activities[SIDE_COUNT])
{
    int sales = activities[SIDE_SALES], marketing = activities[SIDE_MARKETING];
    int all = sales + marketing, more = sales > marketing ? sales : marketing;
    if (all < GIVEAWAY_LEAST || more * 100 <= GIVEAWAY_SHARE_MOST * all)
        return SIDE_NONE;
    return sales > marketing ? SIDE_SALES : SIDE_MARKETING;
}

static void count_words(const struct bank *bank, const struct words *words, struct count *counts)
{
    for (int i = 0; i < bank->activity_count; i++) {
        for (size_t t = words->first[i]; t < words->first[i + 1]; t++) {
            struct count *count = &counts[words->tokens[t]];
            if (count->last != i + 1)
                count->activities[bank->activities[i].side]++;
            count->last = i + 1;
        }
    }
}

static int by_frequency(const void *a, const void *b)
{
    const struct giveaway *left = a, *right = b;
    int left_all = left->activities[SIDE_SALES] + left->activities[SIDE_MARKETING];
    int right_all = right->activities[SIDE_SALES] + right->activities[SIDE_MARKETING];
    return left_all != right_all ? (left_all < right_all) - (left_all > right_all)
                                 : strcmp(left->word, right->word);
}

void giveaways_find(const struct bank *bank, struct words *words, const char *const *allowed,
                    size_t allowed_count, struct giveaways *out)
{
    size_t allowed_first = words->token_count;
    for (size_t i = 0; i < allowed_count; i++)
        words_read(words, allowed[i]);
    struct count *counts = xcalloc(words->spellings.count, sizeof *counts);
    for (size_t t = allowed_first; t < words->token_count; t++)
        counts[words->tokens[t]].allowed = true;
    words->token_count = allowed_first; /* they belong to no activity */
    count_words(bank, words, counts);
    for (size_t i = 0; i < words->spellings.count; i++) {
        if (counts[i].allowed || giveaway_side(counts[i].activities) == SIDE_NONE)
            continue;
        const char *word = words->spellings.text[i];
        struct giveaway found = {.word = arena_copy(&out->arena, word, strlen(word))};
        memcpy(found.activities, counts[i].activities, sizeof found.activities);
        out->items = xgrow(out->items, out->len, &out->cap, sizeof *out->items);
        out->items[out->len++] = found;
    }
    free(counts);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, by_frequency);
}

void giveaways_free(struct giveaways *giveaways)
{
    free(giveaways->items);
    arena_free(&giveaways->arena);
    *giveaways = (struct giveaways){0};
}
