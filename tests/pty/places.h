/* The screens of the program, each with the way to it: what a matrix of events is tried on. */
#ifndef SMQ_TESTS_PTY_PLACES_H
#define SMQ_TESTS_PTY_PLACES_H

#include "pty/play.h"

enum { PLACE_COUNT = 31, PLACE_STEPS = 6 };

/* Wait for the text, then type the keys. */
struct place_step {
    const char *text, *keys;
};

/* Texts are ASCII and short enough for 40 columns, so that they hold in every charset and size. */
struct place {
    const char *name;
    const char *command; /* words behind the program's name */
    struct place_step steps[PLACE_STEPS];
    const char *then; /* when not NULL, the program is ended there and started with these words */
    const char *mark; /* stands on this screen and on none before */
    /* What the cursor stands on begins so (in UTF-8), or ends so before it where a line is typed;
     * NULL: the card, in bold. */
    const char *focus;
    const char *bank; /* NULL: the small one */
    int answers;      /* what the store holds by then */
    bool goes_on;     /* "practice" offers to continue the run */
    bool clues;
    bool session; /* a session in a folder is made first, and named behind the command */
    bool tiny;    /* the window is too small; the mark is what says so */
};

extern const struct place places[PLACE_COUNT];

/* Starts the program as `play` is set, in a fresh home, its streams leading where these say (as in
 * struct screen_setup); false when it cannot be. */
bool place_start(struct play *play, const struct place *place, const char *input,
                 const char *output);
/* Starts the program as `play` is set, in a fresh home, and goes there; false when it does not get
 * there, and then the screen stands on standard error. */
bool place_go(struct play *play, const struct place *place);
/* Whether the program still answers there: the window becomes too small (or, at the tiny place,
 * big) and then what it was. */
bool place_answers(struct play *play, const struct place *place);

#endif
