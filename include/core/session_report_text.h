/* The report of a session in sentences for a person.  core. */
#ifndef SMQ_CORE_SESSION_REPORT_TEXT_H
#define SMQ_CORE_SESSION_REPORT_TEXT_H

#include "core/session_report.h"
#include "core/text.h"

/* Appends a finished report, one fact a line, in lines of at most `cols` columns and in what the
 * charset can show. */
void session_report_text(const struct session_report *report, enum charset charset, int cols,
                         struct str *out);

#endif
