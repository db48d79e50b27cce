/* The board as part of a frame.  core. */
#ifndef SMQ_CORE_VIEW_BOARD_H
#define SMQ_CORE_VIEW_BOARD_H

#include "core/view_part.h"

/* Draws the two sides and the cards between them, scrolled so that the marked one is in sight.
 * Returns whether rows are left below the area; sets scene->cursor.scroll. */
bool view_board(struct frame *frame, struct scene *scene, struct area area);

#endif
