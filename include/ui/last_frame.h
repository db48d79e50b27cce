/* The frame a front end showed last: for clicks, and to draw only what changed.  ui.
 * The kept one is a frame of its own, made with frame_init. */
#ifndef SMQ_UI_LAST_FRAME_H
#define SMQ_UI_LAST_FRAME_H

#include "core/frame.h"

/* Columns of a row: from the first on, up to the one before `to`. */
struct span {
    int from, to;
};
/* Copies row y between frames of one size; returns from the first to the last cell that was
 * different, an empty span when none was. */
struct span last_frame_take_row(struct frame *kept, const struct frame *shown, int y);
/* Copies all but the cells. */
void last_frame_take_rest(struct frame *kept, const struct frame *shown);
/* Makes *kept a copy of *shown. */
void last_frame_keep(struct frame *kept, const struct frame *shown);

#endif
