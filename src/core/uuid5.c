/* Identifiers made from names: UUID version 5. */
#include "core/uuid5.h"

#include "core/sha1.h"
#include "core/str.h"

enum { UUID_BYTES = 16 };

static const char digits[] = "0123456789abcdef";

static unsigned value_of(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* Appends the 16 bytes that the text of a UUID stands for. */
static void add_bytes(struct str *out, const char *uuid)
{
    unsigned high = 0;
    bool half = false;
    for (const char *at = uuid; *at; at++) {
        if (*at == '-')
            continue;
        if (half)
            str_addc(out, (char)(high << 4 | value_of(*at)));
        high = value_of(*at);
        half = !half;
    }
}

void uuid5(char out[UUID_SIZE], const char *space, const char *name)
{
    struct str bytes = {0};
    unsigned char digest[SHA1_BYTES];
    add_bytes(&bytes, space);
    str_add(&bytes, name);
    sha1(bytes.data, bytes.len, digest);
    str_free(&bytes);
    digest[6] = (unsigned char)((digest[6] & 0x0f) | 0x50);
    digest[8] = (unsigned char)((digest[8] & 0x3f) | 0x80);
    char *to = out;
    for (int i = 0; i < UUID_BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *to++ = '-';
        *to++ = digits[digest[i] >> 4];
        *to++ = digits[digest[i] & 15];
    }
    *to = '\0';
}
