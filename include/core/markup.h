/* Plain text out of the HTML that course systems wrap questions in.  core; pure. */
#ifndef SMQ_CORE_MARKUP_H
#define SMQ_CORE_MARKUP_H

#include "core/str.h"

/* Appends the text of `html` without its tags and comments: character references are resolved where
 * they are common ones or numbers, runs of blanks and newlines become one blank, and the end of a
 * paragraph, a list item or a line (<br>) becomes one newline between texts.  A "<" that begins no
 * tag stays. */
void markup_strip(struct str *out, const char *html);

#endif
