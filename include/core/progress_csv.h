/* What a learner has come to, for spreadsheets: one row a principle.  core. */
#ifndef SMQ_CORE_PROGRESS_CSV_H
#define SMQ_CORE_PROGRESS_CSV_H

#include "core/progress.h"
#include "core/str.h"

/* Appends a header line and a row for each principle, in the order of the bank (RFC 4180, every
 * cell in quotes): principle, title, question (ids), met (0 or 1), answers, right, missed (counted
 * answers), way_percent, mastered (0 or 1), mastered_on (YYYY-MM-DD or empty). */
void progress_csv(const struct bank *bank, const struct progress *progress, struct str *out);

#endif
