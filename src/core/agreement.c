/* Agreement of two labellers beyond chance. */
#include "core/agreement.h"

#include <math.h>

void agreement_measure(const struct tally *tally, struct agreement *out)
{
    const int *sales = tally->table[SIDE_SALES], *marketing = tally->table[SIDE_MARKETING];
    int agreed = sales[SIDE_SALES] + marketing[SIDE_MARKETING];
    int disagreed = sales[SIDE_MARKETING] + marketing[SIDE_SALES];
    *out = (struct agreement){agreed + disagreed, NAN, NAN, NAN, NAN, NAN};
    if (out->items == 0)
        return;
    double n = out->items;
    double one = (sales[SIDE_SALES] + sales[SIDE_MARKETING]) / n;
    double other = (sales[SIDE_SALES] + marketing[SIDE_SALES]) / n;
    out->observed = agreed / n;
    out->expected = one * other + (1 - one) * (1 - other);
    out->pabak = 2 * out->observed - 1;
    if (out->expected >= 1)
        return;
    out->kappa = (out->observed - out->expected) / (1 - out->expected);
    out->error = sqrt(out->observed * (1 - out->observed) / n) / (1 - out->expected);
}
