/* Text as the terminal's character set can show it.  core. */
#ifndef SMQ_CORE_TEXT_ADAPT_H
#define SMQ_CORE_TEXT_ADAPT_H

#include "core/str.h"

enum charset { CHARSET_UTF8, CHARSET_ASCII };

/* Appends `text` as `charset` can show it: for CHARSET_UTF8 without the TEXT_INVISIBLE characters;
 * for CHARSET_ASCII with quotes, dashes, arrows and accented letters written in ASCII and "?" for
 * the rest.  Done before layout, so that widths fit what is drawn.  A newline stays; whatever else
 * text_examine refuses becomes U+FFFD, or "?" in ASCII. */
void text_adapt(struct str *out, const char *text, enum charset charset);

/* Takes the TEXT_INVISIBLE characters out of a text that goes to other programs; all else stays. */
void text_drop_invisible(struct str *text);

#endif
