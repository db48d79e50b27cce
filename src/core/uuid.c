/* Client-made identifiers: UUID version 7. */
#include "core/uuid.h"

enum { UUID_LENGTH = UUID_SIZE - 1 };

static bool hyphen_at(int i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

void uuid7(char out[UUID_SIZE], int64_t utc_ms, struct rng *rng)
{
    const uint64_t version = UINT64_C(7) << 12, variant = UINT64_C(2) << 62;
    uint64_t ms = utc_ms < 0 ? 0 : (uint64_t)utc_ms;
    uint64_t high = ms << 16 | version | rng_next(rng) >> 52;
    uint64_t low = variant | rng_next(rng) >> 2;
    for (int i = 0, digit = 0; i < UUID_LENGTH; i++) {
        if (hyphen_at(i)) {
            out[i] = '-';
            continue;
        }
        uint64_t half = digit < 16 ? high : low;
        out[i] = "0123456789abcdef"[half >> (60 - digit % 16 * 4) & 15];
        digit++;
    }
    out[UUID_LENGTH] = '\0';
}

bool uuid_valid(const char *text)
{
    for (int i = 0; i < UUID_LENGTH; i++) {
        char c = text[i];
        bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (hyphen_at(i) ? c != '-' : !hex)
            return false;
    }
    return text[UUID_LENGTH] == '\0';
}
