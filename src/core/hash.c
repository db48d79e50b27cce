/* FNV-1a, the 64-bit hash of fingerprints and look-up tables. */
#include "core/hash.h"

static const uint64_t PRIME = UINT64_C(0x100000001b3);

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ byte[i]) * PRIME;
    return hash;
}

uint64_t hash_text(uint64_t hash, const char *text)
{
    unsigned char byte;
    do {
        byte = (unsigned char)*text++;
        hash = (hash ^ byte) * PRIME;
    } while (byte != '\0');
    return hash;
}
