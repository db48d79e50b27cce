/* The characters of a libconfig file.  core; pure. */
#ifndef SMQ_CORE_CONF_TEXT_H
#define SMQ_CORE_CONF_TEXT_H

#include "core/fault.h"

/* Adds a fault for every line (up to a limit) of `len` bytes that is not UTF-8 or holds a control
 * character other than tab and carriage return, or another character that may not be shown.  True
 * when there is none.  What is merely invisible passes: the reader of a text warns of it. */
bool conf_text_check(const char *bytes, size_t len, const char *file, struct faults *faults);
/* Appends the beginning of `len` foreign bytes without NUL so that they are fit for a complaint. */
void conf_text_quote(struct str *out, const char *bytes, size_t len);

#endif
