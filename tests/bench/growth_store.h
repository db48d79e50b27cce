/* The benchmarks of growth over stores of a thousand and of a million answers. */
#ifndef SMQ_BENCH_GROWTH_STORE_H
#define SMQ_BENCH_GROWTH_STORE_H

#include "core/base.h"

/* Makes the stores in `folder`, measures the program over them, and takes them away again. Progress
 * is measured against the small store, reports against a loop over the same rows; both programs are
 * beside the one that runs this.  False when something could not be measured. */
bool growth_stores(const char *program, const char *folder, bool progress, bool reports);

#endif
