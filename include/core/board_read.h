/* The line that places activities on the board of the mode "sort".  core. */
#ifndef SMQ_CORE_BOARD_READ_H
#define SMQ_CORE_BOARD_READ_H

#include "core/err.h"
#include "core/game.h"

/* Reads a line such as "1m 2 sales, 3s? 4M": a number from 1 to `count`, a side by letter or word,
 * "?" for not sure; blanks and commas are free.  Fills placing[0 … count - 1] for
 * MOVE_PLACE.  False when any of it means nothing: *e (STATUS_USAGE) then says what is wrong with
 * the first such piece, and `placing` is not to be used.  `line` may be foreign. */
bool board_read(const char *line, int count, struct placing *placing, struct err *e);

#endif
