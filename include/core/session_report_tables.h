/* The pages behind the first one of a session's report in HTML: room, gain, principles, cards and
 * people, each a section with its heading.  core. */
#ifndef SMQ_CORE_SESSION_REPORT_TABLES_H
#define SMQ_CORE_SESSION_REPORT_TABLES_H

#include "core/session_report.h"

void report_section_room(const struct session_report *report, struct str *out);
void report_section_gain(const struct session_report *report, struct str *out);
void report_section_principles(const struct session_report *report, struct str *out);
void report_section_cards(const struct session_report *report, struct str *out);
void report_section_people(const struct session_report *report, struct str *out);

#endif
