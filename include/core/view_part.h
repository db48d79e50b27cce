/* Small pieces all parts of the frame renderer draw with.  core. */
#ifndef SMQ_CORE_VIEW_PART_H
#define SMQ_CORE_VIEW_PART_H

#include "core/page.h"
#include "core/scene.h"

/* A rectangle of the frame to draw into. */
struct area {
    int x, y, cols, rows;
};

/* Draws a text, adapted to the scene's charset, from (x, y), at most `cols` columns of it; returns
 * the columns drawn. */
int view_put(struct frame *frame, const struct scene *scene, int x, int y, int cols,
             const char *text, enum role role);
/* The same, ending before column `right`. */
void view_put_right(struct frame *frame, const struct scene *scene, int right, int y, int cols,
                    const char *text, enum role role);
/* Columns the text takes, adapted to the scene's charset. */
int view_width(const struct scene *scene, const char *text);
/* Draws a page into the area from scene->cursor.scroll on, bringing that into range.  The cursor
 * stands on the focused paragraph, or on the first text in sight when none is.  Returns whether
 * rows are left below. */
bool view_page(struct frame *frame, struct scene *scene, struct area area, const struct page *page);
/* The same, scrolled so that the page's focused paragraph is in sight. */
bool view_page_following(struct frame *frame, struct scene *scene, struct area area,
                         const struct page *page);

#endif
