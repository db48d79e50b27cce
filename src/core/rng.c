/* Explicit chance: the SplitMix64 generator, numbers in a range, shuffling. */
#include "core/rng.h"

struct rng rng_seeded(uint64_t seed)
{
    return (struct rng){seed};
}

uint64_t rng_next(struct rng *rng)
{
    rng->state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t z = rng->state;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Multiply-shift with rejection: Lemire, "Fast random integer generation in an interval", 2019. */
uint32_t rng_below(struct rng *rng, uint32_t bound)
{
    uint32_t refuse_below = (UINT32_MAX - bound + 1) % bound; /* 2^32 modulo bound */
    uint64_t product;
    do
        product = (rng_next(rng) >> 32) * bound;
    while ((uint32_t)product < refuse_below);
    return (uint32_t)(product >> 32);
}

void rng_shuffle(struct rng *rng, int *items, int count)
{
    for (int last = count - 1; last > 0; last--) {
        uint32_t other = rng_below(rng, (uint32_t)last + 1);
        int item = items[last];
        items[last] = items[other];
        items[other] = item;
    }
}
