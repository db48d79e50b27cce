/* What the tests of moving to newer versions share: today's ladder with tomorrow's step on it. */
#ifndef SMQ_TESTS_STORE_LADDER_H
#define SMQ_TESTS_STORE_LADDER_H

#include "io/store_place.h"

enum { LADDER_MAX = 8 };

/* Today's ladder with a step of tomorrow on it. */
static inline struct store_schema taller(const char *steps[static LADDER_MAX], const char *step)
{
    int today = store_schema()->version;
    assert_in_range(today, 1, LADDER_MAX - 1);
    for (int i = 0; i < today; i++)
        steps[i] = store_schema()->steps[i];
    steps[today] = step;
    return (struct store_schema){.steps = steps, .version = today + 1};
}

/* The copy that is kept of a file of today's version. */
static inline void copy_of_today(char kept[PATH_SIZE], const char *path)
{
    assert_in_range(snprintf(kept, PATH_SIZE, "%s.v%d", path, store_schema()->version), 0,
                    PATH_SIZE - 1);
}

static const char tomorrow[] = "ALTER TABLE learner ADD COLUMN team TEXT NOT NULL DEFAULT '';"
                               "CREATE INDEX event_by_activity ON event (activity);"
                               "PRAGMA user_version = 4;";

#endif
