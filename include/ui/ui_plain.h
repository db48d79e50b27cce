/* Plain mode: lines out, lines in, for pipes, dumb terminals and screen readers.  ui. */
#ifndef SMQ_UI_UI_PLAIN_H
#define SMQ_UI_UI_PLAIN_H

#include "ui/ui.h"

/* Reads standard input and writes standard output.  A prompt is written only where input is a
 * terminal.  Cannot fail; a failing standard output shows in ui_plain_failed. */
struct ui *ui_plain_open(const struct ui_options *options) NODISCARD;
/* Whether writing to standard output failed (full disk, closed pipe). */
bool ui_plain_failed(const struct ui *ui);

#endif
