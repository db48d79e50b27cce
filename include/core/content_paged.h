/* The screens that are read page by page: primer, field guide, progress, live board.  core. */
#ifndef SMQ_CORE_CONTENT_PAGED_H
#define SMQ_CORE_CONTENT_PAGED_H

#include "core/page.h"
#include "core/scene.h"

/* How many pages the scene's screen has. */
int content_paged_count(const struct scene *scene);
/* The title of the page at scene->cursor.selected, translated or the bank's; borrowed. */
const char *content_paged_title(const struct scene *scene);
/* Fills `page` with that page, without its title. */
void content_paged(const struct scene *scene, struct page *page);

#endif
