/* The one function of the module smquiz-team.so.  team. */
#ifndef SMQ_TEAM_TEAM_H
#define SMQ_TEAM_TEAM_H

#include "io/team_ops.h"

/* What the module can do (io/team_ops.h); constant. */
const struct team_ops *smquiz_team_ops(void);

#endif
