/* What a learner has come to, for machines: JSON through jansson.  io. */
#ifndef SMQ_IO_PROGRESS_JSON_H
#define SMQ_IO_PROGRESS_JSON_H

#include "core/progress.h"

/* Appends one JSON object and a newline, in ASCII, indented: every figure of core/progress.h under
 * a name that stays.  Shares are whole per cent, days "YYYY-MM-DD"; what there is not yet (a best,
 * a pass, the day a principle was mastered) is left out. */
void progress_json(const struct bank *bank, const struct progress *progress, struct str *out);

#endif
