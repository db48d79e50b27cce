/* How a day's puzzle went, as a line to paste into a chat.  core. */
#ifndef SMQ_CORE_TODAY_LINE_H
#define SMQ_CORE_TODAY_LINE_H

#include "core/game.h"

/* Appends how a day's puzzle went:
 *
 *   smquiz today 2026-11-23 (events): 4 of 5 [1 2 x 4 5]
 *
 * ASCII without newline, in every language the same, and nothing in it helps those who are still
 * to play: a right answer shows as the number of its card, a miss as x, a card without an answer,
 * or with one struck out, as a full stop.  `game` is one whose plan is the puzzle of `day`. */
void today_line(struct str *out, const struct bank *bank, const struct game *game, int64_t day);

#endif
