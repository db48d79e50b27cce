/* The frame a front end showed last: for clicks, and to draw only what changed. */
#include "ui/last_frame.h"

#include <string.h>

void last_frame_keep(struct frame *kept, const struct frame *shown)
{
    frame_clear(kept, shown->width, shown->height);
    struct cell *cells = kept->cells;
    size_t count = (size_t)shown->width * (size_t)shown->height;

    if (count > 0)
        memcpy(cells, shown->cells, count * sizeof *cells);
    *kept = *shown;
    kept->cells = cells;
}

bool last_frame_row_differs(const struct frame *a, const struct frame *b, int y)
{
    if (a->width != b->width || a->height != b->height)
        return true;
    size_t row = (size_t)y * (size_t)a->width;

    for (size_t x = 0; x < (size_t)a->width; x++) {
        const struct cell *c = &a->cells[row + x], *d = &b->cells[row + x];

        if (c->role != d->role || c->cols != d->cols || strcmp(c->text, d->text) != 0)
            return true;
    }
    return false;
}
