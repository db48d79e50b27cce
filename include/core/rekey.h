/* Which key an old answer is graded by, after the key of its activity was corrected.  core. */
#ifndef SMQ_CORE_REKEY_H
#define SMQ_CORE_REKEY_H

#include "core/bank.h"

/* Whether today's key holds for what was asked in this wording: the bank still asks the activity
 * (-1: it has none such) in the very same words. */
bool rekey_holds(const struct bank *bank, int activity, uint64_t wording);
/* The side to grade an answer by: today's where it holds, else the side as keyed then.  For the
 * learner's own figures; exports and outside systems always get the key of the time. */
enum side rekey(const struct bank *bank, int activity, uint64_t wording, enum side keyed_then);

#endif
