/* How well a colour can be read on another one (WCAG 2.1). */
#ifndef SMQ_TESTS_CONTRAST_H
#define SMQ_TESTS_CONTRAST_H

#include <math.h>
#include <stdint.h>

/* The relative luminance of a colour (0xrrggbb). */
static inline double contrast_luminance(uint32_t rgb)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = (rgb >> (16 - 8 * i) & 0xff) / 255.0;
        sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

/* Their contrast, 1 to 21. */
static inline double contrast(uint32_t one, uint32_t other)
{
    double a = contrast_luminance(one) + 0.05, b = contrast_luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

#endif
