/* A scenario made of a person's answers.  app. */
#ifndef SMQ_APP_BANK_SCENARIO_H
#define SMQ_APP_BANK_SCENARIO_H

#include "app/bank_questions.h"

/* Adds the answers to a draft as its last scenario and its last two activities, sales first.  The
 * scenario's id is made of its words and none of those in `taken`; its principle is the one
 * called `principle`.  Texts are borrowed from `answers`; the place of everything is `file`, which
 * is copied. */
void bank_scenario_add(const struct bank_answers *answers, const char *principle,
                       const struct draft *taken, const char *file, struct draft *out);

#endif
