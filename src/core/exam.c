/* The decision of an exam, as a fold over its answers. */
#include "core/exam.h"

enum { DEFAULT_PASS_PERCENT = 80 };
static const double fail_share = 0.70, pass_share = 0.90, errors = 0.05;
static const double lean_most = 0.6, side_enough = 0.75;

int exam_default_pass(int length)
{
    return (length * DEFAULT_PASS_PERCENT + 99) / 100;
}

struct exam exam_begin(const struct exam_rules *rules)
{
    struct exam exam = {.rules = *rules,
                        .test = sequential_test(fail_share, pass_share, errors, errors)};
    if (rules->adaptive && rules->length > EXAM_ADAPTIVE_MOST)
        exam.rules.length = EXAM_ADAPTIVE_MOST;
    return exam;
}

/* Somebody who leans to one side gets some share right without telling anything apart. */
static bool leans(const struct exam *exam)
{
    const struct tally *given = &exam->given;
    bool enough = true;
    for (int side = 0; side < SIDE_COUNT; side++) {
        int answers = given->table[side][SIDE_SALES] + given->table[side][SIDE_MARKETING];
        enough = enough && given->table[side][side] >= side_enough * answers;
    }
    struct signal signal;
    signal_measure(given, &signal);
    return !enough && (signal.criterion > lean_most || signal.criterion < -lean_most);
}

static struct exam_decision decide_fixed(const struct exam *exam)
{
    if (exam->answers < exam->rules.length)
        return (struct exam_decision){EXAM_GOING_ON, EXAM_UNDECIDED};
    bool enough = exam->given.right >= exam->rules.pass;
    return (struct exam_decision){enough ? EXAM_PASSED : EXAM_FAILED, EXAM_COUNTED};
}

static struct exam_decision decide_adaptive(const struct exam *exam)
{
    bool at_end = exam->answers >= exam->rules.length;
    double sum = sequential_sum(&exam->test, exam->given.right, exam->answers - exam->given.right);
    if (exam->answers < EXAM_ADAPTIVE_LEAST && !at_end)
        return (struct exam_decision){EXAM_GOING_ON, EXAM_UNDECIDED};
    if (sum <= exam->test.fail_at)
        return (struct exam_decision){EXAM_FAILED, EXAM_CLEAR};
    bool covered = exam->met_count >= exam->rules.principles, leaning = leans(exam);
    if (sum >= exam->test.pass_at && covered && !leaning)
        return (struct exam_decision){EXAM_PASSED, EXAM_CLEAR};
    if (!at_end)
        return (struct exam_decision){EXAM_GOING_ON, EXAM_UNDECIDED};
    if (sum < 0 || !covered)
        return (struct exam_decision){EXAM_FAILED, EXAM_AT_END};
    if (leaning)
        return (struct exam_decision){EXAM_FAILED, EXAM_LEANED};
    return (struct exam_decision){EXAM_PASSED, EXAM_AT_END};
}

static void decide(struct exam *exam)
{
    exam->decision = exam->rules.adaptive ? decide_adaptive(exam) : decide_fixed(exam);
}

static void meet(struct exam *exam, int principle)
{
    for (int i = 0; i < exam->met_count; i++)
        if (exam->met[i] == principle)
            return;
    exam->met[exam->met_count++] = principle;
}

void exam_add(struct exam *exam, enum side keyed, enum side choice, int principle)
{
    if (exam->decision.outcome != EXAM_GOING_ON)
        return;
    exam->answers++;
    if (choice != SIDE_NONE) {
        exam->given.answers++;
        exam->given.right += choice == keyed;
        exam->given.table[keyed][choice]++;
    }
    if (exam->rules.adaptive)
        meet(exam, principle);
    decide(exam);
}

void exam_end(struct exam *exam)
{
    if (exam->decision.outcome != EXAM_GOING_ON)
        return;
    exam->answers = exam->rules.length;
    decide(exam);
}

struct exam_decision exam_decision(const struct exam *exam)
{
    return exam->decision;
}
