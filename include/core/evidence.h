/* What a learner has shown they can sort, principle by principle.  core.
 * Computed from the answers of earlier runs and of the run under way, never stored.  An answer
 * counts as core/score says; one that does not (struck out, against the clock) still showed its
 * principle. */
#ifndef SMQ_CORE_EVIDENCE_H
#define SMQ_CORE_EVIDENCE_H

#include "core/game.h"

/* Of one principle. */
struct evidence {
    double value;     /* 0 … 1: 0.5 before the first answer, near 1 when sorted surely */
    int shown;        /* how often it was answered, in this run and earlier; 0: never met */
    int shown_in_run; /* how often in this run */
    int ago;          /* answers since it was last shown; 0 when it was the last, or never met */
    bool missed;      /* its last answer in this run was a miss that stands */
    int missed_card;  /* that card, when missed */
};

/* Adds to a principle's entry an answer of an earlier run, the `number`th of all (from 1).  As long
 * as answers are being added, `ago` holds the number of the one it was last shown at. */
void evidence_add(struct evidence *of, int number, const struct graded *graded);
/* As many entries as `count`, before the first answer.  Free with free(). */
struct evidence *evidence_none(int count) NODISCARD;

/* One entry a principle of the bank; `game` may be NULL.  Free with free().
 * The last answer of the game counts as it was given even when it is struck out: whether that was
 * before or after the next card was dealt is not in the log, and what is dealt must not hang on
 * it, or a resumed run would deal another card. */
struct evidence *evidence_new(const struct bank *bank, const struct history *history,
                              const struct game *game) NODISCARD;

#endif
