/* A session's report for machines: all its figures as one JSON object.  io.
 * "version" is 1; a change that a reader would stumble over raises it.  What is not defined is left
 * out; nothing is null. */
#ifndef SMQ_IO_SESSION_REPORT_JSON_H
#define SMQ_IO_SESSION_REPORT_JSON_H

#include "core/session_report.h"

/* Appends the object, indented, with a newline. */
void session_report_json(const struct session_report *report, struct str *out);

#endif
