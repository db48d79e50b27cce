/* A sorted list of ids: finds by halving, tells duplicates by their neighbours. */
#include "core/id_index.h"

#include <stdlib.h>
#include <string.h>

#include "core/xmalloc.h"

void id_index_add(struct id_index *x, const char *id, int item, struct place place)
{
    x->entries = xgrow(x->entries, x->len, &x->cap, sizeof *x->entries);
    x->entries[x->len++] = (struct id_entry){id, item, place};
}

static int by_id(const void *a, const void *b)
{
    const struct id_entry *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    return order != 0 ? order : (left->item > right->item) - (left->item < right->item);
}

void id_index_sort(struct id_index *x)
{
    if (x->len > 1)
        qsort(x->entries, x->len, sizeof *x->entries, by_id);
}

/* The position of the first entry whose id is not before `id`. */
static size_t lower_bound(const struct id_index *x, const char *id)
{
    size_t low = 0, high = x->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(x->entries[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int id_index_find(const struct id_index *x, const char *id)
{
    size_t n = lower_bound(x, id);
    return n < x->len && strcmp(x->entries[n].id, id) == 0 ? x->entries[n].item : -1;
}

const struct id_entry *id_index_first(const struct id_index *x, size_t n)
{
    const struct id_entry *entry = &x->entries[n];
    bool alone = n == 0 || strcmp(entry[-1].id, entry->id) != 0;
    return alone ? entry : &x->entries[lower_bound(x, entry->id)];
}

void id_index_free(struct id_index *x)
{
    free(x->entries);
    *x = (struct id_index){0};
}
