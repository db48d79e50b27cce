/* The primer: pages that tell what sales is, what marketing is, and what tells them apart.  core.
 */
#ifndef SMQ_CORE_CONTENT_LEARN_H
#define SMQ_CORE_CONTENT_LEARN_H

#include "core/page.h"
#include "core/scene.h"

/* How many pages there are: the general ones, then one for each principle of the bank. */
int content_learn_pages(const struct bank *bank);
/* The page of a principle. */
int content_learn_page_of(int principle);
/* The principle of a page, or -1 for a general one. */
int content_learn_principle(int number);
/* The title of a page, translated or the bank's. */
const char *content_learn_title(const struct bank *bank, int number);
/* Fills `page` with the primer's page scene->cursor.selected, without its title. */
void content_learn(const struct scene *scene, struct page *page);

#endif
