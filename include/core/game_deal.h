/* Dealing: which card comes to the table next.  core; a part of the game's step. */
#ifndef SMQ_CORE_GAME_DEAL_H
#define SMQ_CORE_GAME_DEAL_H

#include "core/game.h"

/* Deals the next card, with its principle's rule before it where the mode introduces, or all cards
 * of a board.  False when nothing is left to ask. */
bool game_deal(struct game *game, const struct bank *bank, const struct history *history,
               struct now now);
/* Makes the sibling of a missed card due a little later, unless it was asked already or would be
 * given away. */
void game_plan_sibling(struct game *game, const struct bank *bank, int card);

#endif
