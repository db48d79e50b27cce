/* What the module smquiz-team.so hands out: sessions in PostgreSQL, and looking after their
 * database. io; types only. The module is the one thing linked to PostgreSQL's library.  It has its
 * own copy of the core, which keeps nothing between calls, so that two copies never disagree. */
#ifndef SMQ_IO_TEAM_OPS_H
#define SMQ_IO_TEAM_OPS_H

#include "io/share.h"

/* A connection of somebody who looks after the team's database. */
struct team;

enum { TEAM_ROLE_MAX = 63, TEAM_TEXT_SIZE = 64 };

/* What a database holds, as far as the caller may see it; texts are foreign. */
struct team_status {
    char server[TEAM_TEXT_SIZE];     /* the server's version, "15.20" */
    char encryption[TEAM_TEXT_SIZE]; /* "TLSv1.3"; "" for none */
    bool socket;                     /* on this computer, over a socket */
    int version;                     /* of the tables; 0: none yet */
    int newest;                      /* the version this program has */
    int64_t sessions, runs, events, trainers, participants;
};

/* What becomes of tables that are to be made, or brought up to date. */
struct team_change {
    int from, to; /* versions, 0: none; the same when there was nothing to do */
};

struct team_ops {
    const char *version; /* the program's, SMQ_VERSION: another one's module is refused */

    /* io/share_team.h: share_team_open */
    struct share *(*share)(const char *uri, struct err *e);

    /* Connects.  NULL and *e as share_team_open; tables need not be there. */
    struct team *(*connect)(const char *uri, struct err *e);
    /* Makes roles and tables where there are none.  False and *e, STATUS_NO_PERMISSION when the
     * caller may not, STATUS_UNAVAILABLE when there are tables of another version. */
    bool (*init)(struct team *team, struct team_change *change, struct err *e);
    /* Brings the tables to the newest version, in one transaction.  Fails as init does. */
    bool (*migrate)(struct team *team, struct team_change *change, struct err *e);
    bool (*status)(struct team *team, struct team_status *status, struct err *e);

    /* Whether there is a role of this name. */
    bool (*has_role)(struct team *team, const char *name, bool *there, struct err *e);
    /* Whether who comes as this connection came needs a password: not over a socket that asked for
     * none. */
    bool (*needs_password)(const struct team *team);
    /* Appends the line of a .pgpass file that opens this database to `name`, with its newline. */
    void (*pgpass_line)(const struct team *team, const char *name, const char *password,
                        struct str *line);
    /* Appends the address without user or secrets, for the sentence that says how to get in. */
    void (*address_for)(const struct team *team, const char *name, struct str *address);
    /* Lets a person in: makes the role when it is not there (NULL: without password), and puts it
     * into the group of participants, and of trainers.  False and *e when nothing changed. */
    bool (*enrol)(struct team *team, const char *name, const char *password, bool trainer,
                  struct err *e);
    void (*close)(struct team *team);
};

/* The name of the one function the module exports, and its type. */
#define TEAM_OPS_SYMBOL "smquiz_team_ops"
typedef const struct team_ops *team_ops_fn(void);

#endif
