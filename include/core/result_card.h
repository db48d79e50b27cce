/* The card that keeps the result of one run, to hand in or to hang up, as text.  core.
 * It serves as the certificate of an exam; core/result_card_svg.h has the same as a picture. */
#ifndef SMQ_CORE_RESULT_CARD_H
#define SMQ_CORE_RESULT_CARD_H

#include "core/bank.h"
#include "core/text.h"

enum { RESULT_CARD_COLS = 72 };

/* What stands on it; texts are borrowed and translated already. */
struct result_card {
    const char *name;   /* of the learner; "" leaves it out */
    const char *mode;   /* "Practice" */
    int64_t day;        /* of the run, on the learner's calendar, since 1970-01-01 */
    const char *result; /* how it came out, a sentence or two */
    const char *note;   /* what else there is to say, the same; "" for nothing */
    const struct bank *bank;
};

/* Appends the card in a frame, RESULT_CARD_COLS columns wide, with a newline at its end.  What is
 * too long for a line is wrapped. */
void result_card_text(struct str *out, const struct result_card *card, enum charset charset);

/* Appends the two small lines at the foot of a card, without newline: what was played when, and
 * the bank by its id and the first digits of its fingerprint. */
void result_card_add_run(struct str *out, const struct result_card *card);
void result_card_add_bank(struct str *out, const struct result_card *card);

#endif
