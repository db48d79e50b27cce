/* What is to be known of the figures of a session's report: how people are told apart, what was
 * left out.  core; pure. */
#ifndef SMQ_CORE_SESSION_REPORT_NOTES_H
#define SMQ_CORE_SESSION_REPORT_NOTES_H

#include "core/session_report.h"

/* Appends note number `n`, a finished, translated sentence; false when there are fewer. */
bool report_words_note(const struct session_report *report, int n, struct str *out);

#endif
