/* The pages of the live board: who is where, how the room splits, by principle.  core. */
#ifndef SMQ_CORE_CONTENT_WATCH_H
#define SMQ_CORE_CONTENT_WATCH_H

#include "core/page.h"
#include "core/scene.h"

enum { WATCH_PAGES = 3 };

/* The title of the page scene->cursor.selected, translated. */
const char *content_watch_title(const struct scene *scene);
/* Fills `page` with that page. */
void content_watch(const struct scene *scene, struct page *page);

#endif
