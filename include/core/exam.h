/* The decision of an exam, as a fold over its answers.  core; an exam is a plain value.
 * The fixed form asks all its items and counts.  The adaptive form stops when it can tell: the
 * sequential test (core/sequential.h) of 70 right in 100 against 90, errors of 5 in 100 each, from
 * the 12th answer on.  For a pass it takes every principle of the exam too, and that the answers do
 * not lean to one side: the criterion c (core/signal.h) within 0.6, or 75 in 100 right of each
 * side.  At the end of its items (40 at most) it is a pass when the sum of the test is not
 * negative and the answers do not lean. */
#ifndef SMQ_CORE_EXAM_H
#define SMQ_CORE_EXAM_H

#include "core/sequential.h"
#include "core/signal.h"

enum {
    EXAM_LENGTH = 20, /* of the fixed form, unless the player says otherwise */
    EXAM_ADAPTIVE_LEAST = 12,
    EXAM_ADAPTIVE_MOST = 40
};

struct exam_rules {
    bool adaptive;
    int length;     /* items; at most EXAM_ADAPTIVE_MOST are used of an adaptive one */
    int pass;       /* right answers it takes; fixed form only */
    int principles; /* principles it takes to pass; adaptive form only */
};

enum exam_outcome { EXAM_GOING_ON, EXAM_PASSED, EXAM_FAILED };

/* Why. */
enum exam_reason {
    EXAM_UNDECIDED,
    EXAM_COUNTED, /* enough right answers, or too few; fixed form */
    EXAM_CLEAR,   /* the sequential test reached its bound */
    EXAM_AT_END,  /* what was more likely after the last item */
    EXAM_LEANED   /* failed for leaning to one side only */
};

struct exam_decision {
    enum exam_outcome outcome;
    enum exam_reason reason;
};

struct exam {
    struct exam_rules rules;
    struct sequential test;
    int answers;                 /* items that are over; those without a choice are not right */
    struct tally given;          /* the choices made; whether they were sure is not kept */
    int met[EXAM_ADAPTIVE_MOST]; /* the principles that came; adaptive form only */
    int met_count;
    struct exam_decision decision;
};

/* Eight of ten, rounded up: the right answers a fixed exam takes unless told otherwise. */
int exam_default_pass(int length);
struct exam exam_begin(const struct exam_rules *rules);
/* Adds the next answer; `choice` is SIDE_NONE for an item left unanswered.  What comes after the
 * decision changes nothing. */
void exam_add(struct exam *exam, enum side keyed, enum side choice, int principle);
/* No more answers come (handed in, or time is up): those missing count as not right. */
void exam_end(struct exam *exam);
struct exam_decision exam_decision(const struct exam *exam);

#endif
