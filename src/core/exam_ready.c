/* Whether practice predicts that the exam is passed. */
#include "core/exam_ready.h"

#include "core/exam.h"
#include "core/interval.h"

static const double likely_enough = 0.8;

bool exam_ready(const struct history *history)
{
    struct tally recent = history_recent(history, EXAM_READY_RECENT);
    return recent.answers >= EXAM_READY_LEAST &&
           expect_at_least(exam_default_pass(EXAM_LENGTH), EXAM_LENGTH, recent.right,
                           recent.answers) >= likely_enough;
}
