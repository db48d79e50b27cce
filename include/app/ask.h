/* Questions to a person, an answer a line, at a terminal or through a pipe.  app. */
#ifndef SMQ_APP_ASK_H
#define SMQ_APP_ASK_H

#include "core/err.h"
#include "core/str.h"

/* Whether an answer will do; if not, appends the reason, a sentence. */
typedef bool ask_check(const char *answer, const void *context, struct str *why);

/* Asks (a paragraph, wrapped), reads a line, blanks around it taken off, and asks again with the
 * reason as long as `check` (NULL: anything will do) is not content; *answer becomes the line.
 * STATUS_OK, STATUS_NO_INPUT when input ends before there is an answer, STATUS_IO when the question
 * cannot be written. */
enum status ask_line(const char *question, ask_check *check, const void *context,
                     struct str *answer) NODISCARD;
/* Whether an answer is y or yes, or n or no where `yes` is false; in either case. */
bool ask_is(const char *answer, bool yes);
/* The same for a question that y or n answers. */
enum status ask_yes(const char *question, bool *yes) NODISCARD;
/* Reads the next line, blanks around it taken off, at a terminal behind a prompt.  STATUS_OK,
 * STATUS_NO_INPUT at the end of input, STATUS_IO when the prompt cannot be written. */
enum status ask_next(struct str *line) NODISCARD;
/* The number from 1 to `most` that a whole answer is; 0 when it is none. */
int ask_number(const char *answer, int most);
/* Says a paragraph, `indent` columns in, wrapped; "" is an empty line.  STATUS_OK or STATUS_IO. */
enum status ask_say(const char *text, int indent);

#endif
