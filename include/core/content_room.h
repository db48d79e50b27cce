/* The last page of a show: the room, all cards together.  core. */
#ifndef SMQ_CORE_CONTENT_ROOM_H
#define SMQ_CORE_CONTENT_ROOM_H

#include "core/content_show.h"

/* Adds the totals, the cards most of the room got wrong, and where the rest is told. */
void content_room(const struct scene *scene, struct page *page, enum air air);
/* Behind the last card: how many hands there were, and what comes now. */
void content_room_pause(const struct scene *scene, struct page *page);

#endif
