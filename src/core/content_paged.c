/* The screens that are read page by page: primer, field guide, progress. */
#include "core/content_paged.h"

#include "core/content_learn.h"

int content_paged_count(const struct scene *scene)
{
    return content_learn_pages(scene->bank);
}

const char *content_paged_title(const struct scene *scene)
{
    return content_learn_title(scene->bank, scene->cursor.selected);
}

void content_paged(const struct scene *scene, struct page *page)
{
    content_learn(scene, page);
}
