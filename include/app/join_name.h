/* The name under which somebody takes part in a session.  app. */
#ifndef SMQ_APP_JOIN_NAME_H
#define SMQ_APP_JOIN_NAME_H

#include "app/preferences.h"
#include "core/session.h"

struct join_name {
    const struct options *options;
    struct preferences *preferences; /* whose learner is set; its store tells who has begun here */
    const struct session *session;
};

/* Sets the name of the one who plays: as given, else asked for where somebody can be asked and
 * names matter; who has begun on this computer is asked about first.  *none when there is nobody
 * (more). STATUS_OK, or STATUS_IO when a question cannot be written. */
enum status join_name_find(const struct join_name *j, bool *none);

#endif
