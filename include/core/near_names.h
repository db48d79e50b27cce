/* The people of a session whose names are nearest to one that may be mistyped.  core; pure. */
#ifndef SMQ_CORE_NEAR_NAMES_H
#define SMQ_CORE_NEAR_NAMES_H

#include "core/shared_run.h"

enum { NEAR_NAMES_MAX = 3 };

/* Finds the names of these runs that `name` may be meant for: a few bytes apart (core/near.h),
 * or one the beginning of the other, as a first name is; compared as core/person_name.h says.  The
 * nearest first, each once, borrowed from the runs.  Returns how many. */
int near_names(const struct shared_runs *runs, const char *name, const char *found[NEAR_NAMES_MAX]);

#endif
