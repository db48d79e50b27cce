/* What a SQLSTATE of PostgreSQL means for the caller, and messages made fit to be shown.  team;
 * pure. */
#ifndef SMQ_TEAM_TEAM_WHY_H
#define SMQ_TEAM_TEAM_WHY_H

#include "core/err.h"
#include "core/str.h"

enum { TEAM_STATE_SIZE = 6 }; /* five characters and the NUL */

/* The status for a SQLSTATE; STATUS_IO for one that is not known here. */
enum status team_why_status(const char *state);
/* Finds the SQLSTATE in a verbose message about connecting, as in "FATAL:  53300: sorry, …"; state
 * becomes "" when there is none.  Returns what stands behind it, else the whole message. */
const char *team_why_find(const char *message, char state[TEAM_STATE_SIZE]);
/* Appends the first line of a foreign message, without a full stop at its end, so that nothing in
 * it can act on a terminal. */
void team_why_show(struct str *out, const char *message);

#endif
