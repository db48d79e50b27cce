/* The pages of a show on a projector.  core. */
#ifndef SMQ_CORE_CONTENT_SHOW_H
#define SMQ_CORE_CONTENT_SHOW_H

#include "core/page.h"
#include "core/scene.h"

/* How much room there is between things; lines have none. */
enum air { AIR_NONE, AIR_SOME, AIR_PLENTY };

/* Fills `page` with what shows at this step of the show. */
void content_show(const struct scene *scene, struct page *page, enum air air);
/* The title of that page; borrowed. */
const char *content_show_title(const struct scene *scene);
/* How far the show is among cards or discussions: *done of *length, from 1; 0 of 0 on the last
 * page. */
void content_show_way(const struct scene *scene, int *done, int *length);
/* The sentence that tells of it; "" for SHOW_NOTICE_NONE. */
const char *content_show_notice(enum show_notice notice);

#endif
