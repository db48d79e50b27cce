/* A training session, as its file says: its parts, and the cards of each.  core; plain values.
 * Before and after are tests without verdicts, of two forms that share no scenario; a bit of the
 * learner's id decides which form a person begins with, and the other one comes after. */
#ifndef SMQ_CORE_SESSION_H
#define SMQ_CORE_SESSION_H

#include "core/event.h"

enum part { PART_BEFORE, PART_PRACTICE, PART_AFTER, PART_NONE };
#define PART_COUNT 3

enum form { FORM_A, FORM_B };
#define FORM_COUNT 2

enum {
    SESSION_CODE_SIZE = 32,  /* bytes, with the NUL; a code is in [a-z-] */
    SESSION_ITEMS_MAX = 100, /* cards of one part */
    SESSION_PEOPLE_MAX = 5000
};

/* Activities of the session's bank, by index. */
struct session_items {
    int count;
    int activities[SESSION_ITEMS_MAX];
};

struct session {
    const struct bank *bank; /* the session's own: whole scenarios, overrides applied; borrowed */
    char code[SESSION_CODE_SIZE];
    char title[BANK_TITLE_MAX * 4 + 1];
    bool has[PART_COUNT];
    bool names;          /* the trainer sees names, as was said when it was made; else nobody's */
    int pass;            /* right answers a test takes; 0: no mark */
    int minutes, people; /* as planned; 0 when not told */
    struct session_items forms[FORM_COUNT]; /* in the order of tick sheets and result codes */
    struct session_items practice;
};

/* "before", "practice", "after", as in the log; "" for PART_NONE. */
const char *part_id(enum part part);
/* The part with this id, or PART_NONE. */
enum part part_from_id(const char *id);
/* Its name for people, translated: "Before", "Practice", "After". */
const char *part_title(enum part part);
/* Which part may be played now, in a sentence, translated. */
const char *session_open_sentence(bool self_paced, enum part open);
/* "A" or "B". */
const char *form_id(enum form form);
/* The form not given. */
enum form form_other(enum form form);

/* The form somebody of this id (a UUID) begins with: by the last bit of the id. */
enum form session_first_form(const char *learner_id);
/* The form that is asked in a test of somebody who begins with `first`: before it is that one,
 * after the other. */
enum form session_form(enum part part, enum form first);
/* The cards of a part for somebody who begins with this form. */
const struct session_items *session_items(const struct session *session, enum part part,
                                          enum form first);
/* The form that was asked in a run of a test, by its items; FORM_A where it cannot be told. */
enum form session_form_of(const struct session *session, const struct run *run);
/* The first part the session has behind `part` (of all parts for PART_NONE); PART_NONE when there
 * is none. */
enum part session_next_part(const struct session *session, enum part part);

#endif
