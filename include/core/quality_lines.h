/* A bank at a glance: what is in it and how fair it is, as lines of text for a person.  core. */
#ifndef SMQ_CORE_QUALITY_LINES_H
#define SMQ_CORE_QUALITY_LINES_H

#include "core/quality.h"

enum { QUALITY_LINES_COLS = 80 };

/* Appends lines of at most QUALITY_LINES_COLS columns: the counts, a row with a bar for each
 * principle, and a sentence with its bound for each figure, marked ✓ (fair), ✗ (not fair) or
 * – (too few to judge). */
void quality_lines(const struct quality *quality, const struct bank *bank, struct str *out);

#endif
