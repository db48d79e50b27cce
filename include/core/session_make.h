/* Makes a session out of a bank: two forms of a test that are alike and share nothing, and a
 * practice.  core; pure.
 * - No two of form A, form B and practice share a scenario, and in a form each card has its own.
 * - A form has as many cards of one side as of the other, and no more than four of one side in a
 *   row.  From four cards on the sides do not simply take turns, and the keys of the forms are
 * neither the same nor each other's opposites.
 * - Both forms have the same principles, each as often and on the same side, and their levels come
 *   to the same sum, as far as the bank goes; every principle comes before one comes again.
 * - Practice asks pairs of siblings, one of each side, two to five cards apart, from everyday ones
 *   to tricky ones; principles of the tests come first, and each before one comes again.
 * - Settings come again only when all have come.
 * - Scenarios of the house layer are spread over forms and practice by their sizes.
 * Chance decides among equals. */
#ifndef SMQ_CORE_SESSION_MAKE_H
#define SMQ_CORE_SESSION_MAKE_H

#include "core/rules.h"
#include "core/session_time.h"

struct session_wishes {
    struct rules rules; /* principles, settings, level: what may be asked; minutes, 0: not told;
                           length: cards of a test (of practice, where there is no test), 0: by the
                           minutes (core/session_time.h); pass, 0: no mark */
    bool has[PART_COUNT];
    int people; /* 0: not told */
    struct session_pace pace;
    int house; /* scenarios of the house layer, at least */
    bool names;
    const char *title; /* NULL: the bank's */
    const char *code;
};

/* Makes the session; out->bank is `bank`.  A scenario is used only when both its sides can be asked
 * by the rules.  Where the bank has too little for the cards asked for, or for 2 a test where none
 * were: false and *e (STATUS_USAGE, a sentence).  Where the number is by the minutes, and for
 * practice, it takes fewer cards. */
bool session_make(const struct bank *bank, const struct session_wishes *wishes, struct rng *rng,
                  struct session *out, struct err *e);

#endif
