/* What screens say about a session: what the trainer will see, what a run's result is worth there.
 * core. */
#ifndef SMQ_CORE_CONTENT_SESSION_H
#define SMQ_CORE_CONTENT_SESSION_H

#include "core/page.h"
#include "core/scene.h"
#include "core/session.h"

/* The code at the end of a run of a session, and what it is for; nothing outside sessions. */
void content_result_code(const struct scene *scene, struct page *page);
/* How a test after compares with the one before, where there was one. */
void content_compared(const struct scene *scene, struct page *page);

/* Appends what a participant reads before the first card, paragraphs on lines of their own: the
 * parts, those before `from` left out, and what the trainer will see of `name`. */
void content_joining(const struct session *session, enum part from, const char *name,
                     struct str *out);

#endif
