/* The frame a front end showed last: for clicks, and to draw only what changed.  ui. */
#ifndef SMQ_UI_LAST_FRAME_H
#define SMQ_UI_LAST_FRAME_H

#include "core/frame.h"

/* Makes *kept (frame_init done) a copy of *shown. */
void last_frame_keep(struct frame *kept, const struct frame *shown);
/* Whether row y looks different in the two frames; true when they differ in size. */
bool last_frame_row_differs(const struct frame *a, const struct frame *b, int y);

#endif
