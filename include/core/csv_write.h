/* Cells of CSV by RFC 4180.  core. */
#ifndef SMQ_CORE_CSV_WRITE_H
#define SMQ_CORE_CSV_WRITE_H

#include "core/str.h"

/* Appends a cell in quotes.  A spreadsheet would take a text that begins (after blanks and
 * apostrophes) with one of = + - @ for a formula: an apostrophe goes before it, which
 * csv_without_guard takes off again. */
void csv_add_cell(struct str *out, const char *text);
/* The same for a text of unknown origin: what could act on a terminal is shown as \u{…}, what is
 * invisible (TEXT_INVISIBLE) left out. */
void csv_add_foreign(struct str *out, const char *text);
/* The text without the apostrophe that keeps a spreadsheet from taking it for a formula. */
const char *csv_without_guard(const char *text);

#endif
