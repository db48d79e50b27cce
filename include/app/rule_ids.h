/* Whether the bank has what a command line names.  app. */
#ifndef SMQ_APP_RULE_IDS_H
#define SMQ_APP_RULE_IDS_H

#include "core/bank.h"
#include "core/err.h"

/* Whether every id of a comma-separated list is a principle (else: a setting) of the bank.  False
 * and *e (STATUS_USAGE), which names the first that is not. */
bool rule_ids_known(const struct bank *bank, const char *list, bool principles, struct err *e);

#endif
