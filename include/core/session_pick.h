/* Which scenarios of a bank go into the forms and the practice of a session.  core; part of
 * core/session_make.h, which says by which rules. */
#ifndef SMQ_CORE_SESSION_PICK_H
#define SMQ_CORE_SESSION_PICK_H

#include "core/rng.h"
#include "core/rules.h"
#include "core/session_time.h"

struct session_pick {
    const struct bank *bank;
    int *pool; /* scenarios that can be asked, in random order */
    int pool_count, house_count;
    bool *taken;     /* by scenario */
    int *setting_of; /* by scenario: one number for each setting */
    int *uses;       /* by that number: how many scenarios of it were taken */
    struct session_pick_principle {
        int left, house_left; /* scenarios of it in the pool that are not taken */
        int in_tests, in_practice;
    } * principles;
    int *order; /* of principles, by chance */
    /* what was picked: scenarios; the n-th of both forms belong together */
    int forms[FORM_COUNT][SESSION_ITEMS_MAX];
    int pairs[SESSION_ITEMS_MAX];
};

/* Looks for the scenarios of which both sides can be asked by the rules.  session_pick_close frees
 * what it makes. */
void session_pick_open(struct session_pick *pick, const struct bank *bank,
                       const struct rules *rules, struct rng *rng);
/* Fills forms (numbers->test each) and pairs (numbers->practice / 2) with scenarios, at least
 * `house` of them of the house layer; the pool must have enough of both. */
void session_pick_scenarios(struct session_pick *pick, const struct session_numbers *numbers,
                            int house, struct rng *rng);
void session_pick_close(struct session_pick *pick);

#endif
