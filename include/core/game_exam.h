/* The exam that a game is: how it stands, and whether it is decided.  core. */
#ifndef SMQ_CORE_GAME_EXAM_H
#define SMQ_CORE_GAME_EXAM_H

#include "core/exam.h"
#include "core/game.h"

/* The exam with all answers given so far; `over` says that no more come.  Only for MODE_EXAM. */
struct exam game_exam(const struct game *game, const struct bank *bank, bool over);

#endif
