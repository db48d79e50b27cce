/* Allocation that cannot fail, and arenas of small allocations that end together. */
#include "core/xmalloc.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory_out.h"

enum { ARENA_BLOCK_BYTES = 64 * 1024, FIRST_CAP = 8 };

struct arena_block {
    struct arena_block *next;
    size_t used, cap;
    _Alignas(max_align_t) unsigned char bytes[];
};

static void *or_end(void *memory)
{
    if (memory == NULL)
        memory_out();
    return memory;
}

void *xcalloc(size_t count, size_t size)
{
    /* calloc checks the product; of nothing it may return NULL without having failed */
    return or_end(count == 0 || size == 0 ? calloc(1, 1) : calloc(count, size));
}

void *xrealloc(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_out();
    size_t bytes = count * size;
    return or_end(realloc(old, bytes == 0 ? 1 : bytes));
}

void *xgrow(void *items, size_t len, size_t *cap, size_t size)
{
    if (len < *cap)
        return items;
    if (len > SIZE_MAX / 2 - FIRST_CAP)
        memory_out();
    *cap = len < FIRST_CAP ? FIRST_CAP : len * 2;
    return xrealloc(items, *cap, size);
}

static struct arena_block *block_new(size_t cap)
{
    if (cap > SIZE_MAX - sizeof(struct arena_block))
        memory_out();
    struct arena_block *block = xcalloc(1, sizeof *block + cap);
    block->cap = cap;
    return block;
}

/* Room for `size` bytes at a multiple of `align`, a power of two; large ones get a block of their
 * own behind the head, so that the head's rest stays in use. */
static void *take(struct arena *a, size_t size, size_t align)
{
    if (a->head != NULL) {
        struct arena_block *head = a->head;
        size_t start = (head->used + align - 1) & ~(align - 1);
        if (start <= head->cap && size <= head->cap - start) {
            head->used = start + size;
            return head->bytes + start;
        }
        if (size > ARENA_BLOCK_BYTES / 4) {
            struct arena_block *own = block_new(size);
            own->used = size;
            own->next = head->next;
            head->next = own;
            return own->bytes;
        }
    }
    struct arena_block *block = block_new(size > ARENA_BLOCK_BYTES ? size : ARENA_BLOCK_BYTES);
    block->used = size;
    block->next = a->head;
    a->head = block;
    return block->bytes;
}

void *arena_alloc(struct arena *a, size_t size)
{
    return take(a, size, _Alignof(max_align_t));
}

char *arena_copy(struct arena *a, const char *text, size_t len)
{
    if (len == SIZE_MAX)
        memory_out();
    char *copy = take(a, len + 1, 1);
    if (len > 0)
        memcpy(copy, text, len);
    return copy;
}

void arena_join(struct arena *a, struct arena *other)
{
    struct arena_block **end = &a->head;
    while (*end != NULL)
        end = &(*end)->next;
    *end = other->head;
    other->head = NULL;
}

void arena_free(struct arena *a)
{
    while (a->head != NULL) {
        struct arena_block *next = a->head->next;
        free(a->head);
        a->head = next;
    }
}
