/* The line renderer: a scene as plain sentences, for pipes and screen readers.  core. */
#ifndef SMQ_CORE_VIEW_LINES_H
#define SMQ_CORE_VIEW_LINES_H

#include "core/scene.h"

/* Appends the scene as lines of at most `cols` columns, each ending in a newline.  No symbols, no
 * boxes, nothing that moves. */
void view_lines(struct str *out, const struct scene *scene, int cols);

#endif
