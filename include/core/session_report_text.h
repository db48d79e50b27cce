/* The report of a session as lines of text for a person.  core. */
#ifndef SMQ_CORE_SESSION_REPORT_TEXT_H
#define SMQ_CORE_SESSION_REPORT_TEXT_H

#include "core/session_report.h"
#include "core/text.h"

/* Appends a finished report in lines of at most `cols` columns (80 is what its tables are made
 * for), in what the charset can show. */
void session_report_text(const struct session_report *report, enum charset charset, int cols,
                         struct str *out);

#endif
