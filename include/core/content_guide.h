/* The pages of the field guide: one a principle, filled by playing.  core. */
#ifndef SMQ_CORE_CONTENT_GUIDE_H
#define SMQ_CORE_CONTENT_GUIDE_H

#include "core/page.h"
#include "core/scene.h"

/* The title of the page scene->cursor.selected (the principle's index): of one never met its
 * question, so that nothing is given away. */
const char *content_guide_title(const struct scene *scene);
/* Fills `page` with that page, without its title, as far as the learner has filled it, and with
 * what fills next. */
void content_guide(const struct scene *scene, struct page *page);

#endif
