/* Numbers below zero, for the eye and for the ear. */
#include "core/number.h"

#include <math.h>

void number_whole(struct str *out, double value, bool words)
{
    int size = (int)floor(fabs(value) + 0.5);
    bool below = value < 0 && size > 0;
    /* TRANSLATORS: a number below zero, with a word that is read aloud where a sign is not. */
    str_addf(out, !below ? "%d" : words ? _("minus %d") : "−%d", size);
}

void number_hundredths(struct str *out, double value, bool words)
{
    double hundredths = floor(fabs(value) * 100 + 0.5);
    bool below = value < 0 && hundredths > 0;
    /* TRANSLATORS: a number below zero, with a word that is read aloud where a sign is not. */
    str_addf(out, !below ? "%.2f" : words ? _("minus %.2f") : "−%.2f", hundredths / 100);
}

void number_net(struct str *out, int value, bool words)
{
    if (value > 0)
        str_addc(out, '+');
    number_whole(out, value, words);
}
