/* From what the user did to what is meant by it.  core. */
#ifndef SMQ_CORE_INTERPRET_H
#define SMQ_CORE_INTERPRET_H

#include "core/input.h"
#include "core/intent.h"

/* Reads one input against the scene; changes nothing but scene->cursor. */
struct intent interpret(struct scene *scene, const struct input *input);

#endif
