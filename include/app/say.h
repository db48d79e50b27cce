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
/* Writes complaints about files to standard error, one a line. */
void say_faults(const struct faults *faults);

#endif
