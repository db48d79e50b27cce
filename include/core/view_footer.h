/* The footer: what can be done here, and with which key.  core. */
#ifndef SMQ_CORE_VIEW_FOOTER_H
#define SMQ_CORE_VIEW_FOOTER_H

#include "core/view_part.h"

/* Draws the hints of this screen into one row, what Enter does at its right end; where there is no
 * room the most dispensable ones are left out.  `more` says that the body goes on below. */
void view_footer(struct frame *frame, const struct scene *scene, struct area area, bool more);

#endif
