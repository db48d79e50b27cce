/* "What gave it away?": the question after a right answer, and what came of it.  core. */
#ifndef SMQ_CORE_CONTENT_CLUE_H
#define SMQ_CORE_CONTENT_CLUE_H

#include "core/page.h"
#include "core/scene.h"

/* The question with its three pieces of the text. */
void content_clue(const struct scene *scene, struct page *page);
/* At the verdict: whether the chosen piece was the clue; nothing when none was chosen. */
void content_clue_verdict(const struct scene *scene, const struct card *card, struct page *page,
                          int indent);

#endif
