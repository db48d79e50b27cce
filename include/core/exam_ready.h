/* Whether practice predicts that the exam is passed.  core. */
#ifndef SMQ_CORE_EXAM_READY_H
#define SMQ_CORE_EXAM_READY_H

#include "core/history.h"

enum {
    EXAM_READY_LEAST = 20, /* first answers it takes to say anything */
    EXAM_READY_RECENT = 40 /* so many of the last ones are looked at */
};

/* Whether somebody with these last first answers passes the fixed exam of usual length and mark
 * with a probability of at least .8 (beta-binomial, core/interval.h). */
bool exam_ready(const struct history *history);
/* How many right of so many first answers (at most EXAM_READY_RECENT) it takes for that;
 * answers + 1 when not even all would do. */
int exam_ready_right(int answers);

#endif
