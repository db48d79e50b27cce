/* The full-screen front end; the only file that includes curses.h.  ui. */
#ifndef SMQ_UI_UI_CURSES_H
#define SMQ_UI_UI_CURSES_H

#include "ui/ui.h"

/* Whether standard input and output are a terminal that can address the cursor, of a size curses
 * can take (at most 1000 rows and columns).  When not, *why gets a translated sentence for
 * standard error, or NULL when nothing need be said (a pipe, a dumb terminal). */
bool ui_curses_usable(const char **why);
/* Starts curses (newterm).  NULL and *e on failure.  Until ops->close, terminal_restore
 * (ui/terminal.h) gives the terminal back on any way out. */
struct ui *ui_curses_open(const struct ui_options *options, struct err *e) NODISCARD;

#endif
