/* Sentences to a person outside the full screen: standard output and standard error.  app.
 * The one way finished texts leave the program there; written in what the locale can show. */
#ifndef SMQ_APP_SAY_H
#define SMQ_APP_SAY_H

#include "core/err.h"
#include "core/fault.h"
#include "core/text.h"

/* Sets the locale and the message catalogue up; numbers stay in the C locale.  Call once, first.
 * Returns what the locale can show. */
enum charset say_start(void);
/* What the locale can show. */
enum charset say_charset(void);
/* Writes a text (lines with their newlines) to standard output and flushes.  STATUS_OK, or
 * STATUS_IO when it could not be written. */
enum status say_out(const char *text);
/* Writes "smquiz: sentence" to standard error. */
void say_error(const char *sentence);
/* Tells whoever sits at a terminal that the file they named with -o is written.  Nothing where that
 * was standard output (NULL or "-"), nor where standard error is no terminal: scripts know. */
void say_written(const char *path);
/* Writes a text whole to the file named with -o, or to standard output (NULL or "-"), and tells as
 * above that it is written; false and *e as replace_text. */
bool say_into(const char *path, const struct str *text, struct err *e);
/* Writes complaints about files to standard error, one a line. */
void say_faults(const struct faults *faults);

#endif
