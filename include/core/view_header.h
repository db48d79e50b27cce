/* The header: what this screen is, how far one has come, and the time left.  core. */
#ifndef SMQ_CORE_VIEW_HEADER_H
#define SMQ_CORE_VIEW_HEADER_H

#include "core/view_part.h"

/* Draws the header into one row; `wide` gives the bar more room. */
void view_header(struct frame *frame, const struct scene *scene, struct area area, bool wide);

#endif
