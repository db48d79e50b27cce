/* Sessions in PostgreSQL as a place where sessions are shared.  team. */
#ifndef SMQ_TEAM_TEAM_SHARE_H
#define SMQ_TEAM_TEAM_SHARE_H

#include "io/share.h"

/* io/share_team.h: share_team_open. */
struct share *team_share_open(const char *uri, struct err *e) NODISCARD;

#endif
