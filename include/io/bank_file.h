/* From files to the immutable bank: reads layers of files and folders, checks and builds.  io.
 * `wanted` are the languages to choose by, best first, where the files have banks of several
 * (io/bank_files.h); NULL or "" when none is wanted. */
#ifndef SMQ_IO_BANK_FILE_H
#define SMQ_IO_BANK_FILE_H

#include "core/bank.h"
#include "io/bank_files.h"

/* The bank that `count` layers make together, or NULL when there is any error: `faults` then has
 * all of them, sorted, and *e status STATUS_DATA (STATUS_NO_INPUT when something could not be
 * opened) with a sentence that counts them.  Warnings are in `faults` either way.  Caller frees
 * with bank_free. */
struct bank *bank_load(const struct bank_layer *layers, size_t count, const char *wanted,
                       struct faults *faults, struct err *e) NODISCARD;
/* The same, with what was read left in *draft (empty before) for those who need places: records of
 * bank and draft have the same indexes, overrides excepted.  Free it with draft_free either way;
 * the layers' paths must outlive it. */
struct bank *bank_load_draft(const struct bank_layer *layers, size_t count, const char *wanted,
                             struct draft *draft, struct faults *faults, struct err *e) NODISCARD;
/* The same of files that were read already, at least one layer of them; they can be joined once. */
struct bank *bank_load_files(struct bank_files *files, const char *wanted, struct draft *draft,
                             struct faults *faults, struct err *e) NODISCARD;
/* The same as bank_load of one file's bytes from memory, which complaints call `name`. */
struct bank *bank_load_bytes(const char *name, const char *bytes, size_t len, struct faults *faults,
                             struct err *e) NODISCARD;

#endif
