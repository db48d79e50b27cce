/* What players flagged, in sentences for a person.  core. */
#ifndef SMQ_CORE_FLAG_LINES_H
#define SMQ_CORE_FLAG_LINES_H

#include "core/flag_report.h"
#include "core/text.h"

/* Appends a finished report in lines of at most `cols` columns, in what the charset can show. */
void flag_lines(const struct flag_report *report, enum charset charset, int cols, struct str *out);

#endif
