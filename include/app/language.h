/* The language a person wants: of the bank, and of the program's own sentences.  app. */
#ifndef SMQ_APP_LANGUAGE_H
#define SMQ_APP_LANGUAGE_H

#include "core/bank.h"
#include "core/str.h"

/* Appends the languages that are wanted, as core/language.h has them: what was `asked` for on the
 * command line, else what the environment says (as gettext reads it), else the setting; nothing
 * when none of them says anything.  `asked` and `setting` may be NULL. */
void language_wanted(struct str *out, const char *asked, const char *setting);
/* Whether the environment says nothing about a language. */
bool language_open(void);
/* From now on the program's sentences are in this language, where there is a catalog of it.  Call
 * while there is one thread. */
void language_speak(const char *tag);
/* Says in a sentence that the bank is not in the language that was asked for on the command line,
 * if it was (else NULL). */
void language_tell(const char *asked, const struct bank *bank);

#endif
