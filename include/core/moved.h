/* What a finished run moved: the one sentence about it.  core. */
#ifndef SMQ_CORE_MOVED_H
#define SMQ_CORE_MOVED_H

#include "core/history.h"
#include "core/str.h"

/* Appends a sentence about what the newest run of the history changed, the first of these that is
 * so: principles became the learner's own (core/mastery.h); one that was weak (wrong
 * the last time, or with evidence below a half, core/evidence.h) went right every time; one that
 * was not went wrong; some came nearer to being the learner's own; nothing was left to move; too
 * few cards.  Only counted answers (COUNTS_EVIDENCE) move anything; a run without any is told so.
 * Appends nothing without a run. */
void moved_sentence(struct str *out, const struct bank *bank, const struct history *history);

#endif
