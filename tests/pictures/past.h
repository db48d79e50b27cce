/* What happened before a picture is taken: a learner's weeks, and a session with a room full of
 * people.  The same each time; whatever fails ends the program with a sentence. */
#ifndef SMQ_TESTS_PICTURES_PAST_H
#define SMQ_TESTS_PICTURES_PAST_H

#include "io/share.h"

#define PAST_BANK "questions"
#define PAST_LEARNER "Robin"
#define PAST_CODE "maple-butter-tango"

/* Practises on most days of the weeks before `now_utc_ms` and keeps it in the store. */
void past_practise(const char *store_path, int64_t now_utc_ms);
/* Makes a session in a new folder, where people have come as far as this part: the board of their
 * trainer has those who are at it, or, behind the last one (PART_NONE), nobody any more.  `names`
 * as it was announced. */
void past_session(const char *folder, enum part open, bool names, int64_t now_utc_ms);

#endif
