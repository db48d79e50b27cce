/* Letting people into a team's database, each with a file that opens it.  app. */
#ifndef SMQ_APP_TEAM_ENROL_H
#define SMQ_APP_TEAM_ENROL_H

#include "app/options.h"
#include "io/team_ops.h"

/* Lets in everybody whom the options' operands name; where they need a password, makes one and
 * writes it as NAME.pgpass (0600, never over a file) into the options' output folder, or the
 * current one.  Appends to `said` what came of it, line by line.  False and *e at the first who
 * could not be let in; those before are. */
bool team_enrol(const struct options *options, const struct team_ops *ops, struct team *team,
                struct str *said, struct err *e);

#endif
