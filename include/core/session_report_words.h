/* The sentences of a session's report, the same in text and in HTML.  core; pure.
 * Each function appends a finished, translated sentence or two without a newline. */
#ifndef SMQ_CORE_SESSION_REPORT_WORDS_H
#define SMQ_CORE_SESSION_REPORT_WORDS_H

#include "core/session_report.h"

/* Below the title: "Session CODE, 2026-11-23". */
void report_words_session(const struct session_report *report, struct str *out);
/* The first page: who took part, what the room still mixes up, whether it worked. */
void report_words_who(const struct session_report *report, struct str *out);
void report_words_mixed(const struct session_report *report, struct str *out);
void report_words_worked(const struct session_report *report, struct str *out);
/* All of it in its order: appends paragraph number `n`; false when there are fewer. */
bool report_words_first(const struct session_report *report, int n, struct str *out);

/* How well the two are told apart, and how often guessing would do as well. */
void report_words_apart(const struct session_report *report, struct str *out);
void report_words_lean(const struct session_report *report, struct str *out);
void report_words_share(const struct session_report *report, struct str *out);
void report_words_chance(const struct session_report *report, struct str *out);

/* The gain once more with its counts, and how many met the pass mark; the latter appends nothing
 * when there is none. */
void report_words_gain(const struct session_report *report, struct str *out);
void report_words_met(const struct session_report *report, struct str *out);

/* On which side the misses of a principle are, "" without any. */
void report_words_misses(const struct bank *bank, const struct report_principle *principle,
                         struct str *out);
/* How hard cards are told from unclear ones, or that there are too few people for it. */
void report_words_cards(const struct session_report *report, struct str *out);
/* A person's owner, or that nobody verifies the name. */
void report_words_owner(const struct person *person, struct str *out);

#endif
