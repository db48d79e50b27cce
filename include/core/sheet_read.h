/* Reads a CSV file of activities, one a row.  core; pure. */
#ifndef SMQ_CORE_SHEET_READ_H
#define SMQ_CORE_SHEET_READ_H

#include "core/exchange.h"

/* Adds the rows of `len` bytes (checked by conf_text_check) to `out`, places named `file`.  The
 * first row names the columns, in any order and case: those of exchange_key, of which "text" and
 * "side" and one of "scenario" and "situation" must be there; unknown ones are warnings.  Empty
 * cells are as if not given, rows of nothing else are passed over.  Sides are told by
 * exchange_side with `names`.  A row that cannot be taken is an error in `faults`; when the file
 * cannot be read at all, that is one too. */
void sheet_read(const char *bytes, size_t len, const char *file,
                const char *const names[SIDE_COUNT], struct exchange *out, struct faults *faults);

#endif
