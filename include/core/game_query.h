/* What can be read off a game.  core. */
#ifndef SMQ_CORE_GAME_QUERY_H
#define SMQ_CORE_GAME_QUERY_H

#include "core/game.h"

/* The card on the table, or the last one; NULL before the first. */
const struct card *game_card(const struct game *game);
/* The card judged last (answered, not counting one on the table), or NULL. */
const struct card *game_judged(const struct game *game);
/* How the card's answer is graded. */
struct graded game_graded(const struct game *game, const struct bank *bank,
                          const struct card *card);
/* Cards that count so far: answered and not struck out. */
int game_answered(const struct game *game);
/* How many cards the run will have that count; 0 when no number ends it. */
int game_length(const struct game *game);
/* Whether the learner was ever asked about this principle, in this run or before. */
bool game_principle_met(const struct game *game, const struct bank *bank,
                        const struct history *history, int principle);
/* How many answers up to the last were right in a row, struck ones passed over. */
int game_streak(const struct game *game, const struct bank *bank);
/* How many more misses end the run; 0 when they do not. */
int game_lives(const struct game *game, const struct bank *bank);
/* Right answers less wrong ones. */
int game_net(const struct game *game, const struct bank *bank);
/* When MOVE_TICK is due, on the monotonic clock; GAME_NO_DEADLINE when time does not matter now. */
int64_t game_deadline(const struct game *game);
/* Whether the run's time is over. */
bool game_expired(const struct game *game, struct now now);
/* The card that MOVE_STRIKE would strike out, or NULL when there is none. */
const struct card *game_strikable(const struct game *game);
/* How many cards were answered wrong and not struck out. */
int game_misses(const struct game *game, const struct bank *bank);
/* The earlier card of the pair when `card` is its later one and both are answered, neither struck
 * out; else NULL. */
const struct card *game_pair(const struct game *game, const struct card *card);

#endif
