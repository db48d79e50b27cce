/* What a learner has come to: every figure of the progress screens, computed from the log.  core.
 * Only answers to cards that are in the bank are counted, and runs on it.  An answer counts where
 * core/score.h says: "first answers" are those of COUNTS_ACCURACY, "counted answers" those of
 * COUNTS_EVIDENCE (repeated cards too; no sprint, nothing struck out). */
#ifndef SMQ_CORE_PROGRESS_H
#define SMQ_CORE_PROGRESS_H

#include "core/calendar.h"
#include "core/exam_ready.h"
#include "core/interval.h"
#include "core/mastery.h"

enum {
    PROGRESS_RECENT = EXAM_READY_RECENT, /* the last first answers looked at */
    PROGRESS_SINCE_FIRST = 20,           /* so many are held against the first six */
    PROGRESS_BLOCKS_MAX = 10,            /* of the learning curve, */
    PROGRESS_BLOCK_LEAST = 5,            /* so many first answers each at least */
    PROGRESS_WEEKS = 16,                 /* of the calendar */
    PROGRESS_HARDEST_MAX = 3,
    PROGRESS_HARDEST_LEAST = 3 /* counted answers it takes to be called hard */
};

struct progress_principle {
    bool met;            /* asked at least once, whether that counted or not */
    int answers, missed; /* counted answers, and the wrong ones */
    bool mended;         /* a right counted answer came after a wrong one */
    double way;          /* 0 … 1: the sum of the sequential test over its bound of passing */
    struct mastery mastery;
};

/* The same for all principles under a question of the bank. */
struct progress_question {
    int principles, met, mastered;
    int answers, missed;
};

/* A piece of the learning curve. */
struct progress_block {
    int answers, right;
    struct interval band; /* 95 % score interval of the share right (Wilson 1927) */
};

struct progress_exam {
    int64_t day; /* local day it began on */
    int right, cards;
    bool passed;
};

struct progress {
    int days;                   /* local days with an answer */
    int runs;                   /* begun */
    int answers;                /* not struck out, sprints too */
    struct tally first, recent; /* first answers: all, the last PROGRESS_RECENT */
    int unseen;                 /* cards in play that were never asked */

    struct progress_principle *principles; /* as in the bank */
    struct progress_question *questions;   /* likewise */
    int mastered;
    int sittings_left; /* mastery_sittings_left, for runs of usual length; 0: all are mastered */

    bool ready;        /* for the exam: exam_ready.h */
    int ready_answers; /* first answers that are missing before anything can be said */
    int ready_right;   /* right ones of recent.answers that would do; above them: none would */

    /* First answers in order of time, in blocks that differ by one at most. */
    struct progress_block blocks[PROGRESS_BLOCKS_MAX];
    int block_count;

    /* Answers (not struck out) of each local day, from a Monday on to the Sunday of this week. */
    int64_t calendar_first, calendar_today;
    int calendar[PROGRESS_WEEKS * DAYS_A_WEEK];

    struct tally first_run;   /* the first run of mode first; answers 0: there was none */
    struct tally since_first; /* the last PROGRESS_SINCE_FIRST first answers after it */

    /* Principles not mastered, with PROGRESS_HARDEST_LEAST counted answers and a miss: highest
     * lower bound of the share missed first (Wilson), so that few answers do not lead. */
    int hardest[PROGRESS_HARDEST_MAX];
    int hardest_count;

    bool climbed, sprinted;
    int best_climb, best_sprint; /* best.h */
    bool today_played;           /* the puzzle of this day, to its end */
    int today_right, today_cards;
    int exams, exams_passed;             /* those that came to an end */
    struct progress_exam pass, last_try; /* the newest of each; of no meaning without one */
};

/* Computes all of it as of `now`.  Free with progress_free. */
void progress_of(const struct bank *bank, const struct history *history, struct now now,
                 struct progress *out);
void progress_free(struct progress *progress);
/* A principle's way in whole per cent; 100 only when it is mastered. */
int progress_way_percent(const struct progress_principle *principle);

#endif
