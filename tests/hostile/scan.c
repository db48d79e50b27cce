/* What may never come out of the program. */
#include "scan.h"

#include <stdbool.h>
#include <stdint.h>

static const struct range {
    uint32_t first, last;
    const char *what;
} forbidden[] = {
    {0x00, 0x09, "a control character"},
    {0x0b, 0x1f, "a control character"},
    {0x7f, 0x9f, "a control character"},
    {0xad, 0xad, "a soft hyphen"},
    {0x34f, 0x34f, "a grapheme joiner"},
    {0x61c, 0x61c, "a bidirectional mark"},
    {0x115f, 0x1160, "a filler"},
    {0x180e, 0x180e, "a vowel separator"},
    {0x200b, 0x200d, "a character without width"},
    {0x200e, 0x200f, "a bidirectional mark"},
    {0x2028, 0x2029, "a separator of lines"},
    {0x202a, 0x202e, "a bidirectional override"},
    {0x2060, 0x2064, "a character without width"},
    {0x2066, 0x2069, "a bidirectional isolate"},
    {0x206a, 0x206f, "a deprecated control"},
    {0x3164, 0x3164, "a filler"},
    {0xd800, 0xdfff, "half a surrogate pair"},
    {0xfeff, 0xfeff, "a byte order mark"},
    {0xffa0, 0xffa0, "a filler"},
    {0xfff9, 0xfffb, "an annotation"},
    {0xe0000, 0xe007f, "a tag"},
};

/* Reads one character of at most `len` bytes; returns its bytes, 0 when it is none. */
static size_t decode(const unsigned char *at, size_t len, uint32_t *out)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = at[0] < 0x80 ? 1 : at[0] < 0xc2 ? 0 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
    if (size == 0 || size > len || at[0] > 0xf4)
        return 0;
    *out = size == 1 ? at[0] : at[0] & (0x7fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
        *out = *out << 6 | (at[i] & 0x3fu);
    }
    return *out < least[size] || *out > 0x10ffff ? 0 : size;
}

/* What a bank may have in its texts. */
static bool is_kept(uint32_t c)
{
    return c == 0xad || c == 0x34f || c == 0x180e || (c >= 0x200b && c <= 0x200d) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

const char *scan(const char *bytes, size_t len, unsigned allowed, size_t *at)
{
    size_t size;
    for (*at = 0; *at < len; *at += size) {
        const unsigned char *here = (const unsigned char *)bytes + *at;
        uint32_t c = 0;
        size = decode(here, len - *at, &c);
        if (size == 0)
            return "bytes that are no UTF-8";
        if ((c == '\r' && (allowed & SCAN_CRLF) && *at + 1 < len && here[1] == '\n') ||
            (c == '\t' && (allowed & SCAN_TAB)) || (c == '\f' && (allowed & SCAN_PAGES)) ||
            ((allowed & SCAN_KEPT) && is_kept(c)))
            continue;
        for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
            if (c >= forbidden[i].first && c <= forbidden[i].last)
                return forbidden[i].what;
    }
    return NULL;
}
