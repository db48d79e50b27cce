/* Explicit chance: SplitMix64 (Steele, Lea & Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014).  core.  Nothing else in core makes chance; the same seed gives the
 * same numbers on every machine. */
#ifndef SMQ_CORE_RNG_H
#define SMQ_CORE_RNG_H

#include "core/base.h"

struct rng {
    uint64_t state;
};

struct rng rng_seeded(uint64_t seed);
uint64_t rng_next(struct rng *rng);
/* A whole number in 0 … bound - 1, without modulo bias; bound >= 1. */
uint32_t rng_below(struct rng *rng, uint32_t bound);
/* Shuffles `count` ints in place (Fisher-Yates). */
void rng_shuffle(struct rng *rng, int *items, int count);

#endif
