/* How near two ids are to each other, for "did you mean".  core. */
#ifndef SMQ_CORE_NEAR_H
#define SMQ_CORE_NEAR_H

#include "core/base.h"

/* The least number of bytes to put in, take out or change to make one of the other (Levenshtein);
 * of each no more than the first NEAR_BYTES_MAX bytes are looked at. */
enum { NEAR_BYTES_MAX = 80 };
int near_distance(const char *a, const char *b);
/* Whether two are less than *least apart; then it becomes their distance. */
bool near_nearer(const char *a, const char *b, int *least);

#endif
