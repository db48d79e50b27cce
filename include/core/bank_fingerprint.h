/* One number for a bank's content.  core. */
#ifndef SMQ_CORE_BANK_FINGERPRINT_H
#define SMQ_CORE_BANK_FINGERPRINT_H

#include "core/bank.h"

/* A hash over every text, key and link of the bank in order, overrides applied: the same however
 * its files are laid out or cut, another as soon as anything a player meets changes.  Computed when
 * it is first asked for, which much that reads banks never does. */
uint64_t bank_fingerprint(const struct bank *bank);

#endif
