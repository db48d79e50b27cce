/* Which corrected keys a learner has still to be told of, and what to say.  core; pure. */
#ifndef SMQ_CORE_CORRECTION_H
#define SMQ_CORE_CORRECTION_H

#include "core/event.h"
#include "core/history.h"
#include "core/str.h"

/* The key of one activity was corrected; today's side is in the bank, before it was the other. */
struct correction {
    int activity;
    int answers; /* how many of the learner's answers are graded anew */
};

/* `struct corrections c = {0}` are none; free with corrections_free. */
struct corrections {
    struct correction *items; /* in the order of the bank */
    size_t len, cap;
    int answers; /* of all of them */
};

/* Adds every correction that the learner does not know of: an answer that counts is graded by
 * another side than the one they know.  They know what they were told last since that answer
 * (`told`, in any order), else the key of its time. */
void corrections_find(struct corrections *out, const struct bank *bank,
                      const struct history *history, const struct told *told, size_t count);
/* Appends what the learner is to be told, a paragraph a line: how many answers, then each card with
 * its old and new side and why. */
void corrections_say(const struct corrections *corrections, const struct bank *bank,
                     struct str *out);
void corrections_free(struct corrections *corrections);

#endif
