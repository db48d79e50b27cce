/* Putting a new session where it is to lie, and what names it from then on.  app. */
#ifndef SMQ_APP_SESSION_PUBLISH_H
#define SMQ_APP_SESSION_PUBLISH_H

#include "app/session_place.h"
#include "core/rng.h"

/* What people type for a session, quoted for a shell. */
struct session_named {
    struct str operand; /* behind "smquiz session join" where the settings are those of here */
    struct str path;    /* the same where they are not; "" when operand does there too, or nothing
                           does */
    struct str team;    /* what commands without a session need to find the place, or "" */
    struct str setting; /* what the setting "team" has to be for the code alone to be enough; "" for
                           a place that is one's own, and a file */
    struct str where;   /* the place for people to read: folder of the session, file, or database */
};

/* Whether a session can be put into this folder: it is there, or it can be made where its parent
 * is. */
bool session_publish_folder(const char *path);
/* Puts the session into `folder`, or with NULL into the place of options and settings, under a code
 * made by chance that is not taken there.  What is written is read back first.  False and *e;
 * `faults` has what could not be read back. */
bool session_publish(const struct options *options, const struct preferences *preferences,
                     const char *folder, struct session *session, struct rng *rng,
                     struct session_named *named, struct faults *faults, struct err *e);
/* Writes only the session's file, which must not be there yet. */
bool session_publish_file(const char *path, struct session *session, struct rng *rng,
                          struct session_named *named, struct faults *faults, struct err *e);
void session_named_free(struct session_named *named);

#endif
