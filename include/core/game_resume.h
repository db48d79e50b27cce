/* A run brought back from its log.  core. */
#ifndef SMQ_CORE_GAME_RESUME_H
#define SMQ_CORE_GAME_RESUME_H

#include "core/game.h"

/* Brings a freshly started game to where its log ends: the same cards, answers, strikes and flags,
 * through game_apply.  The logged activities are dealt, never picked anew; events about activities
 * the bank no longer has are passed over.  The last verdict shows again, unless the next card was
 * flagged already.  An exam's clock has been running since `started_utc_ms`; a wall clock that was
 * set back since does not give time back.  A board has the sides that were stored.  Where only the
 * end is missing it is pending (PHASE_STORING): store it like any other effect. */
void game_resume(struct game *game, const struct bank *bank, const struct history *history,
                 const struct event *events, size_t count, int64_t started_utc_ms, struct now now);

#endif
