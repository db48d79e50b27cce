/* The screens that are read page by page: primer, field guide, progress. */
#include "core/content_paged.h"

#include "core/content_guide.h"
#include "core/content_learn.h"
#include "core/content_progress.h"
#include "core/content_watch.h"

int content_paged_count(const struct scene *scene)
{
    if (scene->screen == SCREEN_WATCH)
        return WATCH_PAGES;
    if (scene->screen == SCREEN_PROGRESS)
        return content_progress_pages(scene);
    return scene->screen == SCREEN_GUIDE ? scene->bank->principle_count
                                         : content_learn_pages(scene->bank);
}

const char *content_paged_title(const struct scene *scene)
{
    if (scene->screen == SCREEN_WATCH)
        return content_watch_title(scene);
    if (scene->screen == SCREEN_PROGRESS)
        return content_progress_title(scene);
    return scene->screen == SCREEN_GUIDE ? content_guide_title(scene)
                                         : content_learn_title(scene->bank, scene->cursor.selected);
}

void content_paged(const struct scene *scene, struct page *page)
{
    if (scene->screen == SCREEN_WATCH)
        content_watch(scene, page);
    else if (scene->screen == SCREEN_PROGRESS)
        content_progress(scene, page);
    else if (scene->screen == SCREEN_GUIDE)
        content_guide(scene, page);
    else
        content_learn(scene, page);
}
