/* One question of a GIFT file, taken apart.  core; pure.
 * GIFT is the plain-text question format of Moodle; what it means is decided as Moodle does. */
#ifndef SMQ_CORE_GIFT_PARSE_H
#define SMQ_CORE_GIFT_PARSE_H

#include "core/xmalloc.h"

enum gift_kind {
    GIFT_CHOICE, /* { =right ~wrong … } */
    GIFT_TRUE_FALSE,
    GIFT_TYPED, /* { =one =other }: the answer is to be typed */
    GIFT_MATCHING,
    GIFT_NUMERICAL,
    GIFT_ESSAY,
    GIFT_DESCRIPTION, /* no answers at all */
    GIFT_BROKEN       /* a brace without its other half */
};

enum { GIFT_ANSWERS_MAX = 3 }; /* more than a graded question may have here */

struct gift_answer {
    const char *text, *feedback; /* "" when there is none */
    bool right, partly;          /* partly: worth some of the points */
};

/* Texts are without escapes, format marks and (where the format says html) tags; "" when there are
 * none.  A newline in them was one written as \n, or an HTML paragraph's end. */
struct gift_question {
    enum gift_kind kind;
    const char *title, *stem, *general;           /* general: the feedback after any answer */
    struct gift_answer answers[GIFT_ANSWERS_MAX]; /* of a choice, the first so many */
    size_t answer_count;                          /* which may be more than GIFT_ANSWERS_MAX */
    bool truth;                                   /* of GIFT_TRUE_FALSE */
};

/* Takes the text of one question apart: no blank lines, comments taken out.  Texts in the result
 * live in `arena`. */
struct gift_question gift_parse(const char *text, struct arena *arena);

#endif
