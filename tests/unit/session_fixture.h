/* A small session over the small bank, and runs of it as they are shared. */
#ifndef SMQ_TESTS_SESSION_FIXTURE_H
#define SMQ_TESTS_SESSION_FIXTURE_H

#include "bank_fixture.h"
#include "core/session.h"
#include "core/shared_run.h"

static inline void fixture_items(const struct bank *bank, struct session_items *items,
                                 const char *const *refs, int count)
{
    items->count = count;
    for (int i = 0; i < count; i++) {
        items->activities[i] = bank_find_activity(bank, refs[i]);
        if (items->activities[i] < 0)
            abort();
    }
}

/* Before and after with two cards a form, and a practice of four, over fixture_bank. */
static inline struct session fixture_session(const struct bank *bank)
{
    static const char *const a[] = {"fair/a0", "web/a0"}, *const b[] = {"stand/a2", "poster/a0"},
                             *const practice[] = {"letter/a0", "letter/a1", "call/a0", "call/a1"};
    struct session session = {.bank = bank,
                              .code = "maple-tango-river",
                              .title = "The first day",
                              .names = true,
                              .pass = 2,
                              .minutes = 45,
                              .people = 12};
    for (int part = 0; part < PART_COUNT; part++)
        session.has[part] = true;
    fixture_items(bank, &session.forms[FORM_A], a, 2);
    fixture_items(bank, &session.forms[FORM_B], b, 2);
    fixture_items(bank, &session.practice, practice, 4);
    return session;
}

#endif
