/* The verdict on an answer, and the comparison of a pair once both are answered.  core. */
#ifndef SMQ_CORE_CONTENT_VERDICT_H
#define SMQ_CORE_CONTENT_VERDICT_H

#include "core/page.h"
#include "core/scene.h"

/* The judged card's verdict: one paragraph after a hit; after a miss what was said, the why and
 * the principle; then the pair when its sibling was answered too. */
void content_verdict(const struct scene *scene, struct page *page);

#endif
