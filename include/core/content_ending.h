/* How a finished run came out, in a sentence or two: what stands first on its result.  core. */
#ifndef SMQ_CORE_CONTENT_ENDING_H
#define SMQ_CORE_CONTENT_ENDING_H

#include "core/page.h"
#include "core/scene.h"
#include "core/summary.h"

/* Appends the sentence of the result ("17 of 20 right.", "Passed: 17 of 20 right; it takes 16.").
 */
void ending_sentence(struct str *out, const struct game *game, const struct bank *bank,
                     const struct summary *summary);
/* The sentence, and what goes with it: the best so far, the line for a chat, time that ran out. */
void content_ending(const struct scene *scene, const struct summary *summary, struct page *page);

#endif
