/* What is to be known of a session's figures, the same in text, HTML and JSON.  core; pure. */
#ifndef SMQ_CORE_SESSION_REPORT_NOTES_H
#define SMQ_CORE_SESSION_REPORT_NOTES_H

#include "core/session_report.h"

/* How people are told apart, what was left out: appends note number `n`, a finished, translated
 * sentence; false when there are fewer. */
bool report_notes(const struct session_report *report, int n, struct str *out);

#endif
