/* One screenful as a grid of cells with roles, never colours.  core.
 * A frame knows which rectangles are which action, so that a click is an action too, and where the
 * hardware cursor rests (screen readers follow it). */
#ifndef SMQ_CORE_FRAME_H
#define SMQ_CORE_FRAME_H

#include "core/action.h"
#include "core/str.h"

/* What a piece of text is; the front end chooses how it looks. */
enum role {
    ROLE_TEXT,
    ROLE_TITLE,     /* the name of the screen, a heading */
    ROLE_DIM,       /* hints, footers, what is done with */
    ROLE_STRONG,    /* the sentence that matters: the activity */
    ROLE_SALES,     /* the word, symbol or place of that side */
    ROLE_MARKETING, /* the same for the other */
    ROLE_RIGHT,
    ROLE_WRONG,
    ROLE_CUE, /* the clue inside the activity */
    ROLE_KEY, /* a key's name in a hint */
    ROLE_BORDER,
    ROLE_SELECTED, /* the marked item of a list */
    ROLE_NOTICE,   /* something that needs attention: not saved, not sure */
    ROLE_COUNT
};

enum { CELL_BYTES = 28, FRAME_HITS_MAX = 64 };

struct cell {
    char text[CELL_BYTES]; /* one grapheme cluster, NUL-terminated; "" right of a wide one */
    uint8_t cols;          /* 1 or 2; 0 right of a wide one */
    uint8_t role;
};

struct hit {
    int x, y, width, height;
    enum action action;
    int item;
};

struct frame {
    int width, height;
    struct cell *cells; /* row by row */
    struct hit hits[FRAME_HITS_MAX];
    int hit_count;
    int cursor_x, cursor_y; /* -1, -1: hide it */
    unsigned context;       /* one of enum context: what keys mean on this screen */
};

/* A blank frame; frame_resize changes it.  Free with frame_free. */
void frame_init(struct frame *f, int width, int height);
void frame_free(struct frame *f);
/* Blanks every cell, forgets hits and cursor but keeps the context; another size reallocates. */
void frame_clear(struct frame *f, int width, int height);
/* Draws `text` (already through text_adapt) from (x, y); what does not fit into `cols` columns or
 * into the frame is cut on a cluster's edge.  A cluster too long for a cell is drawn as "?", one
 * without width is not drawn; overdrawing half of a wide one blanks its other half.  Returns the
 * columns drawn, those left of the frame among them. */
int frame_put(struct frame *f, int x, int y, int cols, const char *text, enum role role);
/* The same for `len` bytes of `text`. */
int frame_putn(struct frame *f, int x, int y, int cols, const char *text, size_t len,
               enum role role);
/* Gives cells that are already drawn another role. */
void frame_paint(struct frame *f, int x, int y, int cols, enum role role);
/* Marks a rectangle as clickable.  Of overlapping ones the last added wins; those beyond
 * FRAME_HITS_MAX are forgotten. */
void frame_hit(struct frame *f, int x, int y, int width, int height, enum action action, int item);
/* The action at a point, with *item as given to frame_hit; ACTION_NONE when there is none, and
 * *item is left alone. */
enum action frame_action_at(const struct frame *f, int x, int y, int *item);
/* Appends the frame as text, one line a row, blanks at the ends cut. */
void frame_write(const struct frame *f, struct str *out);
/* Appends the roles as text, one letter a cell, rows as above; blank cells have roles too, so
 * only "." is cut at the ends:
 *   . text   T title      D dim    A strong (the activity)   S sales   M marketing   R right
 *   W wrong  C cue        K key    B border                  X selected              N notice */
void frame_write_roles(const struct frame *f, struct str *out);
/* Whether two frames show the same and mean the same: cells, roles, hits, cursor, context. */
bool frame_equal(const struct frame *a, const struct frame *b);

#endif
