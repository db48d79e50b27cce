/* The command `smquiz session report`.  app. */
#ifndef SMQ_APP_SESSION_REPORT_COMMAND_H
#define SMQ_APP_SESSION_REPORT_COMMAND_H

#include "app/options.h"

/* Carries the command out; `program` is argv[0].  The exit status. */
enum status session_report_command(const struct options *options, const char *program);

#endif
