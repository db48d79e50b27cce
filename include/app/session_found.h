/* The session that a command names, found and read.  app. */
#ifndef SMQ_APP_SESSION_FOUND_H
#define SMQ_APP_SESSION_FOUND_H

#include "app/preferences.h"
#include "app/session_place.h"

struct session_found {
    struct preferences preferences;
    struct session_place place;
    struct session_file file;
    struct share_state state; /* as it was when it was read */
};

/* Reads the settings, opens the place the options name and reads the session there.  False and *e;
 * complaints about settings are said either way, those about a session when it cannot be read (its
 * warnings were for whoever made it).  End with session_found_close either way. */
bool session_found_open(const struct options *options, const char *program,
                        struct session_found *found, struct err *e);
void session_found_close(struct session_found *found);

#endif
