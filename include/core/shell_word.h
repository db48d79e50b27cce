/* A word of a command line that people copy into a shell.  core. */
#ifndef SMQ_CORE_SHELL_WORD_H
#define SMQ_CORE_SHELL_WORD_H

#include "core/str.h"

/* Appends a word, in single quotes where a POSIX shell needs them, and "./" before a path that
 * begins like an option.  What must not reach a terminal is shown in its place. */
void shell_word_add(struct str *out, const char *word);

#endif
