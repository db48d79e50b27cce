/* A bar of block characters: how much of a whole.  core. */
#ifndef SMQ_CORE_BAR_H
#define SMQ_CORE_BAR_H

#include "core/str.h"

/* Appends a bar of `cols` cells for `done` of `length`, in halves of a cell (eighths are too fine
 * for a glance), rounded down so that only what is whole looks whole; empty when length is 0. */
void bar_add(struct str *out, int done, int length, int cols);
/* The same with a fill of its own for the rest, so that both parts are seen to be there; the halves
 * are rounded to whole cells, and nobody at all is a line. */
void bar_add_both(struct str *out, int one, int other, int cols);

#endif
