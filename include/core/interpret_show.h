/* What an input means on a projector's pages and on the live board.  core; a part of interpret. */
#ifndef SMQ_CORE_INTERPRET_SHOW_H
#define SMQ_CORE_INTERPRET_SHOW_H

#include "core/input.h"
#include "core/intent.h"

/* Reads an action against the show in the scene. */
struct intent interpret_show(struct scene *scene, const struct input *input);
/* A digit or a blank of the hands being typed; KEY_RUBOUT takes the last one away. */
struct intent interpret_show_typed(struct scene *scene, uint32_t key);
/* A key in frames that is no action: a digit where no hands are taken says where they are, and
 * takes the Enter behind it along; anything else means nothing. */
struct intent interpret_show_refused(struct scene *scene, uint32_t key);
/* A line that is no action: "7 4" are the hands. */
struct intent interpret_show_line(struct scene *scene, const char *line);
/* Reads an action against the live board in the scene. */
struct intent interpret_watch(struct scene *scene, const struct input *input);

#endif
