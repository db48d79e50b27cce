/* Writes a bank's activities as CSV, one a row.  core; pure. */
#ifndef SMQ_CORE_SHEET_WRITE_H
#define SMQ_CORE_SHEET_WRITE_H

#include "core/bank.h"
#include "core/str.h"

/* Appends a row of column names (exchange_key), then a row for each activity that is asked, with
 * the overrides applied; every cell quoted, rows end in CR LF. */
void sheet_write(const struct bank *bank, struct str *out);

#endif
