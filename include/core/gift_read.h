/* Reads a GIFT file: choices between the two sides, one an activity.  core; pure.
 * Above a question, or in it, lines "// key: value" say what GIFT has no place for: all of
 * exchange_key but side, text and why.  Otherwise the title "scenario/activity" gives the ids, the
 * first paragraph (up to the last \n) of the question's text the situation, the general feedback or
 * else the feedback of the right answer the reason; where "// cue:" is given, only the general
 * feedback is the reason.  A true/false question is taken when its text begins with a side's name
 * and ":" or "?", as in "Sales: Calling one buyer {T}". */
#ifndef SMQ_CORE_GIFT_READ_H
#define SMQ_CORE_GIFT_READ_H

#include "core/exchange.h"

/* Adds the questions of `len` bytes (checked by conf_text_check) to `out`, places named `file`;
 * `names` are the sides' (exchange_side).  What cannot be graded as one side or the other is an
 * error in `faults`, at the line the question begins on. */
void gift_read(const char *bytes, size_t len, const char *file, const char *const names[SIDE_COUNT],
               struct exchange *out, struct faults *faults);

#endif
