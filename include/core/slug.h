/* Ids made from words.  core. */
#ifndef SMQ_CORE_SLUG_H
#define SMQ_CORE_SLUG_H

#include "core/str.h"

/* Appends the words of `text` as an id: a-z and 0-9, "-" between words, at most `max` bytes, as
 * many whole words as fit (a piece of the first when not even that one does).  Words shorter than
 * `least` letters are left out where longer ones are there: "A firm at a trade fair" becomes
 * "firm-trade-fair".  Appends nothing when no letter of the text has an ASCII form. */
void slug_add(struct str *out, const char *text, size_t max, size_t least);

#endif
