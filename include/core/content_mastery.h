/* A page of the progress screen: what is the learner's own, by question and principle.  core. */
#ifndef SMQ_CORE_CONTENT_MASTERY_H
#define SMQ_CORE_CONTENT_MASTERY_H

#include "core/page.h"
#include "core/progress.h"
#include "core/scene.h"

/* Fills `page`; drawn to the width page->cols, or in sentences when scene->lines. */
void content_mastery(const struct scene *scene, const struct progress *progress, struct page *page);

#endif
