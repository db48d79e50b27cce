/* Tick sheets and their key as one HTML file that needs nothing else: A4 pages with breaks for the
 * printer.  core. */
#ifndef SMQ_CORE_TICK_SHEET_HTML_H
#define SMQ_CORE_TICK_SHEET_HTML_H

#include "core/tick_sheet.h"

/* Appends the file, in UTF-8. */
void tick_sheet_html(const struct tick_sheet *sheet, struct str *out);

#endif
