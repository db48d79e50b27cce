/* The command `smquiz session enter`.  app. */
#ifndef SMQ_APP_SESSION_ENTER_COMMAND_H
#define SMQ_APP_SESSION_ENTER_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_enter_command(const struct options *options, const char *program);

#endif
