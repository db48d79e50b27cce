/* Tick sheets and their key as text: pages of 80 columns and 64 lines at most, a form feed between
 * them.  core. */
#ifndef SMQ_CORE_TICK_SHEET_TEXT_H
#define SMQ_CORE_TICK_SHEET_TEXT_H

#include "core/text.h"
#include "core/tick_sheet.h"

enum { TICK_SHEET_COLS = 80, TICK_SHEET_ROWS = 64 };

/* Appends all of it, as the charset can show it.  What does not fit on a page goes on on another
 * one, no card in two pieces. */
void tick_sheet_text(const struct tick_sheet *sheet, enum charset charset, struct str *out);

#endif
