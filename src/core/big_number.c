/* A whole number of many digits. */
#include "core/big_number.h"

enum { BYTE_BITS = 8, BYTE_MASK = 0xff };

void big_number_push(struct big_number *n, unsigned base, unsigned digit)
{
    uint32_t carry = digit;
    for (int i = 0; i < BIG_NUMBER_BYTES; i++) {
        carry += n->bytes[i] * (uint32_t)base;
        n->bytes[i] = (uint8_t)(carry & BYTE_MASK);
        carry >>= BYTE_BITS;
    }
}

unsigned big_number_pull(struct big_number *n, unsigned base)
{
    uint32_t rest = 0;
    for (int i = BIG_NUMBER_BYTES - 1; i >= 0; i--) {
        rest = rest << BYTE_BITS | n->bytes[i];
        n->bytes[i] = (uint8_t)(rest / base);
        rest %= base;
    }
    return (unsigned)rest;
}

bool big_number_is_zero(const struct big_number *n)
{
    for (int i = 0; i < BIG_NUMBER_BYTES; i++)
        if (n->bytes[i])
            return false;
    return true;
}
