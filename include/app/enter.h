/* Typing results in, line by line: each one is at the session's place before the next is read.
 * app. */
#ifndef SMQ_APP_ENTER_H
#define SMQ_APP_ENTER_H

#include "core/session.h"
#include "core/shared_run.h"
#include "io/share.h"

/* What became of a line. */
enum entered {
    ENTERED_NOTHING, /* blank, or a comment */
    ENTERED_NEW,
    ENTERED_AGAIN,   /* is there already */
    ENTERED_REFUSED, /* it is none, or has a fault */
    ENTERED_LOST,    /* a result, which could not be put at its place */
    ENTERED_COUNT
};

struct entering {
    struct share *share;           /* borrowed, as the session */
    const struct session *session; /* whose code the place knows */
    struct shared_runs known;      /* what is at the place */
    int counts[ENTERED_COUNT];
    struct err e; /* of the last line that was refused or lost */
};

/* Reads what is at the place already, where that may be read.  False and *e (STATUS_TRY_LATER) when
 * the place cannot be reached.  Free with enter_end either way. */
bool enter_begin(struct entering *entering, struct share *share, const struct session *session,
                 struct err *e);
/* Takes one line, and appends what there is to say of it: a sentence without newline, foreign text
 * in it made showable. */
enum entered enter_line(struct entering *entering, const char *line, struct now now,
                        struct str *reply);
/* Appends what came of all lines: "12 results are in, 1 was there already, 2 lines were refused."
 */
void enter_sum(const struct entering *entering, struct str *out);
void enter_end(struct entering *entering);

#endif
