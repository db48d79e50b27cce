/* How far words alone tell the sides of a bank apart.  core. */
#ifndef SMQ_CORE_GUESS_H
#define SMQ_CORE_GUESS_H

#include "core/words.h"

/* How many activities that are not dropped a multinomial naive Bayes classifier with add-one
 * smoothing gets right when it has learnt from all other scenarios.  The vocabulary is what occurs
 * in those; a tie is taken for sales.  Time is linear in the number of words. */
int guess_by_words(const struct bank *bank, const struct words *words);

#endif
