/* The five questions of `smquiz session new`, and what was answered.  app. */
#ifndef SMQ_APP_SESSION_QUESTIONS_H
#define SMQ_APP_SESSION_QUESTIONS_H

#include "core/run_sheet.h"
#include "core/session_make.h"

struct session_answers {
    struct session_wishes wishes; /* all but title and code */
    enum devices devices;
    int start;         /* when it begins, in minutes of the day */
    struct str folder; /* where the session is to lie when devices need one that is not set; "" */
};

/* Asks, each with an answer that Enter takes; `start` is that of when it begins.  `place` is where
 * sessions go by the options or the settings: a folder or a database; NULL when nobody has said.
 * STATUS_OK; STATUS_NO_INPUT when input ends before the last answer, STATUS_IO when a question
 * cannot be written.  Free with session_answers_free either way. */
enum status session_questions_ask(const struct bank *bank, const char *place, int start,
                                  struct session_answers *out) NODISCARD;
void session_answers_free(struct session_answers *answers);

#endif
