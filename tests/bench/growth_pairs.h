/* Two things measured side by side: alternating pairs, medians, and a line that says how they
 * compare with a bar. */
#ifndef SMQ_BENCH_GROWTH_PAIRS_H
#define SMQ_BENCH_GROWTH_PAIRS_H

#include "core/base.h"

enum { GROWTH_PAIRS = 15 };

/* Does one of the two once; false when it failed, said why on standard error. */
typedef bool growth_fn(void *context);

struct growth_pair {
    const char *name;
    growth_fn *ours, *floor;
    void *ours_context, *floor_context;
    double bar; /* the ratio allowed */
};

/* Measures the two in turn after one round that does not count, and prints the line.  False when
 * one of them failed.  *ours_ms, unless NULL, is the median of ours. */
bool growth_compare(const struct growth_pair *pair, double *ours_ms);

#endif
