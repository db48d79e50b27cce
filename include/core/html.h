/* Pieces of HTML.  core.
 * Texts may be foreign: they are escaped, and what may not be shown is taken out. */
#ifndef SMQ_CORE_HTML_H
#define SMQ_CORE_HTML_H

#include "core/str.h"

/* Appends <tag attributes>text</tag> and a newline; `attributes` is markup, "" for none. */
void html_element(struct str *out, const char *tag, const char *attributes, const char *text);
/* The same for a cell of a table, with a number in it. */
void html_number(struct str *out, int number);
/* Starts a table with its caption and the row of its heads; those from number `numbers` up to
 * `numbers_end` (not included) are over numbers. */
void html_table_start(struct str *out, const char *caption, const char *const *heads, size_t count,
                      size_t numbers, size_t numbers_end);
void html_table_end(struct str *out);

#endif
