/* Chance for trials of the program on a terminal: from a seed that can be given again. */
#ifndef SMQ_TESTS_PTY_DICE_H
#define SMQ_TESTS_PTY_DICE_H

#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* From 0 up to below; splitmix64: moments need no better dice. */
static inline uint64_t dice_draw(uint64_t *state, uint64_t below)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

/* SMQUIZ_TEST_SEED, or a fresh one; to be printed. */
static inline uint64_t dice_seed(void)
{
    const char *given = getenv("SMQUIZ_TEST_SEED");

    return given != NULL ? strtoull(given, NULL, 0)
                         : (uint64_t)time(NULL) * 1000u + (uint64_t)getpid();
}

#endif
