/* The command `smquiz session collect`.  app. */
#ifndef SMQ_APP_SESSION_COLLECT_COMMAND_H
#define SMQ_APP_SESSION_COLLECT_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_collect_command(const struct options *options, const char *program);

#endif
