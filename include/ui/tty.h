/* What the kernel tells of the terminal: its size, and whether there is anything to read.  ui. */
#ifndef SMQ_UI_TTY_H
#define SMQ_UI_TTY_H

#include "core/base.h"

enum { TTY_MOST_CELLS = 1000 /* columns or rows; beyond that a size is taken for a mistake */ };

/* The size of the terminal on standard output, 80 x 24 where it says 0; false when it does not
 * tell.  May be beyond TTY_MOST_CELLS. */
bool tty_size(int *cols, int *rows);
/* Bytes waiting on standard input; 0 also when that cannot be told. */
int tty_waiting(void);
/* Whether standard input will never give anything again, asked after a try to read that gave
 * nothing: hung up, readable with nothing to read, or what was `waiting` before is waiting still.
 */
bool tty_gone(int waiting);

#endif
