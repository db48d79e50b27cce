/* When a principle is the learner's own: what they have shown of each, and how far it is still.
 * core.
 * A principle is mastered by the sequential test of guessing (half right) against knowing (95 in
 * 100), errors of 5 in 100 each, over the sure first answers to its activities.  The sum never
 * falls below the bound of failing, so that old misses do not weigh for ever.  It takes both sides
 * and two local days as well, and it comes with a right answer.  Once mastered it stays so. */
#ifndef SMQ_CORE_MASTERY_H
#define SMQ_CORE_MASTERY_H

#include "core/history.h"
#include "core/sequential.h"

enum { MASTERY_DAYS = 2 };

struct mastery {
    bool met;              /* any answer at all */
    int answers;           /* the sure first ones */
    double sum;            /* of the sequential test, over them */
    bool side[SIDE_COUNT]; /* the sides among them, as keyed */
    int days;              /* the local days they lie on */
    int64_t last_day;      /* the latest of these, as calendar_local_day; only with answers */
    bool mastered;
    size_t mastered_by;   /* the answer that made it so: index in history.items */
    int64_t mastered_day; /* its local day */
};

/* The test in use: from 0 to .pass_at is the way of each principle. */
struct sequential mastery_test(void);
/* What the history comes to; fills principles[0 … bank->principle_count - 1]. */
void mastery_of(const struct bank *bank, const struct history *history, struct mastery *principles);
/* How many of them are mastered. */
int mastery_count(const struct mastery *principles, int count);
/* In about how many sittings, one run of `cards` cards (at least 1) on a day each, all `count` of
 * them will be mastered; 0 when all are.  Expects of the learner the shares that were sure, and
 * right when sure, among the last 40 first answers (the latter held within .85 … .98), and that
 * every card is new to them and of a principle that is not mastered yet. */
int mastery_sittings_left(const struct mastery *principles, int count,
                          const struct history *history, int cards);

#endif
