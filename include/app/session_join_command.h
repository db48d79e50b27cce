/* The command `smquiz session join`.  app. */
#ifndef SMQ_APP_SESSION_JOIN_COMMAND_H
#define SMQ_APP_SESSION_JOIN_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_join_command(const struct options *options, const char *program);

#endif
