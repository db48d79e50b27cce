/* Item analysis of pooled answers: which activities are too easy, too hard or keyed wrong.  core.
 * Classical test theory with the formulas of Moodle's quiz statistics, an item worth one mark.  An
 * attempt is what one person answered, the first answer to each item.  An attempt may leave items
 * out: it does not count for them, and scores are the share right of what was met; where everybody
 * met everything the figures are Moodle's.  Figures that are not defined are NAN. */
#ifndef SMQ_CORE_ITEM_ANALYSIS_H
#define SMQ_CORE_ITEM_ANALYSIS_H

#include "core/base.h"

enum item_mark { ITEM_WRONG, ITEM_RIGHT, ITEM_NOT_MET };

/* From how many attempts on an item is judged; what is too hard and too easy, in per cent right. */
enum { ITEM_ATTEMPTS_ENOUGH = 30, ITEM_FACILITY_LOW = 55, ITEM_FACILITY_HIGH = 97 };

enum item_flag {
    ITEM_TOO_FEW = 1,  /* attempts; no other flag is set then */
    ITEM_TOO_HARD = 2, /* little better than a coin: the key or the wording may be wrong */
    ITEM_TOO_EASY = 4,
    ITEM_NEGATIVE = 8 /* who does well elsewhere does badly here: the key may be wrong */
};

struct item_figures {
    int attempts; /* that met the item */
    int right;
    double facility;           /* share right */
    double corrected_facility; /* the same with guessing taken off: 0 for a coin, 1 at most */
    double deviation;          /* standard deviation of the mark */
    double discrimination;     /* correlation of mark and score on the other items, -100 … 100 */
    double efficiency; /* the same covariance against the largest there could be, 100 at most */
    double weight;     /* the share the item really has in telling people apart, 0 … 100;
                          NAN for a negative covariance with the score */
    unsigned flags;    /* of enum item_flag */
};

struct item_analysis {
    struct item_figures *items;
    int item_count;
    /* over the attempts that met every item, in marks */
    int complete;
    double mean, deviation;
    double consistency;    /* Cronbach's alpha, 100 at most (Moodle: coefficient of internal
                              consistency) */
    double error_ratio;    /* per cent of the deviation that is chance */
    double standard_error; /* of one attempt, in marks */
};

/* Analyses marks[attempt * item_count + item], each of enum item_mark.  Free with
 * item_analysis_free. */
void item_analyse(const unsigned char *marks, int attempt_count, int item_count,
                  struct item_analysis *out);
void item_analysis_free(struct item_analysis *analysis);

#endif
