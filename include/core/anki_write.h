/* Writes a bank's activities as text that Anki imports.  core; pure. */
#ifndef SMQ_CORE_ANKI_WRITE_H
#define SMQ_CORE_ANKI_WRITE_H

#include "core/bank.h"
#include "core/str.h"

/* Appends the header lines Anki 2.1.54 and later reads, then a note of the type "Basic" for each
 * activity that is asked, tab-separated: its name for ever (so that importing again updates it),
 * the situation and the text, the side with clue and reason, and tags for principle, setting and
 * level. */
void anki_write(const struct bank *bank, struct str *out);

#endif
