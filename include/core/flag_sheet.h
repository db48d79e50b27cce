/* What players flagged, as CSV, one flag a row.  core; pure. */
#ifndef SMQ_CORE_FLAG_SHEET_H
#define SMQ_CORE_FLAG_SHEET_H

#include "core/flag_report.h"

/* Appends a row of column names, then a row for each flag of a finished report; rows end in CR LF.
 */
void flag_sheet(const struct flag_report *report, struct str *out);

#endif
