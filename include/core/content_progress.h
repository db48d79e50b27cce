/* The pages of the progress screen: overview, mastery, curve, days.  core. */
#ifndef SMQ_CORE_CONTENT_PROGRESS_H
#define SMQ_CORE_CONTENT_PROGRESS_H

#include "core/page.h"
#include "core/scene.h"

/* How many pages there are: one when nothing was answered yet. */
int content_progress_pages(const struct scene *scene);
/* The title of the page scene->cursor.selected, translated. */
const char *content_progress_title(const struct scene *scene);
/* Fills `page` with that page; with cursor.figures, with the figures over all first answers.  On
 * the overview the hardest principles are ACTION_CHOOSE, item 0 the hardest. */
void content_progress(const struct scene *scene, struct page *page);

#endif
