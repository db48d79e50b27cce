/* Single records of a bank as libconfig text, in the layout of the shipped bank.  core; pure. */
#ifndef SMQ_CORE_BANK_RECORD_H
#define SMQ_CORE_BANK_RECORD_H

#include "core/draft.h"

/* Appends a text in quotes, escaped as libconfig wants it. */
void bank_record_text(struct str *out, const char *text);
/* Appends a scenario of `draft` with its activities, indented by two blanks, from its brace to its
 * brace without a newline at the end.  Texts that are NULL and a level without a place are left
 * out. */
void bank_record_scenario(struct str *out, const struct draft *draft,
                          const struct draft_scenario *scenario);
/* Appends an override, from its brace to its brace; further lines are indented by four blanks. */
void bank_record_override(struct str *out, const struct draft_override *override);

#endif
