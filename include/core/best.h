/* The learner's best runs of the modes that have a score.  core. */
#ifndef SMQ_CORE_BEST_H
#define SMQ_CORE_BEST_H

#include "core/history.h"

/* The score of a run: in a sprint right answers less wrong ones, else right answers; struck ones
 * do not count. */
int best_score(const struct history *history, const struct past_run *run);
/* The highest score of the first `runs` runs of the history, of this mode and on this bank; *found
 * says whether there is any. */
int best_before(const struct history *history, enum mode mode, size_t runs, bool *found);

#endif
