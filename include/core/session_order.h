/* From scenarios to cards: which activity of each, and in which order.  core; part of
 * core/session_make.h, which says by which rules. */
#ifndef SMQ_CORE_SESSION_ORDER_H
#define SMQ_CORE_SESSION_ORDER_H

#include "core/session_pick.h"

/* The cards of both forms, `count` (even) each, from pick->forms. */
void session_order_forms(const struct session_pick *pick, const struct rules *rules, int count,
                         struct rng *rng, struct session_items forms[FORM_COUNT]);
/* The cards of practice, two from each of `pairs` scenarios in pick->pairs, which it sorts. */
void session_order_practice(struct session_pick *pick, const struct rules *rules, int pairs,
                            struct rng *rng, struct session_items *practice);

#endif
