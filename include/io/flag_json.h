/* What players flagged, as one JSON object.  io. */
#ifndef SMQ_IO_FLAG_JSON_H
#define SMQ_IO_FLAG_JSON_H

#include "core/flag_report.h"

/* Appends a finished report as JSON, indented, with a newline at the end.  Its "version" is raised
 * when what was there before changes its meaning. */
void flag_json(const struct flag_report *report, struct str *out);

#endif
