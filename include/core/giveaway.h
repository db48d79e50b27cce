/* Words that give a side away: found in many activities, nearly always on one side.  core. */
#ifndef SMQ_CORE_GIVEAWAY_H
#define SMQ_CORE_GIVEAWAY_H

#include "core/words.h"

enum {
    GIVEAWAY_LEAST = 8,      /* a word in fewer activities is not judged */
    GIVEAWAY_SHARE_MOST = 85 /* per cent of them on one side */
};

struct giveaway {
    const char *word;           /* in the list's arena */
    int activities[SIDE_COUNT]; /* how many on each side have the word */
};

/* `struct giveaways g = {0}` is an empty list; the owner calls giveaways_free. */
struct giveaways {
    struct giveaway *items; /* the most frequent first, then by spelling */
    size_t len, cap;
    struct arena arena;
};

/* The side that a word with these counts gives away, SIDE_NONE when it gives away none. */
enum side giveaway_side(const int activities[SIDE_COUNT]);
/* Finds the words that give a side away and are not among the `allowed_count` allowed ones (texts;
 * every word in them is allowed). */
void giveaways_find(const struct bank *bank, struct words *words, const char *const *allowed,
                    size_t allowed_count, struct giveaways *out);
void giveaways_free(struct giveaways *giveaways);

#endif
