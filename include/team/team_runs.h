/* Runs to the team's database and from it.  team. */
#ifndef SMQ_TEAM_TEAM_RUNS_H
#define SMQ_TEAM_TEAM_RUNS_H

#include "io/share.h"
#include "team/team_db.h"

/* struct share_ops (io/share.h): push and each_run, over a connection that is up. */
bool team_runs_push(struct team_db *db, const struct shared_run *run, int *stored, struct err *e);
bool team_runs_each(struct team_db *db, const char *code, shared_run_fn *fn, void *context,
                    struct faults *refused, struct err *e);

#endif
