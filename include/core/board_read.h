/* The line that places activities on the board of the mode "sort".  core. */
#ifndef SMQ_CORE_BOARD_READ_H
#define SMQ_CORE_BOARD_READ_H

#include "core/bank.h"
#include "core/err.h"

/* Where one activity of the board is put; SIDE_NONE: nothing is said of it. */
struct placement {
    enum side side;
    bool sure;
};

/* Reads a line such as "1m 2 sales, 3s? 4M": a number from 1 to `count`, a side by letter or word,
 * "?" for not sure; blanks and commas are free.  Fills placements[0 … count - 1].  False when any
 * of it means nothing: *e (STATUS_USAGE) then says what is wrong with the first such piece, and
 * `placements` is not to be used.  `line` may be foreign. */
bool board_read(const char *line, int count, struct placement *placements, struct err *e);

#endif
