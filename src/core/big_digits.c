/* Numbers as large digits of block characters. */
#include "core/big_digits.h"

#include <stdio.h>

enum { DOTS = 3, NUMBER_SIZE = 16 };

/* Each row of a digit as three bits, the left dot the highest. */
static const unsigned char digits[10][BIG_DIGITS_ROWS] = {
    {7, 5, 5, 5, 7}, {2, 6, 2, 2, 7}, {7, 1, 7, 4, 7}, {7, 1, 7, 1, 7}, {5, 5, 7, 1, 1},
    {7, 4, 7, 1, 7}, {7, 4, 7, 5, 7}, {7, 1, 1, 1, 1}, {7, 5, 7, 5, 7}, {7, 5, 7, 1, 7},
};

int big_digits_cols(int number, int dot)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return (count * (DOTS + 1) - 1) * dot;
}

void big_digits_add(struct str *out, int number, int row, int dot)
{
    char text[NUMBER_SIZE];
    int blanks = 0; /* written only when something stands behind them */
    snprintf(text, sizeof text, "%d", number);
    for (const char *c = text; *c >= '0' && *c <= '9'; c++) {
        for (int i = 0; i < DOTS * dot; i++) {
            if (!(digits[*c - '0'][row] & (4U >> (i / dot)))) {
                blanks++;
                continue;
            }
            str_addf(out, "%*s█", blanks, "");
            blanks = 0;
        }
        blanks += dot;
    }
}
