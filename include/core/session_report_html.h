/* The report of a session as one HTML document: whole in itself, without script, with charts in
 * SVG and every figure in a table beside them, for screens, paper and screen readers.  core.
 * Its rules forbid a browser to load or run anything. */
#ifndef SMQ_CORE_SESSION_REPORT_HTML_H
#define SMQ_CORE_SESSION_REPORT_HTML_H

#include "core/session_report.h"

void session_report_html(const struct session_report *report, struct str *out);

#endif
