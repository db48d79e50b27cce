/* Copies what a libconfig tree says about a bank into a draft.  io. */
#ifndef SMQ_IO_BANK_TREE_H
#define SMQ_IO_BANK_TREE_H

#include "core/draft.h"
#include "io/conf.h"

/* Puts all records under `root` into the draft (empty before), places named `file` (copied),
 * scenarios marked with `layer`.  Wrong types are errors, unknown keys warnings, a file that sets
 * nothing is a warning. The group "session", which a session file has besides its bank, is passed
 * over. */
void bank_tree_read(const struct conf_node *root, const char *file, int layer, struct draft *draft,
                    struct faults *faults);

#endif
