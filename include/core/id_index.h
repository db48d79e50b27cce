/* A sorted list of ids: finds and tells duplicates in n log n.  core.
 * `struct id_index x = {0}` is an empty one; the owner calls id_index_free. */
#ifndef SMQ_CORE_ID_INDEX_H
#define SMQ_CORE_ID_INDEX_H

#include "core/fault.h"

struct id_entry {
    const char *id; /* borrowed */
    int item;       /* what the id stands for: an index of the caller's */
    struct place place;
};

struct id_index {
    struct id_entry *entries;
    size_t len, cap;
};

void id_index_add(struct id_index *x, const char *id, int item, struct place place);
/* Orders by id, then by item; to be called once, before the functions below. */
void id_index_sort(struct id_index *x);
/* The item with this id (the first of several), or -1. */
int id_index_find(const struct id_index *x, const char *id);
/* The first entry with the same id as entry `n`: another than `n` means that `n` is a duplicate. */
const struct id_entry *id_index_first(const struct id_index *x, size_t n);
void id_index_free(struct id_index *x);

#endif
