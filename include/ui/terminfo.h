/* What the description of the terminal (terminfo) says; includes term.h, but no curses.  ui. */
#ifndef SMQ_UI_TERMINFO_H
#define SMQ_UI_TERMINFO_H

#include "core/str.h"

enum terminfo_verdict {
    TERMINFO_GOOD,
    TERMINFO_PLAIN,  /* no TERM, "dumb", or one that cannot move the cursor */
    TERMINFO_UNKNOWN /* TERM names nothing that is described here */
};

/* Looks TERM up; never prints it, whatever it holds.  A good description stays loaded, for
 * terminfo_leave. */
enum terminfo_verdict terminfo_examine(void);
/* Appends the bytes that lead out of full screen: attributes off, cursor shown, keypad local,
 * the first screen back; with `mouse`, its reports off too.  Unloads the description. */
void terminfo_leave(struct str *out, bool mouse);

#endif
