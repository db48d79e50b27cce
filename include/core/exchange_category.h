/* What the category of a question says about it.  core; pure. */
#ifndef SMQ_CORE_EXCHANGE_CATEGORY_H
#define SMQ_CORE_EXCHANGE_CATEGORY_H

#include "core/exchange.h"

/* Gives the item what it does not say itself: the principle when a part of its category is the id
 * of one of `bank`, and, when it names neither scenario nor situation, the category's last part as
 * the situation, unless that part is the principle.  New texts live in `arena`. */
void exchange_use_category(struct exchange_item *item, const struct draft *bank,
                           struct arena *arena);

#endif
