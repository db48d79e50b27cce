/* How a room splits, as large digits and bars, or in a sentence.  core. */
#ifndef SMQ_CORE_CONTENT_SPLIT_H
#define SMQ_CORE_CONTENT_SPLIT_H

#include "core/content_show.h"

/* Adds the hands of a card: two numbers side by side with a bar each in frames, and in words. */
void content_split(const struct scene *scene, const struct show_hands *hands, struct page *page,
                   enum air air);
/* Adds a question for the room that follows from how it splits; hands may be 0 and 0. */
void content_split_question(const struct scene *scene, const struct show_hands *hands,
                            struct page *page);

#endif
