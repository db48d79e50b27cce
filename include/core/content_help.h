/* The help, and the time left as a sentence.  core. */
#ifndef SMQ_CORE_CONTENT_HELP_H
#define SMQ_CORE_CONTENT_HELP_H

#include "core/page.h"
#include "core/scene.h"

/* In frames every action with its keys; among lines what may be typed here, and what it does. */
void content_help(const struct scene *scene, struct page *page);
/* Appends how much time is left of so many milliseconds, as a sentence. */
void content_time_left(int64_t left_ms, struct str *out);

#endif
