/* What a trainer wants to know of a session, as figures: every format of `session report` is made
 * of this.  core; pure.
 * Answers are graded by the side as keyed when they were given.  Which ones count is
 * core/session_people.h's business; hands counted in the room count for the room, the cards and the
 * principles, but are nobody's.  Nothing depends on the order of the runs. */
#ifndef SMQ_CORE_SESSION_REPORT_H
#define SMQ_CORE_SESSION_REPORT_H

#include "core/interval.h"
#include "core/session_people.h"
#include "core/signal.h"

enum {
    REPORT_TALK_MAX = 3,
    REPORT_TALK_LEAST = 3,   /* answers to a card that is worth talking about */
    REPORT_GAIN_PEOPLE = 5,  /* from so many people on the gain says something, */
    REPORT_GAIN_WIDEST = 40, /* unless it could be so many points more or less */
    REPORT_BLAME_LEAST = 5   /* answers on a principle the first page may name */
};

/* One part, over everybody. */
struct report_part {
    int people;   /* who answered in it */
    int complete; /* who went through it */
    int met;      /* who went through it and has the right answers a test takes */
    struct tally tally;
};

/* One card that somebody answered. */
struct report_card {
    int activity; /* index in the session's bank */
    struct tally parts[PART_COUNT];
    struct tally people; /* those together */
    struct tally hands;
    bool judged;        /* there are people enough for the figure below */
    int discrimination; /* -100 … 100 (core/item_analysis.h) */
};

struct report_principle {
    int principle; /* index in the session's bank */
    struct tally parts[PART_COUNT];
    struct tally all; /* those together, and hands */
    enum side lean;   /* SIDE_NONE: none that could be told from chance */
};

/* From before to after, over the people who went through both, with a form each; shares of the
 * part's cards. */
struct report_gain {
    int people;
    int same_form;                            /* others, who had the same form in both */
    int right[PART_COUNT], cards[PART_COUNT]; /* of these people together */
    int met[PART_COUNT];                      /* of these people */
    int began_with[FORM_COUNT];               /* of these people */
    int better, worse;                        /* of these people, by their shares */
    double points, low, high; /* mean of the paired differences in points of 100, and its 95 %
                                 interval by Student's t; 0 of nobody, NAN ends of one person */
    bool told;                /* there are people enough for the interval to say something */
};

/* Why a card is worth talking about. */
enum talk_shape {
    TALK_ONE_WAY, /* most went the wrong way */
    TALK_SURE,    /* who went the wrong way was sure of it */
    TALK_SPLIT,   /* the room is in two halves */
    TALK_SOME     /* some went the wrong way */
};

struct report_talk {
    const struct report_card *card;
    enum part part;     /* whose answers are looked at, hands among those of practice */
    struct tally tally; /* these answers, of people and hands */
    int hands;          /* of them */
    enum talk_shape shape;
    int sibling; /* an activity of the same situation on the other side, or -1 */
};

struct session_report {
    const struct session *session;
    bool names;
    size_t left_out; /* runs that could not be read or were refused */
    struct session_people people;
    struct report_part parts[PART_COUNT];
    struct tally everybody; /* all parts together */
    struct tally hands;
    struct tally all; /* everybody and hands */
    struct signal signal;
    struct report_card *cards; /* the hardest first */
    size_t card_count;
    struct report_principle *principles; /* the worst first */
    size_t principle_count;
    struct report_gain gain;
    struct report_talk talk[REPORT_TALK_MAX];
    size_t talk_count;
    bool open_tests; /* a card to talk about is of a test that somebody may have before them */
    int64_t started_utc_ms; /* of the first run; 0 without any */
    int utc_offset_min;     /* there and then */
};

/* Works the report out; runs and session are borrowed and must outlive it.  Free with
 * session_report_free. */
void session_report_make(struct session_report *report, const struct session *session,
                         const struct shared_run *runs, size_t count, bool names, size_t left_out);
void session_report_free(struct session_report *report);

/* The part whose answers say where the room stands: the last one that has any, or PART_NONE. */
enum part session_report_latest(const struct session_report *report);
/* The principle that the first page names: of those with answers enough in that part, or else in
 * all, the one with the smallest share right; *tally is what it is by.  NULL when there is none, or
 * nothing was wrong. */
const struct report_principle *session_report_worst(const struct session_report *report,
                                                    struct tally *tally);
/* The part that decides who has passed: after, or else before; PART_NONE when there is no mark. */
enum part session_report_decisive(const struct session *session);
/* Whether a person went through this test with the right answers it takes; false without a mark. */
bool report_met_mark(const struct session *session, enum part part, const struct person_part *own);
/* Whether any card has a figure of discrimination. */
bool session_report_judged(const struct session_report *report);
/* Per cent, rounded; 0 of none. */
int report_percent(int right, int answers);

#endif
