/* Different texts numbered from 0 in the order they first come.  core.
 * `struct numbering n = {0}` is an empty one; the owner calls numbering_free. */
#ifndef SMQ_CORE_NUMBERING_H
#define SMQ_CORE_NUMBERING_H

#include "core/xmalloc.h"

struct numbering {
    struct arena arena;
    const char **text; /* by number */
    size_t count, cap;
    int *slots; /* open-addressed table of numbers + 1, 0 empty */
    size_t slot_count;
};

/* The number of these bytes (without a NUL among them), which are copied when they are new. */
int numbering_of(struct numbering *n, const char *bytes, size_t len);
void numbering_free(struct numbering *n);

#endif
