/* What a result card says of a finished run.  core. */
#ifndef SMQ_CORE_RESULT_CARD_GAME_H
#define SMQ_CORE_RESULT_CARD_GAME_H

#include "core/game.h"

/* Appends the sentence of the run's result, and for the note whether it was ended early and which
 * day's puzzle it was when not that of `day` (since 1970-01-01), on which it was played. */
void result_card_of_game(const struct game *game, const struct bank *bank, int64_t day,
                         struct str *result, struct str *note);

#endif
