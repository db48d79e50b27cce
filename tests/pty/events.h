/* What can happen to a program on a terminal, and what must come of it on every screen. */
#ifndef SMQ_TESTS_PTY_EVENTS_H
#define SMQ_TESTS_PTY_EVENTS_H

#include "pty/places.h"

/* How the program is started for it. */
enum {
    IGNORING_HANGUP = 1, /* as nohup does */
    LONG_WATCHED = 2,    /* for the whole trial alone */
    IN_C = 4,
    IN_LATIN1 = 8,
    IN_NO_LOCALE = 16, /* one that does not exist */
    ON_VT100 = 32,     /* no colours, no second screen, a cursor that cannot be hidden */
    ON_LINUX = 64,     /* colours, no second screen */
};

struct event {
    const char *name;
    /* NULL, or what is wrong.  The program stands at the place before and has ended after. */
    const char *(*happen)(struct play *play, const struct place *place, int signal_number);
    int signal_number;
    unsigned flags;
};

/* All of them; *count receives how many. */
const struct event *events_all(size_t *count);

#endif
