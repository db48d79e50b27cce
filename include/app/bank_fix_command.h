/* The command `smquiz bank fix`.  app. */
#ifndef SMQ_APP_BANK_FIX_COMMAND_H
#define SMQ_APP_BANK_FIX_COMMAND_H

#include "app/options.h"

/* Writes an override for one activity ("scenario/activity") to the house layer (or --into): another
 * side, or dropped, with the firm's reason.  `program` is argv[0].  The exit status. */
enum status bank_fix_command(const struct options *options, const char *program);

#endif
