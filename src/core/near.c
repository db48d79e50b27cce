/* The edit distance of two ids. */
#include "core/near.h"

#include <string.h>

static size_t looked_at(const char *text)
{
    size_t len = strlen(text);
    return len < NEAR_BYTES_MAX ? len : NEAR_BYTES_MAX;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int near_distance(const char *a, const char *b)
{
    /* row[j]: from the bytes of `a` so far to the first j of `b` */
    int row[NEAR_BYTES_MAX + 1];
    size_t a_len = looked_at(a), b_len = looked_at(b);
    for (size_t j = 0; j <= b_len; j++)
        row[j] = (int)j;
    for (size_t i = 0; i < a_len; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 0; j < b_len; j++) {
            int changed = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(changed, least(diagonal, row[j]) + 1);
        }
    }
    return row[b_len];
}

bool near_nearer(const char *a, const char *b, int *least)
{
    int distance = near_distance(a, b);
    bool nearer = distance < *least;
    *least = nearer ? distance : *least;
    return nearer;
}
