/* A whole number of many digits, for codes: multiplied and divided by small ones.  core. */
#ifndef SMQ_CORE_BIG_NUMBER_H
#define SMQ_CORE_BIG_NUMBER_H

#include "core/base.h"

enum {
    BIG_NUMBER_BYTES = 40,
    BIG_NUMBER_BASE_MAX = 1 << 16 /* of what it is multiplied and divided by */
};

/* `struct big_number n = {{0}}` is 0. */
struct big_number {
    uint8_t bytes[BIG_NUMBER_BYTES]; /* the least one first */
};

/* Makes n = n * base + digit, digit < base; what exceeds the bytes is lost. */
void big_number_push(struct big_number *n, unsigned base, unsigned digit);
/* Makes n = n / base and returns the remainder: the digit pushed last. */
unsigned big_number_pull(struct big_number *n, unsigned base);
bool big_number_is_zero(const struct big_number *n);

#endif
