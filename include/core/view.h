/* The frame renderer: a scene as a grid of cells (view_lines.h has the other one).  core.
 * Nothing here decides anything about the game; it only shows. */
#ifndef SMQ_CORE_VIEW_H
#define SMQ_CORE_VIEW_H

#include "core/frame.h"
#include "core/scene.h"

enum {
    VIEW_COLS_MIN = 40,
    VIEW_ROWS_MIN = 12,
    SLIDE_STEPS = 4 /* of a judged card on its way to its side */
};

/* Draws the scene at this size: laid out for 80 × 24, well down to 40 × 12, and below that a
 * sentence that says so.  The hardware cursor, which magnifiers and screen readers follow, stands
 * on what has the focus, where a line is typed at its end, and on a page at the first text in
 * sight. Brings scene->cursor.scroll into range. */
void view_frame(struct frame *frame, struct scene *scene, int cols, int rows);

#endif
