/* The card and its verdict as part of a frame.  core. */
#ifndef SMQ_CORE_VIEW_CARD_H
#define SMQ_CORE_VIEW_CARD_H

#include "core/view_part.h"

/* Draws the card on the table, or the judged card with its verdict or the question about its clue.
 * Where there is no room for both, the verdict takes the card's place and scrolls.  Returns whether
 * rows are left below the area; brings scene->cursor.scroll into range. */
bool view_card(struct frame *frame, struct scene *scene, struct area area);

#endif
