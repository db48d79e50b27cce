/* Activities of different scenarios that are alike but for a word.  core. */
#ifndef SMQ_CORE_NEAR_DUPLICATE_H
#define SMQ_CORE_NEAR_DUPLICATE_H

#include "core/words.h"

/* Where the longer text has fewer words than this, only the same words make a near-duplicate. */
enum { NEAR_DUPLICATE_WORDS_LEAST = 4 };

struct near_duplicate {
    int activity, earlier; /* indexes in the bank */
};

/* `struct near_duplicates n = {0}` is an empty list; the owner calls near_duplicates_free. */
struct near_duplicates {
    struct near_duplicate *items; /* in the order of activities, at most one each */
    size_t len, cap;
};

/* Finds the activities that have the same words, in the same order, as an earlier activity of
 * another scenario once at most one word is left out of each: one word replaced, added, taken away
 * or moved.  Time is n log n. */
void near_duplicates_find(const struct bank *bank, const struct words *words,
                          struct near_duplicates *out);
void near_duplicates_free(struct near_duplicates *found);

#endif
