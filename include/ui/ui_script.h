/* The scripted front end: screen tests are written for it.  ui.
 * Reads steps from a text, feeds them as input, and appends the frames (or lines) it is shown to a
 * transcript.  Steps, one a line:
 *   ACTION …    an action's name or a plain-mode line (as input_from_line reads it)
 *   key NAME    a key by name, mapped in the screen's context, as curses would
 *   type TEXT   each character of TEXT as a typed key
 *   click X Y   a click on that cell
 *   choose LABEL  the item of the menu that is called so (in English), wherever it stands
 *   size C R    another screen size
 *   tick MS     the clock goes on by MS milliseconds (INPUT_TIMEOUT)
 *   hangup      the terminal is gone
 *   show        append the present frame as text;  roles: append its roles
 *   # …         ignored, as are empty lines
 * After the last step comes INPUT_END. */
#ifndef SMQ_UI_UI_SCRIPT_H
#define SMQ_UI_UI_SCRIPT_H

#include "ui/ui.h"

/* `steps` and `keys` are borrowed and must outlive the front end; `transcript` receives what is
 * shown. `lines` makes it take lines instead of frames: then everything shown is appended. */
struct ui *ui_script_open(const char *steps, const struct keymap *keys, int cols, int rows,
                          bool lines, struct str *transcript) NODISCARD;
/* The sum of the ticks so far, so that a test's clock can follow. */
int64_t ui_script_clock_ms(const struct ui *ui);

#endif
