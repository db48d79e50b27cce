/* The first answers of many people to a bank's activities, as a table.  core; pure.
 * What an activity is worth as a question shows in first answers only: who has seen the verdict
 * knows it. */
#ifndef SMQ_CORE_FIRST_ANSWERS_H
#define SMQ_CORE_FIRST_ANSWERS_H

#include "core/item_analysis.h"
#include "core/numbering.h"
#include "core/score.h"

/* A mark beside those of enum item_mark: met, but the first answer says nothing, because it was
 * struck out or given to another wording. */
enum { FIRST_SPENT = ITEM_NOT_MET + 1 };

struct first_answers {
    const struct bank *bank;
    struct numbering people; /* by name */
    unsigned char *marks;    /* [person * bank->activity_count + activity] */
    size_t marks_cap;
};

/* An empty table over the bank, which is borrowed.  Free with first_answers_free. */
void first_answers_init(struct first_answers *table, const struct bank *bank);
/* Adds an answer of the person of this name; to be called in order of time, for all answers, also
 * those that will not count.  `activity` is an index in the bank or -1 (then nothing is added),
 * answer->keyed the key of the time: today's is taken where it holds (core/rekey.h). */
void first_answers_add(struct first_answers *table, const char *person, int activity,
                       uint64_t wording, const struct graded *answer);
/* Analyses the bank's activities as items, the people as attempts.  Free with item_analysis_free.
 */
void first_answers_analyse(const struct first_answers *table, struct item_analysis *out);
void first_answers_free(struct first_answers *table);

#endif
