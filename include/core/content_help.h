/* The help, and the time left as a sentence.  core. */
#ifndef SMQ_CORE_CONTENT_HELP_H
#define SMQ_CORE_CONTENT_HELP_H

#include "core/page.h"
#include "core/scene.h"

/* What does something on the screen that the help lies over: in frames the keys, among lines what
 * may be typed; and what the trainer's screens show. */
void content_help(const struct scene *scene, struct page *page);
/* Appends how much time is left of so many milliseconds, as a sentence. */
void content_time_left(int64_t left_ms, struct str *out);

#endif
