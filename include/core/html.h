/* Pieces of HTML.  core.
 * Texts may be foreign: they are escaped, and what may not be shown is taken out. */
#ifndef SMQ_CORE_HTML_H
#define SMQ_CORE_HTML_H

#include "core/str.h"

/* Appends <tag attributes>text</tag> and a newline; `attributes` is markup, "" for none. */
void html_element(struct str *out, const char *tag, const char *attributes, const char *text);
/* The same for a cell of a table, with a number in it. */
void html_number(struct str *out, int number);
/* Appends <caption> and the row of heads that follows it: `heads` are `count` texts, the columns
 * from number `first_number` on are numbers. */
void html_table_start(struct str *out, const char *caption, const char *const *heads, size_t count,
                      size_t first_number);
void html_table_end(struct str *out);

#endif
