/* The board: several cards moved to their sides, then judged together.  core; a part of the game's
 * step. */
#ifndef SMQ_CORE_GAME_BOARD_H
#define SMQ_CORE_GAME_BOARD_H

#include "core/game.h"

/* Gives cards their sides, or takes them back, as the move says; what is stored already stays.
 * False when the move changes nothing. */
bool game_board_place(struct game *game, const struct move *move, struct now now);
/* How many cards of the board have a side. */
int game_board_placed(const struct game *game);
/* The first card that is placed but not stored; -1 when there is none. */
int game_board_unstored(const struct game *game);

#endif
