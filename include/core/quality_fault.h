/* Complaints about a bank that is not fair.  core. */
#ifndef SMQ_CORE_QUALITY_FAULT_H
#define SMQ_CORE_QUALITY_FAULT_H

#include "core/quality.h"

/* Adds a warning for every figure that is not fair, at its place where there is one: principles
 * and near-duplicates at their lines in the draft, all else at the bank as a whole. */
void quality_complain(const struct quality *quality, const struct bank *bank,
                      const struct draft *draft, struct faults *faults);

#endif
