/* Writes new records into the text of a bank file and leaves all else in it as it is.  core; pure.
 * What comes out is libconfig's language in the layout of the shipped bank. */
#ifndef SMQ_CORE_BANK_WRITE_H
#define SMQ_CORE_BANK_WRITE_H

#include "core/draft.h"

/* Appends to `out` the bank file whose present text is `len` bytes at `old` (0 for a new file),
 * with the scenarios of `add` (and their activities) and the overrides of `add` written into it;
 * nothing else in `add` is looked at.  Records go to the end of the file's list "scenarios" or
 * "overrides", or into a new list at the end of the file.  An override of an activity that this
 * file overrides already takes that one's place.  Comments, layout and line ends (CRLF too) stay.
 * Texts that are NULL and a level without a place are left out; nothing is checked: the caller sees
 * to it that `old` can be read, and that the whole bank with the new text passes draft_check,
 * before anything is replaced (app/bank_edit does both). */
void bank_write(const char *old, size_t len, const struct draft *add, struct str *out);

#endif
