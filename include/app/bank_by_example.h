/* Choosing a principle by the pairs it decides.  app. */
#ifndef SMQ_APP_BANK_BY_EXAMPLE_H
#define SMQ_APP_BANK_BY_EXAMPLE_H

#include "core/draft.h"
#include "core/err.h"

/* Shows every principle, numbered, with one pair of activities from the bank (its rule where there
 * is none; `bank` NULL: there is none at all) and asks for a number; *principle becomes the index
 * in the draft, whose principles must be right.  STATUS_OK, STATUS_NO_INPUT or STATUS_IO. */
enum status bank_by_example(const struct draft *now, const struct bank *bank,
                            int *principle) NODISCARD;

#endif
