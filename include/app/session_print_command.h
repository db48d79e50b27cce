/* The command `smquiz session print`.  app. */
#ifndef SMQ_APP_SESSION_PRINT_COMMAND_H
#define SMQ_APP_SESSION_PRINT_COMMAND_H

#include "app/options.h"

/* The names of its formats: app/usage.h. */
const char *session_print_format(size_t row);
/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_print_command(const struct options *options, const char *program);

#endif
