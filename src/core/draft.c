/* Frees a draft. */
#include "core/draft.h"

#include <stdlib.h>

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
