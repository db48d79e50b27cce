/* A bar of block characters. */
#include "core/bar.h"

void bar_add(struct str *out, int done, int length, int cols)
{
    int halves = length > 0 ? (int)((int64_t)done * cols * 2 / length) : 0;
    for (int i = 0; i < cols; i++)
        str_add(out, halves >= 2 * (i + 1) ? "█" : halves == 2 * i + 1 ? "▌" : "░");
}

void bar_add_both(struct str *out, int one, int other, int cols)
{
    int both = one + other;
    int first = both > 0 ? (int)(((int64_t)one * cols + both / 2) / both) : 0;
    for (int i = 0; i < cols; i++)
        str_add(out, both <= 0 ? "─" : i < first ? "█" : "▒");
}
