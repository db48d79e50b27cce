/* The questions of `smquiz bank add`, and what was answered.  app. */
#ifndef SMQ_APP_BANK_QUESTIONS_H
#define SMQ_APP_BANK_QUESTIONS_H

#include "core/draft.h"
#include "core/err.h"

/* A scenario with one activity of each side, in a person's own words. */
struct bank_answers {
    struct str situation, text[SIDE_COUNT], cue[SIDE_COUNT], why[SIDE_COUNT];
    struct str setting, together; /* "" for none; the setting is an id already */
    int principle;                /* index in the draft that was asked over */
    int level;
};

/* Asks for all of it, over the bank that is there: `now` as written, `bank` made of it, NULL while
 * it has no activities.  Every answer is checked by the bank's own rules before the next question.
 * STATUS_OK; STATUS_NO_INPUT when input ends before the last answer, STATUS_IO when a question
 * cannot be written.  Free with bank_answers_free either way. */
enum status bank_questions_ask(const struct draft *now, const struct bank *bank,
                               struct bank_answers *out) NODISCARD;
void bank_answers_free(struct bank_answers *answers);

#endif
