/* From what the user did to what is meant by it: a move, a change of the cursor, or a wish the
 * loop has to carry out.  core. */
#ifndef SMQ_CORE_INTERPRET_H
#define SMQ_CORE_INTERPRET_H

#include "core/input.h"
#include "core/scene.h"

enum want {
    WANT_NOTHING,  /* it means nothing here: a bell, or a reply in the cursor */
    WANT_REDRAW,   /* only the cursor changed */
    WANT_REPAINT,  /* the screen may be spoilt: draw all of it */
    WANT_MOVE,     /* `move` is for game_apply */
    WANT_CHOICE,   /* item `item` of the menu was chosen */
    WANT_PLAIN,    /* plain mode, now and from now on */
    WANT_PRACTISE, /* practise what this page of the primer tells */
    WANT_AGAIN,    /* practise the misses of this run again */
    WANT_DONE      /* leave this screen */
};

struct intent {
    enum want want;
    struct move move;
    int item;
};

/* Reads one input against the scene; changes nothing but scene->cursor. */
struct intent interpret(struct scene *scene, const struct input *input);

#endif
