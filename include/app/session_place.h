/* Finding the session that a command names: a code, a folder, a file, or a database.  app. */
#ifndef SMQ_APP_SESSION_PLACE_H
#define SMQ_APP_SESSION_PLACE_H

#include "app/preferences.h"
#include "io/session_file.h"
#include "io/share.h"

struct session_place {
    struct share *share;
    char code[SESSION_CODE_SIZE]; /* "" for the only one there */
    struct str where;             /* what share_open was given, for sentences and records */
    bool own;                     /* it is the default, which nobody has named */
};

/* Finds the place that the options' first operand means: a path with a slash or that exists, a
 * URI, or a code, which is looked for in --team, the setting "team", or the own sessions' folder
 * ($XDG_DATA_HOME/smquiz/sessions).  Without operand, the same places with the only session there.
 * False and *e when it cannot be opened; where and code are there all the same, as far as they are
 * known.  End with session_place_close either way. */
bool session_place_open(const struct options *options, const struct preferences *preferences,
                        struct session_place *place, struct err *e);
/* Opens the place where new sessions go: --team, the setting, or the own sessions' folder. */
bool session_place_home(const struct options *options, const struct preferences *preferences,
                        struct session_place *place, struct err *e);
/* Reads the session itself, and its state; fills place->code.  False and *e; `faults` has the
 * complaints about the file.  Free *file with session_file_free either way. */
bool session_place_read(struct session_place *place, struct session_file *file,
                        struct share_state *state, struct faults *faults, struct err *e);
/* Closes the connection and keeps what was found: who plays for minutes holds none. */
void session_place_let_go(struct session_place *place);
/* Appends what names the session in a command line for others to type: as the options name it, with
 * --team where that is needed. */
void session_place_name(const struct options *options, const struct session_place *place,
                        struct str *out);
void session_place_close(struct session_place *place);

#endif
