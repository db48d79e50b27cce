/* A page of a show as part of a frame: few words, much room, to be read from afar.  core. */
#ifndef SMQ_CORE_VIEW_SHOW_H
#define SMQ_CORE_VIEW_SHOW_H

#include "core/view_part.h"

/* Draws the page into the area, as airy as fits; what does not fit even so scrolls.  Returns
 * whether rows are left below; brings scene->cursor.scroll into range. */
bool view_show(struct frame *frame, struct scene *scene, struct area area);
/* Draws the hands being typed into one row; once something is typed the cursor rests behind it. */
void view_show_typing(struct frame *frame, const struct scene *scene, struct area area);

#endif
