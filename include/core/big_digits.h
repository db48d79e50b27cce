/* Numbers as large digits of block characters, to be read from the last row of a room.  core. */
#ifndef SMQ_CORE_BIG_DIGITS_H
#define SMQ_CORE_BIG_DIGITS_H

#include "core/str.h"

/* A digit is 3 dots wide and so many high, with a dot between two digits. */
enum { BIG_DIGITS_ROWS = 5 };

/* Columns that `number` (>= 0) takes with dots of `dot` columns. */
int big_digits_cols(int number, int dot);
/* Appends the row `row` (from 0) of the number, without blanks at its end. */
void big_digits_add(struct str *out, int number, int row, int dot);

#endif
