/* Banks of any size for the benchmarks of growth: varied text of the lengths of the shipped bank,
 * the same for the same seed. */
#ifndef SMQ_BENCH_GROWTH_BANK_H
#define SMQ_BENCH_GROWTH_BANK_H

#include "core/str.h"

/* One file holds at most so many activities: the format takes 16 MB a file. */
enum { GROWTH_FILE_ACTIVITIES = 5000 };

/* Appends the text of file `number` (0 first) of a bank of `activities`; false when the bank has
 * fewer files. */
bool growth_bank_file(struct str *out, int activities, int number, uint64_t seed);

#endif
