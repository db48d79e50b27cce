/* The summary of a finished run.  core. */
#ifndef SMQ_CORE_CONTENT_RESULT_H
#define SMQ_CORE_CONTENT_RESULT_H

#include "core/page.h"
#include "core/scene.h"

/* Counts first, then what cost most, then the misses with their clues; after the first six, all
 * six with their sides. */
void content_result(const struct scene *scene, struct page *page);

#endif
