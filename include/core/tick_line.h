/* A tick sheet as a line: the part, its form, and a letter for each card.  core. */
#ifndef SMQ_CORE_TICK_LINE_H
#define SMQ_CORE_TICK_LINE_H

#include "core/result_code.h"

/* Whether a word (`len` bytes) is the id of a part, in either case; which one, or PART_NONE. */
enum part tick_line_part(const char *word, size_t len);
/* Reads "A smms?m-ss", what stands behind the word of the part: the form (not in practice), then s,
 * m, s? or m? (not sure), or - (not answered) for each card; blanks between them mean nothing.  The
 * learner tag becomes 0.  False and *e (STATUS_DATA, a sentence that names the card) when it is
 * none. */
bool tick_line_read(const char *text, enum part part, const struct session *session,
                    struct result_code *out, struct err *e);

#endif
