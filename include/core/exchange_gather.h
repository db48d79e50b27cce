/* Makes scenarios of activities that came one by one.  core; pure. */
#ifndef SMQ_CORE_EXCHANGE_GATHER_H
#define SMQ_CORE_EXCHANGE_GATHER_H

#include "core/exchange.h"

/* Fills `out` (empty before) with scenarios and activities from the items: those of one scenario id
 * belong together, else those of one situation, else those of one category, whose last part is the
 * situation then.  A scenario's principle is the one its items name, else a part of their category
 * that is the id of a principle of `bank`, else `principle` (NULL: none).  Ids that are missing are
 * made of the words, the same for the same file.  Texts are borrowed from the items or live in
 * out->arena.  Errors in `faults`, counted in items->refused: no situation, no principle, two
 * values for one scenario, a level that is no number, activities of one side only; scenarios with
 * such an error are left out. */
void exchange_gather(struct exchange *items, const struct draft *bank, const char *principle,
                     struct draft *out, struct faults *faults);

#endif
