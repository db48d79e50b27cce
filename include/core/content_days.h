/* A page of the progress screen: the calendar of practice.  core. */
#ifndef SMQ_CORE_CONTENT_DAYS_H
#define SMQ_CORE_CONTENT_DAYS_H

#include "core/page.h"
#include "core/progress.h"
#include "core/scene.h"

/* Fills `page`; drawn to the width page->cols, or in sentences when scene->lines. */
void content_days(const struct scene *scene, const struct progress *progress, struct page *page);

#endif
