/* The command `smquiz session show`.  app. */
#ifndef SMQ_APP_SESSION_SHOW_COMMAND_H
#define SMQ_APP_SESSION_SHOW_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_show_command(const struct options *options, const char *program);

#endif
