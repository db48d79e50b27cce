/* A bank at a glance: how fair it is and what is in it, in sentences for a person.  core. */
#ifndef SMQ_CORE_QUALITY_LINES_H
#define SMQ_CORE_QUALITY_LINES_H

#include "core/quality.h"

enum { QUALITY_LINES_COLS = 80 };

/* Appends lines of at most QUALITY_LINES_COLS columns: a sentence with its verdict and its bound
 * for each figure, the counts, and a sentence for each principle. */
void quality_lines(const struct quality *quality, const struct bank *bank, struct str *out);

#endif
