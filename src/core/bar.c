/* A bar of block characters. */
#include "core/bar.h"

void bar_add(struct str *out, int done, int length, int cols)
{
    int halves = length > 0 ? (int)((int64_t)done * cols * 2 / length) : 0;
    for (int i = 0; i < cols; i++)
        str_add(out, halves >= 2 * (i + 1) ? "█" : halves == 2 * i + 1 ? "▌" : "░");
}
