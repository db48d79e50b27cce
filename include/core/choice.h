/* One item chosen among equals as they stream by (reservoir sampling of size one).  core. */
#ifndef SMQ_CORE_CHOICE_H
#define SMQ_CORE_CHOICE_H

#include "core/rng.h"

/* Begin with item = -1, the rest 0. */
struct choice {
    int item; /* -1: nothing considered yet */
    int64_t rank;
    uint32_t equals;
};

/* Takes `item` when its rank is higher than that of all before it; among equals chance decides. */
void choice_consider(struct choice *choice, int item, int64_t rank, struct rng *rng);

#endif
