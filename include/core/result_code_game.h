/* The result code of a game that is over.  core. */
#ifndef SMQ_CORE_RESULT_CODE_GAME_H
#define SMQ_CORE_RESULT_CODE_GAME_H

#include "core/game.h"
#include "core/result_code.h"

/* Fills in what a learner of this id answered in a part of the session, who began with form
 * `first`.  What was struck out counts as not answered. */
void result_code_of_game(const struct session *session, enum part part, enum form first,
                         const char *learner_id, const struct game *game, struct result_code *out);

#endif
