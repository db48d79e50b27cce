/* What is meant by an input: a move for the game, a change of the cursor, or a wish the loop has to
 * carry out.  core. */
#ifndef SMQ_CORE_INTENT_H
#define SMQ_CORE_INTENT_H

#include "core/action.h"
#include "core/scene.h"

enum want {
    WANT_NOTHING,  /* it means nothing here: a bell, or a reply in the cursor */
    WANT_WAITED,   /* nothing was done for as long as the loop waited */
    WANT_REDRAW,   /* only the cursor changed */
    WANT_REPAINT,  /* the screen may be spoilt: draw all of it */
    WANT_MOVE,     /* `move` is for game_apply */
    WANT_CHOICE,   /* item `item` of the menu, or of the progress page, was chosen */
    WANT_PLAIN,    /* plain mode, now and from now on */
    WANT_PRACTISE, /* practise what this page of the primer or the guide tells */
    WANT_AGAIN,    /* practise the misses of this run again */
    WANT_CLOCK,    /* show the clock, or hide it */
    WANT_SHOW,     /* `show` is for show_apply */
    WANT_DONE      /* leave this screen */
};

struct intent {
    enum want want;
    struct move move;
    struct show_move show;
    int item;
};

/* An intent with nothing in it but its kind. */
struct intent intent_of(enum want want);
/* A move with nothing in it but its kind. */
struct intent intent_move(enum move_kind kind);
/* Says why an input means nothing here; the next input takes the sentence away again. */
struct intent intent_reply(struct scene *scene, const char *sentence);
/* An input that means nothing; among lines, where nobody sees that nothing changed, it is said. */
struct intent intent_nothing(struct scene *scene);
/* A page back from the first one: nothing; among lines it is said why. */
struct intent intent_first_page(struct scene *scene);
/* Moves the cursor through `count` items of a list by an action (up, down, first, last); false when
 * the action does not move it. */
bool intent_select(struct scene *scene, enum action action, int count);
/* Scrolls what is longer than the screen by an action; false when the action does not. */
bool intent_scroll(struct scene *scene, enum action action);

#endif
