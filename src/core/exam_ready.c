/* Whether practice predicts that the exam is passed. */
#include "core/exam_ready.h"

#include "core/exam.h"
#include "core/interval.h"

static const double likely_enough = 0.8;

static bool predicts(int right, int answers)
{
    return answers >= EXAM_READY_LEAST &&
           expect_at_least(exam_default_pass(EXAM_LENGTH), EXAM_LENGTH, right, answers) >=
               likely_enough;
}

bool exam_ready(const struct history *history)
{
    struct tally recent = history_recent(history, EXAM_READY_RECENT);
    return predicts(recent.right, recent.answers);
}

int exam_ready_right(int answers)
{
    int right = answers;
    if (!predicts(answers, answers))
        return answers + 1;
    while (right > 0 && predicts(right - 1, answers))
        right--;
    return right;
}
