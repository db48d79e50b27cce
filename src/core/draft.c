/* Puts drafts together, and frees them. */
#include "core/draft.h"

#include <stdlib.h>
#include <string.h>

/* What was given already counts. */
static void take_text(struct draft_text *to, const struct draft_text *from)
{
    if (to->place.file == NULL)
        *to = *from;
}

static void take_head(struct draft *to, const struct draft *from)
{
    take_text(&to->id, &from->id);
    take_text(&to->title, &from->title);
    take_text(&to->language, &from->language);
    take_text(&to->license, &from->license);
    for (int side = 0; side < SIDE_COUNT; side++) {
        take_text(&to->side_name[side], &from->side_name[side]);
        take_text(&to->side_definition[side], &from->side_definition[side]);
    }
}

/* The array `items` with `count` more behind the *len it has; `size` is that of one. */
static void *append(void *items, size_t *len, size_t *cap, const void *more, size_t count,
                    size_t size)
{
    if (count == 0)
        return items;
    while (*cap < *len + count)
        items = xgrow(items, *cap, cap, size);
    memcpy((char *)items + *len * size, more, count * size);
    *len += count;
    return items;
}
#define APPEND(to, from, items, count, cap)                                                    \
    ((to)->items = append((to)->items, &(to)->count, &(to)->cap, (from)->items, (from)->count, \
                          sizeof *(to)->items))

void draft_append(struct draft *draft, const struct draft *more)
{
    size_t scenarios = draft->scenario_count;
    int activities = (int)draft->activity_count;
    take_head(draft, more);
    APPEND(draft, more, questions, question_count, question_cap);
    APPEND(draft, more, principles, principle_count, principle_cap);
    APPEND(draft, more, scenarios, scenario_count, scenario_cap);
    APPEND(draft, more, activities, activity_count, activity_cap);
    APPEND(draft, more, discussions, discussion_count, discussion_cap);
    APPEND(draft, more, overrides, override_count, override_cap);
    APPEND(draft, more, allow_words, allow_word_count, allow_word_cap);
    for (size_t i = scenarios; i < draft->scenario_count; i++)
        draft->scenarios[i].first += activities;
}

void draft_free(struct draft *draft)
{
    free(draft->questions);
    free(draft->principles);
    free(draft->scenarios);
    free(draft->activities);
    free(draft->discussions);
    free(draft->overrides);
    free(draft->allow_words);
    arena_free(&draft->arena);
    *draft = (struct draft){0};
}
