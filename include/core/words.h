/* The words of a bank's activities as numbers, for whatever counts or compares words.  core.
 * A word is a run of letters, marks and digits, lower-cased; an apostrophe belongs to it when it
 * stands inside ("don't"), not at an end, where it may be a quotation mark. */
#ifndef SMQ_CORE_WORDS_H
#define SMQ_CORE_WORDS_H

#include "core/bank.h"
#include "core/numbering.h"

/* `struct words w = {0}` is an empty one; the owner calls words_free. */
struct words {
    struct numbering spellings; /* lower-cased, composed (NFC) */
    int *tokens;                /* numbers, in the order they were read */
    size_t token_count, token_cap;
    size_t *first; /* activity i has tokens[first[i] … first[i + 1] - 1]; see words_of */
};

/* Appends the words of a text (valid UTF-8) to the tokens. */
void words_read(struct words *words, const char *text);
/* Reads all activities of the bank into an empty list; a dropped one has no words. */
void words_of(const struct bank *bank, struct words *words);
void words_free(struct words *words);

#endif
