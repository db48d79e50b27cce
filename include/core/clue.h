/* The question "What gave it away?": three pieces of an activity's own text, one of them its clue.
 * core.  The other two are runs of words outside the clue, of about its length; where the bank's
 * language is English they are cut where phrases begin and end. */
#ifndef SMQ_CORE_CLUE_H
#define SMQ_CORE_CLUE_H

#include "core/bank.h"
#include "core/rng.h"

enum { CLUE_PIECES = 3 };

/* `len` bytes of the activity's text from byte `start` on. */
struct clue_piece {
    size_t start, len;
};

struct clue {
    struct clue_piece pieces[CLUE_PIECES]; /* they do not overlap */
    int right;                             /* which of them is the clue, from 0 */
};

/* Makes the question about this activity, in an order by chance.  False, and nothing in *out, when
 * it has no clue (see bank_clue) or no room for two other pieces that could be taken for it. */
bool clue_make(const struct bank *bank, int activity, struct rng *rng, struct clue *out);

#endif
