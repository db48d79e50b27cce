/* Telling an author where something stands now and how to play it.  app. */
#ifndef SMQ_APP_BANK_TOLD_H
#define SMQ_APP_BANK_TOLD_H

#include "core/str.h"

struct bank_edit;
struct options;

/* Appends a sentence (translated, with one %s for the file's name) as a line. */
void bank_told_file(struct str *out, const char *sentence, const char *path);
/* Appends a line: `lead`, then a command to type with `path`, quoted for the shell where it must
 * be. */
void bank_told_command(struct str *out, const char *lead, const char *command, const char *path);
/* Appends a line: how to play the bank that was changed, cards of this principle only. */
void bank_told_play(struct str *out, const struct bank_edit *edit, const struct options *options,
                    const char *principle);

#endif
