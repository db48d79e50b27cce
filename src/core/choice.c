/* One item chosen among equals as they stream by. */
#include "core/choice.h"

void choice_consider(struct choice *choice, int item, int64_t rank, struct rng *rng)
{
    if (choice->item >= 0 && rank < choice->rank)
        return;
    if (choice->item < 0 || rank > choice->rank)
        *choice = (struct choice){.item = item, .rank = rank};
    choice->equals++;
    if (rng_below(rng, choice->equals) == 0)
        choice->item = item;
}
