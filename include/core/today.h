/* The puzzle of a day: the same few cards for everybody, by date and bank.  core.
 * No history is involved, so that colleagues can compare, and past days can be played. */
#ifndef SMQ_CORE_TODAY_H
#define SMQ_CORE_TODAY_H

#include "core/bank.h"

enum { TODAY_LENGTH = 5 };

/* Fills `plan` with the activities of a day's puzzle, easy to tricky, and returns how many:
 * TODAY_LENGTH, or fewer where the bank has no more.  They are of one setting, one a scenario, of
 * different principles where the setting has as many, and two or three of each side.  The
 * settings that can fill a puzzle take turns, always in the same order; when none can, the whole
 * bank is one setting, and scenarios give more than one activity only when there are too few. */
int today_plan(const struct bank *bank, int64_t day, int plan[TODAY_LENGTH]);

/* The setting that all activities of a plan share, or "" when they are of several. */
const char *today_setting(const struct bank *bank, const int *plan, int count);

#endif
