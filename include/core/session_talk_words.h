/* What is said about a card that is worth talking about.  core; pure. */
#ifndef SMQ_CORE_SESSION_TALK_WORDS_H
#define SMQ_CORE_SESSION_TALK_WORDS_H

#include "core/session_report.h"

/* The heading over the cards there are. */
const char *talk_words_title(const struct session_report *report);
/* When to talk about cards of a test that somebody may still have before them. */
const char *talk_words_tests(void);
/* What was said to card number `n` of report->talk, in a sentence. */
void talk_words_split(const struct session_report *report, size_t n, struct str *out);
/* Whose answers these are: "Practice: 8 people and 20 hands." */
void talk_words_source(const struct report_talk *talk, struct str *out);
/* The side, its clue and why, for the trainer. */
void talk_words_answer(const struct session_report *report, size_t n, struct str *out);
/* A question to ask the room; no two of the report's are of the same kind. */
void talk_words_question(const struct session_report *report, size_t n, struct str *out);

#endif
