/* The seed of a random test: SEED of the environment, or the clock; always printed. */
#ifndef SMQ_TESTS_SEED_H
#define SMQ_TESTS_SEED_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/rng.h"

static inline struct rng rng_for_test(void)
{
    const char *given = getenv("SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    printf("SEED=%" PRIu64 "\n", seed);
    return rng_seeded(seed);
}

#endif
