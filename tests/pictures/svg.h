/* A terminal's screen as a picture in SVG: pure, the same cells give the same bytes. */
#ifndef SMQ_TESTS_PICTURES_SVG_H
#define SMQ_TESTS_PICTURES_SVG_H

#include "core/str.h"
#include "pty/display.h"

struct picture {
    const char *title;
    int cols, rows;
    const struct display_cell *cells; /* row by row */
    int cursor_x, cursor_y;           /* -1, -1: none is drawn */
};

/* Appends the picture: a quiet window with the cells in it, the text in <desc> for screen readers.
 * Every run of letters is set at its column and to its width, whatever font the reader has; lines
 * and blocks are drawn as shapes, so that they join. */
void svg_write(const struct picture *picture, struct str *out);

#endif
