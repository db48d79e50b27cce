/* When an exam may be taken again.  core. */
#ifndef SMQ_CORE_EXAM_RETAKE_H
#define SMQ_CORE_EXAM_RETAKE_H

#include "core/history.h"

/* Whether the next try has to wait for another day: the newest exam on this bank began on the local
 * day of `now` and was not passed, be it failed or left unfinished.  (Tries repeated at once would
 * let chance pass: after r tries an error of alpha has become about 1 - (1 - alpha)^r.) */
bool exam_retake_waits(const struct history *history, struct now now);

#endif
