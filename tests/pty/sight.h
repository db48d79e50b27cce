/* Where in a run the program is, by what the screen shows. */
#ifndef SMQ_TESTS_PTY_SIGHT_H
#define SMQ_TESTS_PTY_SIGHT_H

#include "pty/screen.h"

enum sight { SIGHT_NONE, SIGHT_MENU, SIGHT_RULE, SIGHT_CARD, SIGHT_VERDICT, SIGHT_RESULT };

struct seen {
    enum sight sight;
    int number; /* of the card; 0 where none stands */
};

/* What shows now of a run of so many cards; a frame half drawn may show something of two. */
struct seen sight_look(struct screen *s, int cards);

#endif
