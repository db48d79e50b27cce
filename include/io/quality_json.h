/* How fair a bank is, for machines: JSON through jansson.  io. */
#ifndef SMQ_IO_QUALITY_JSON_H
#define SMQ_IO_QUALITY_JSON_H

#include "core/quality.h"

/* Appends one JSON object and a newline, in ASCII, indented: {"version": 1, "bank": …, counts,
 * "levels", "settings", "principles", "figures"}.  Every figure has "verdict": "fair", "unfair" or
 * "too few", its counts, and its bounds in per cent; keys are those of the manual and stay. */
void quality_json(const struct quality *quality, const struct bank *bank, struct str *out);

#endif
