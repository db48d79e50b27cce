/* Two things measured side by side: alternating pairs, medians, and a line that says how they
 * compare with a bar. */
#ifndef SMQ_BENCH_GROWTH_PAIRS_H
#define SMQ_BENCH_GROWTH_PAIRS_H

#include "core/base.h"

enum { GROWTH_PAIRS = 15 };

/* Does one of the two once and says how long it took; false when it failed, which it explained on
 * standard error. */
typedef bool growth_fn(void *context, double *ms);

struct growth_pair {
    const char *name;
    growth_fn *ours, *floor;
    void *ours_context, *floor_context;
    double bar; /* the ratio allowed */
};

/* The heading of the lines. */
void growth_head(void);
/* Measures the two in turn after one round that does not count, and prints the line.  False when
 * one of them failed.  *ours_ms, unless NULL, is the median of ours. */
bool growth_compare(const struct growth_pair *pair, double *ours_ms);

/* Times `work`, which only computes, by the processor's time it takes in a process of its own: what
 * one measurement leaves in memory is no burden of the next. */
bool growth_time_apart(bool (*work)(void *context), void *context, double *ms);
/* Times a program from its start to its end, with what it writes read from a pipe and thrown away.
 * It must succeed. */
bool growth_time_program(const char *const *argv, double *ms);

#endif
