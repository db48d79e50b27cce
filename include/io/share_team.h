/* Sessions in PostgreSQL, through the module smquiz-team.so, opened only when it is needed.  io. */
#ifndef SMQ_IO_SHARE_TEAM_H
#define SMQ_IO_SHARE_TEAM_H

#include "io/share.h"

/* Connects to the database a URI names.  A password in it is refused: STATUS_USAGE.  NULL and *e
 * (STATUS_UNAVAILABLE without the module, STATUS_TRY_LATER when the server is away). */
struct share *share_team_open(const char *uri, struct err *e) NODISCARD;

#endif
