/* Sessions in PostgreSQL, through the module smquiz-team.so, opened only when it is needed.  io. */
#ifndef SMQ_IO_SHARE_TEAM_H
#define SMQ_IO_SHARE_TEAM_H

#include "io/share.h"
#include "io/team_ops.h"

/* Connects to the database a URI names.  A password in it is refused: STATUS_USAGE.  NULL and *e
 * (STATUS_UNAVAILABLE without the module, for a server that cannot be trusted, and for tables of
 * another version; STATUS_NO_INPUT without tables; STATUS_NO_PERMISSION; STATUS_TRY_LATER when the
 * server is away, or full for 30 seconds). */
struct share *share_team_open(const char *uri, struct err *e) NODISCARD;

/* What the module can do; it stays loaded until the program ends.  NULL and *e (STATUS_UNAVAILABLE)
 * when it is not installed or of another version. */
const struct team_ops *share_team_module(struct err *e);

#endif
