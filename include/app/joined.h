/* Copies of the sessions one has joined, so that what was begun can be finished while their place
 * cannot be reached.  app. */
#ifndef SMQ_APP_JOINED_H
#define SMQ_APP_JOINED_H

#include "io/session_file.h"

/* Keeps the session's file among the user's data.  A copy that cannot be kept is no failure: it is
 * missed only when the place is away too. */
void joined_keep(const struct session *session);
/* Reads the copy of the session of this code; false when there is none that can be used.  Free
 * *file with session_file_free either way. */
bool joined_find(const char *code, struct session_file *file);

#endif
