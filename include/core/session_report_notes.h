/* What is to be known of a session's figures, the same in text, HTML and JSON.  core; pure. */
#ifndef SMQ_CORE_SESSION_REPORT_NOTES_H
#define SMQ_CORE_SESSION_REPORT_NOTES_H

#include "core/session_report.h"

/* How people are told apart, what was left out: appends note number `n`, a finished, translated
 * sentence; false when there are fewer. */
bool report_notes(const struct session_report *report, int n, struct str *out);
/* Two of these notes: that results came twice, typed in and by themselves; that people answered
 * nothing.  They append nothing when it is not so. */
void report_note_same_again(const struct session_people *people, struct str *out);
void report_note_silent(const struct session_people *people, struct str *out);

#endif
