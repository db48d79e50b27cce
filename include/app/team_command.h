/* The commands `smquiz team init|enrol|status|migrate`.  app. */
#ifndef SMQ_APP_TEAM_COMMAND_H
#define SMQ_APP_TEAM_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status team_command(const struct options *options, const char *program);

#endif
