/* Different texts numbered from 0 in the order they first come. */
#include "core/numbering.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"

enum { FIRST_SLOTS = 1024 };

static int *slot_of(const struct numbering *n, const char *bytes, size_t len)
{
    uint64_t slot = hash_bytes(HASH_START, bytes, len);
    for (;; slot++) {
        int *at = &n->slots[slot & (n->slot_count - 1)];
        if (*at == 0)
            return at;
        const char *there = n->text[*at - 1];
        if (strncmp(there, bytes, len) == 0 && there[len] == '\0')
            return at;
    }
}

/* Doubles the table, so that it stays at most half full and every search ends. */
static void grow(struct numbering *n)
{
    n->slot_count = n->slot_count == 0 ? FIRST_SLOTS : 2 * n->slot_count;
    free(n->slots);
    n->slots = xcalloc(n->slot_count, sizeof *n->slots);
    for (size_t i = 0; i < n->count; i++)
        *slot_of(n, n->text[i], strlen(n->text[i])) = (int)i + 1;
}

int numbering_of(struct numbering *n, const char *bytes, size_t len)
{
    if (2 * n->count >= n->slot_count)
        grow(n);
    int *slot = slot_of(n, bytes, len);
    if (*slot == 0) {
        n->text = xgrow(n->text, n->count, &n->cap, sizeof *n->text);
        n->text[n->count++] = arena_copy(&n->arena, bytes, len);
        *slot = (int)n->count;
    }
    return *slot - 1;
}

void numbering_free(struct numbering *n)
{
    free(n->text);
    free(n->slots);
    arena_free(&n->arena);
    *n = (struct numbering){0};
}
