/* How each role looks: colours and attributes as data, without curses.  ui.
 * The colours are those of Okabe and Ito, which colour-blind people can tell apart; word, symbol
 * and place carry every meaning, colour only helps. */
#ifndef SMQ_UI_THEME_H
#define SMQ_UI_THEME_H

#include "core/frame.h"

enum { THEME_DEFAULT_COLOR = -1 };

struct look {
    short color256; /* of xterm's 256 colours, or THEME_DEFAULT_COLOR */
    short color8;   /* of the eight ANSI colours, or THEME_DEFAULT_COLOR */
    bool bold, underline, reverse;
};

struct theme {
    const char *name;
    short paper; /* background, 0 (black) or THEME_DEFAULT_COLOR */
    struct look looks[ROLE_COUNT];
};

/* The theme of this name ("dark", "light", "mono", "high-contrast"); NULL when there is none. */
const struct theme *theme_find(const char *name);
/* The name of the row-th theme; NULL behind the last. */
const char *theme_name(size_t row);

#endif
