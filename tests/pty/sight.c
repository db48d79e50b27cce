/* Where in a run the program is, by what the screen shows. */
#include "pty/sight.h"

#include <stdio.h>

static bool shows(struct screen *s, const char *text)
{
    return screen_find(s, text, NULL, NULL);
}

struct seen sight_look(struct screen *s, int cards)
{
    struct seen seen = {SIGHT_NONE, 0};

    for (int number = 1; number <= cards; number++) {
        char progress[32];
        snprintf(progress, sizeof progress, " %d of %d ", number, cards);
        if (shows(s, progress))
            seen.number = number;
    }
    if (shows(s, "Enter: done"))
        seen.sight = SIGHT_RESULT;
    else if (shows(s, "Enter: choose"))
        seen.sight = SIGHT_MENU;
    else if (shows(s, "New to you: "))
        seen.sight = SIGHT_RULE;
    else if (shows(s, "✓ Sales.") || shows(s, "✓ Marketing.") || shows(s, "✗ You said "))
        seen.sight = SIGHT_VERDICT;
    else if (shows(s, "space: not sure"))
        seen.sight = SIGHT_CARD;
    return seen;
}
