/* What happened before a picture is taken: a learner's weeks, and a session with a room full of
 * people.  The same each time; whatever fails ends the program with a sentence. */
#ifndef SMQ_TESTS_PICTURES_PAST_H
#define SMQ_TESTS_PICTURES_PAST_H

#include "io/share.h"

#define PAST_BANK "questions"
#define PAST_LEARNER "Robin"
#define PAST_CODE "maple-butter-tango"

/* Practises in the two months before `now_utc_ms`, for a store that is new. */
void past_practise(const char *store_path, int64_t now_utc_ms);
/* Makes a session in a new folder and has twelve people take part: they are amid the part that is
 * open, or through with all of them (PART_NONE).  `names`: whether the trainer sees those. */
void past_session(const char *folder, enum part open, bool names, int64_t now_utc_ms);

#endif
