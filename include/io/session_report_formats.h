/* A session's report in each format there is, from one table.  io. */
#ifndef SMQ_IO_SESSION_REPORT_FORMATS_H
#define SMQ_IO_SESSION_REPORT_FORMATS_H

#include "core/session_report.h"
#include "core/text.h"

/* The name of a row of the table, as --format takes it; NULL behind the last.  The first is lines
 * for a person. */
const char *session_report_format(size_t row);
/* Appends the whole report in the format of that row, which the table has.  The charset is what the
 * lines for a person may use; the other formats are UTF-8, or ASCII. */
void session_report_write(const struct session_report *report, size_t row, enum charset charset,
                          struct str *out);

#endif
