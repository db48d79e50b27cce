/* What the trainer's screens of a session have in common: finding the session, a front end, and an
 * exit status.  app. */
#ifndef SMQ_APP_SESSION_SCREEN_H
#define SMQ_APP_SESSION_SCREEN_H

#include "app/app.h"
#include "app/session_found.h"

struct session_screen {
    struct session_found found;
    struct app app; /* its store is not open yet */
    bool unwritten; /* set on leaving: plain output could not be written */
};

/* Reads the settings, finds and reads the session the options name, and opens a front end for it.
 * False and *e; complaints about files are said.  End with session_screen_close either way. */
bool session_screen_open(const struct options *options, const char *program,
                         struct session_screen *screen, struct err *e);
/* The terminal is as it was, and the store closed; what is said from here on is read. */
void session_screen_leave(struct session_screen *screen);
/* Leaves, closes everything and returns the exit status, its sentence said: of *e when the screen
 * did not open, else of how its loop ended.  Ends by a signal when one asked for it. */
enum status session_screen_close(struct session_screen *screen, enum outcome outcome,
                                 struct err *e);

#endif
