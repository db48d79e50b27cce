/* How a session's room splits, card by card and principle by principle.  core. */
#ifndef SMQ_CORE_CONTENT_SHARES_H
#define SMQ_CORE_CONTENT_SHARES_H

#include "core/page.h"
#include "core/scene.h"

/* Where people show by name, a split of fewer answers than this does not: it would tell who said
 * what. */
enum { SHARES_LEAST = 3 };

/* Each answered card with what the room said, the hardest first. */
void content_shares_cards(const struct scene *scene, struct page *page);
/* Each principle with the share right and what was taken for what, the hardest first. */
void content_shares_principles(const struct scene *scene, struct page *page);

#endif
