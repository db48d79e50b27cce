/* The frame a front end showed last: for clicks, and to draw only what changed. */
#include "ui/last_frame.h"

#include <string.h>

bool last_frame_fit(struct frame *kept, const struct frame *shown)
{
    if (kept->width == shown->width && kept->height == shown->height)
        return false;
    frame_clear(kept, shown->width, shown->height);
    return true;
}

bool last_frame_take_row(struct frame *kept, const struct frame *shown, int y)
{
    size_t row = (size_t)y * (size_t)shown->width;
    size_t bytes = (size_t)shown->width * sizeof *shown->cells;

    /* every byte of a cell is set, those behind its text too */
    if (memcmp(kept->cells + row, shown->cells + row, bytes) == 0)
        return false;
    memcpy(kept->cells + row, shown->cells + row, bytes);
    return true;
}

void last_frame_take_rest(struct frame *kept, const struct frame *shown)
{
    struct cell *cells = kept->cells;

    *kept = *shown;
    kept->cells = cells;
}

void last_frame_keep(struct frame *kept, const struct frame *shown)
{
    last_frame_fit(kept, shown);
    for (int y = 0; y < shown->height; y++)
        last_frame_take_row(kept, shown, y);
    last_frame_take_rest(kept, shown);
}
