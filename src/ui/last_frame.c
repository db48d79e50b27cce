/* The frame a front end showed last: for clicks, and to draw only what changed. */
#include "ui/last_frame.h"

#include <string.h>

struct span last_frame_take_row(struct frame *kept, const struct frame *shown, int y)
{
    struct cell *old = kept->cells + (size_t)y * (size_t)shown->width;
    const struct cell *new = shown->cells + (size_t)y *(size_t)shown->width;
    int from = 0, to = shown->width;

    /* every byte of a cell is set, those behind its text too */
    if (memcmp(old, new, (size_t)to * sizeof *new) == 0)
        return (struct span){0, 0};
    while (memcmp(&old[from], &new[from], sizeof *new) == 0)
        from++;
    while (memcmp(&old[to - 1], &new[to - 1], sizeof *new) == 0)
        to--;
    memcpy(&old[from], &new[from], (size_t)(to - from) * sizeof *new);
    return (struct span){from, to};
}

void last_frame_take_rest(struct frame *kept, const struct frame *shown)
{
    struct cell *cells = kept->cells;

    *kept = *shown;
    kept->cells = cells;
}

void last_frame_keep(struct frame *kept, const struct frame *shown)
{
    if (kept->width != shown->width || kept->height != shown->height)
        frame_clear(kept, shown->width, shown->height);
    for (int y = 0; y < shown->height; y++)
        last_frame_take_row(kept, shown, y);
    last_frame_take_rest(kept, shown);
}
