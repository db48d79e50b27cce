/* What an input means while a run is played.  core; a part of interpret. */
#ifndef SMQ_CORE_INTERPRET_GAME_H
#define SMQ_CORE_INTERPRET_GAME_H

#include "core/input.h"
#include "core/intent.h"

/* Reads an action against the game in the scene. */
struct intent interpret_game(struct scene *scene, const struct input *input);
/* A line that is no action while a board lies open: "1m 2s 3s?" moves its cards. */
struct intent interpret_board_line(struct scene *scene, const char *line);
/* The end of input: a run is handed in with its summary, an unplayed one simply left.  A board on
 * which every card has its side is judged before that. */
struct intent interpret_end_of_input(struct scene *scene);
/* An action while a reason is typed. */
struct intent interpret_typing(struct scene *scene, enum action action);
/* A character typed into the reason; KEY_RUBOUT takes the last one away. */
struct intent interpret_typed(struct scene *scene, uint32_t key);
/* An action while an exam asks whether to hand in, to pause or to go on. */
struct intent interpret_leaving(struct scene *scene, enum action action);

#endif
