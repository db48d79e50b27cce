/* Commands by the words they are called by, some of them by two.  app; pure. */
#ifndef SMQ_APP_COMMAND_WORDS_H
#define SMQ_APP_COMMAND_WORDS_H

#include "app/options.h"
#include "core/str.h"

/* The command that `words` begin with; *used says how many words it takes.  COMMAND_MENU and 0 when
 * there is none. */
enum command command_words_find(const char *const *words, size_t count, size_t *used);
/* What the command's words go on with when they begin with all of `words`: the next one, *len bytes
 * long, "" when there is no more.  NULL when they do not begin so. */
const char *command_words_next(enum command command, const char *const *words, size_t count,
                               size_t *len);
/* Appends the second words of the commands whose first word is `first`, as a list; nothing when
 * there are none. */
void command_words_second(struct str *out, const char *first);

#endif
