/* Codes that name a session and survive being read aloud: three words, the last one a check.
 * core. */
#ifndef SMQ_CORE_SESSION_CODE_H
#define SMQ_CORE_SESSION_CODE_H

#include "core/rng.h"
#include "core/session.h"

/* Makes a code by chance: "maple-tango-river". */
void session_code_make(char code[SESSION_CODE_SIZE], struct rng *rng);
/* Reads a code as people say and type it: either case, hyphens, blanks or nothing between the
 * words.  False when it is none, or a word does not fit the others: *e (STATUS_USAGE) then says so,
 * and which one is meant when one word is a letter or two off. */
bool session_code_read(const char *text, char code[SESSION_CODE_SIZE], struct err *e);

#endif
