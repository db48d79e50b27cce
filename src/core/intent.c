/* What is meant by an input. */
#include "core/intent.h"

#include <string.h>

struct intent intent_of(enum want want)
{
    return (struct intent){.want = want};
}

struct intent intent_move(enum move_kind kind)
{
    return (struct intent){.want = WANT_MOVE, .move = {.kind = kind}};
}

struct intent intent_reply(struct scene *scene, const char *sentence)
{
    size_t len = text_prefix(sentence, sizeof scene->cursor.reply - 1);
    memcpy(scene->cursor.reply, sentence, len);
    scene->cursor.reply[len] = '\0';
    return intent_of(WANT_REDRAW);
}

struct intent intent_nothing(struct scene *scene)
{
    return scene->lines ? intent_reply(scene, _("That means nothing here; h shows what there is."))
                        : intent_of(WANT_NOTHING);
}

struct intent intent_first_page(struct scene *scene)
{
    return scene->lines ? intent_reply(scene, _("This is the first page."))
                        : intent_of(WANT_NOTHING);
}

bool intent_select(struct scene *scene, enum action action, int count)
{
    int *selected = &scene->cursor.selected;
    if (count < 1)
        return false;
    switch (action) {
    case ACTION_UP:
        *selected = *selected > 0 ? *selected - 1 : count - 1;
        return true;
    case ACTION_DOWN:
        *selected = (*selected + 1) % count;
        return true;
    case ACTION_PAGE_UP:
        *selected = 0;
        return true;
    case ACTION_PAGE_DOWN:
        *selected = count - 1;
        return true;
    default:
        return false;
    }
}

bool intent_scroll(struct scene *scene, enum action action)
{
    enum { PAGE_STEP = 8 };
    int step = action == ACTION_UP          ? -1
               : action == ACTION_DOWN      ? 1
               : action == ACTION_PAGE_UP   ? -PAGE_STEP
               : action == ACTION_PAGE_DOWN ? PAGE_STEP
                                            : 0;
    scene->cursor.scroll += step;
    return step != 0;
}
