/* What the category of a question says about it. */
#include "core/exchange_category.h"

#include <string.h>

static bool is_principle(const struct draft *bank, const char *id)
{
    for (size_t i = 0; i < bank->principle_count; i++) {
        const char *known = bank->principles[i].id.text;
        if (known && strcmp(known, id) == 0)
            return true;
    }
    return false;
}

/* The next part of a category from *at on, `//` being a slash; NULL at the end. */
static const char *next_part(struct arena *arena, const char **at)
{
    struct str part = {0};
    if (!**at)
        return NULL;
    while (**at && (**at != '/' || (*at)[1] == '/')) {
        str_addc(&part, **at);
        *at += 1 + (**at == '/');
    }
    *at += **at == '/';
    const char *text = str_text(&part), *blanks = " \t";
    text += strspn(text, blanks);
    size_t len = strlen(text);
    while (len > 0 && strchr(blanks, text[len - 1]))
        len--;
    const char *kept = arena_copy(arena, text, len);
    str_free(&part);
    return kept;
}

void exchange_use_category(struct exchange_item *item, const struct draft *bank,
                           struct arena *arena)
{
    if (!item->group.text)
        return;
    const char *at = item->group.text, *part, *last = "", *principle = NULL;
    while ((part = next_part(arena, &at)) != NULL) {
        last = part;
        if (is_principle(bank, part))
            principle = part;
    }
    if (!item->principle.text && principle)
        item->principle = (struct draft_text){.text = principle, .place = item->group.place};
    if (!item->situation.text && !item->scenario.text && *last && last != principle)
        item->situation = (struct draft_text){.text = last, .place = item->group.place};
}
