/* The command `smquiz session new`.  app. */
#ifndef SMQ_APP_SESSION_NEW_COMMAND_H
#define SMQ_APP_SESSION_NEW_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_new_command(const struct options *options, const char *program);

#endif
