/* Allocation that cannot fail, and arenas.  core.
 * Out of memory ends the program (core/memory_out): the libraries below us do not survive it
 * either, and what was shown as saved is on disk already. */
#ifndef SMQ_CORE_XMALLOC_H
#define SMQ_CORE_XMALLOC_H

#include "core/base.h"

/* calloc that never returns NULL; the overflow of count * size ends the program too.  Caller frees.
 */
void *xcalloc(size_t count, size_t size) NODISCARD;
/* realloc to count * size bytes that never returns NULL.  Caller frees. */
void *xrealloc(void *old, size_t count, size_t size) NODISCARD;
/* Makes room for one more item in a growing array: returns `items` (perhaps moved) with
 * *cap > len.  `size` is the size of one item in bytes. */
void *xgrow(void *items, size_t len, size_t *cap, size_t size) NODISCARD;

/* Many small allocations with one end of life. */
struct arena {
    struct arena_block *head;
};
/* `size` zeroed bytes, aligned for any type, that live until arena_free. */
void *arena_alloc(struct arena *a, size_t size) NODISCARD;
/* A copy of `len` bytes of `text` with a NUL behind, living until arena_free. */
char *arena_copy(struct arena *a, const char *text, size_t len) NODISCARD;
/* Moves all that is in `other`, which is empty then, into `a`. */
void arena_join(struct arena *a, struct arena *other);
/* Frees everything; the arena is empty and usable again. */
void arena_free(struct arena *a);

#endif
