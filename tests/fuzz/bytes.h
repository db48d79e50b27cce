/* Choices drawn from the bytes a fuzz target is given; 0 when they are used up. */
#ifndef SMQ_TESTS_FUZZ_BYTES_H
#define SMQ_TESTS_FUZZ_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    const uint8_t *at;
    size_t left;
};

static inline unsigned bytes_next(struct bytes *bytes)
{
    if (bytes->left == 0)
        return 0;
    bytes->left--;
    return *bytes->at++;
}

static inline unsigned bytes_below(struct bytes *bytes, unsigned limit)
{
    return bytes_next(bytes) % limit;
}

static inline uint32_t bytes_four(struct bytes *bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++)
        value = value << 8 | bytes_next(bytes);
    return value;
}

/* The bytes up to a newline or the end, as a line of at most size - 1 bytes. */
static inline void bytes_line(struct bytes *bytes, char *line, size_t size)
{
    size_t len = 0;
    while (bytes->left > 0) {
        char byte = (char)bytes_next(bytes);
        if (byte == '\n' || byte == '\0' || len + 1 == size)
            break;
        line[len++] = byte;
    }
    line[len] = '\0';
}

#endif
