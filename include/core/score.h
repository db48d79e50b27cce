/* Grading: what an answer is worth and where it counts, and tallies of answers.  core.
 * The rules are the table "What counts where" of the manual's section on results. */
#ifndef SMQ_CORE_SCORE_H
#define SMQ_CORE_SCORE_H

#include "core/rules.h"

/* One answer as grading sees it. */
struct graded {
    enum side keyed, choice;
    bool sure;
    bool first_time;    /* the learner had never been asked this activity before */
    bool struck;        /* struck out afterwards */
    bool after_verdict; /* its verdict had been seen in this run */
    enum mode mode;
};

/* Where an answer counts, as a set of bits. */
enum counts {
    COUNTS_EVIDENCE = 1,  /* what the picker thinks the learner can do */
    COUNTS_ACCURACY = 2,  /* new-item accuracy and sensitivity */
    COUNTS_MASTERY = 4,   /* a principle becomes "yours" */
    COUNTS_IN_SESSION = 8 /* the trainer's report, when in a session */
};
unsigned score_counts(const struct graded *answer);

bool score_right(const struct graded *answer);

/* Answers counted together. */
struct tally {
    int answers, right;
    int sure, sure_right;
    int table[SIDE_COUNT][SIDE_COUNT]; /* [keyed][choice] */
};
/* Adds one answer; an answer that counts nowhere is not added. */
void tally_add(struct tally *tally, const struct graded *answer);
/* Adds all that `other` has. */
void tally_join(struct tally *tally, const struct tally *other);

#endif
