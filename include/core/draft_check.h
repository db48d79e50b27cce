/* Finds every fault of content in a draft.  core. */
#ifndef SMQ_CORE_DRAFT_CHECK_H
#define SMQ_CORE_DRAFT_CHECK_H

#include "core/draft.h"

/* Adds every fault of content to `faults`: missing, empty or over-long texts, bad ids, unknown
 * sides, principles, questions, levels, duplicates (both places named), scenarios without both
 * sides, overrides that name nothing, too many activities, none at all, characters that may not be
 * shown.  What is optional and missing, and a cue that is not in its text, is a warning. */
void draft_check(const struct draft *draft, struct faults *faults);

#endif
