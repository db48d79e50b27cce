/* The people of a session's report for spreadsheets and gradebooks: CSV by RFC 4180, UTF-8, one row
 * a person.  core.
 * Columns: username (the login, where the system proves it and it is one person's), name, started
 * (ISO 8601 in UTC), before_correct, before_total, practice_correct, practice_total,
 * after_correct, after_total, percent (of the test that decides: after, or else before, or else
 * practice; when it was gone through), passed (1 or 0; when there is a mark and the test was gone
 * through), verified (1: the system proves a login that is this person's alone; or 0).  What there
 * is not is empty. */
#ifndef SMQ_CORE_SESSION_REPORT_CSV_H
#define SMQ_CORE_SESSION_REPORT_CSV_H

#include "core/session_report.h"

void session_report_csv(const struct session_report *report, struct str *out);

#endif
