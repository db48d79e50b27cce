/* A tick sheet as a line: the part, its form, and a letter for each card.  core. */
#ifndef SMQ_CORE_TICK_LINE_H
#define SMQ_CORE_TICK_LINE_H

#include "core/result_code.h"

enum { TICK_LINE_GROUP = 5 }; /* letters between two blanks, where we write some */

/* Whether a word (`len` bytes) is the id of a part, in either case; which one, or PART_NONE. */
enum part tick_line_part(const char *word, size_t len);
/* The part whose id is nearest to the word, at most `most` letters away; or PART_NONE. */
enum part tick_line_part_near(const char *word, int most);
/* Reads "A smms?m-ss", what stands behind the word of the part: the form (not in practice), then s,
 * m, s? or m? (not sure), or - (not answered) for each card; blanks between them do not count.  The
 * learner tag becomes 0.  False and *e (STATUS_DATA, a sentence that names the card) when it is
 * none. */
bool tick_line_read(const char *text, enum part part, const struct session *session,
                    struct result_code *out, struct err *e);

/* Appends the line that stands as an example wherever one is shown, "Anna: before A smms?- mss" for
 * eight cards: every kind of letter, and a blank between groups, whatever the key is. */
void tick_line_example(enum part part, enum form form, int cards, struct str *out);

#endif
