/* The command `smquiz bank add`.  app. */
#ifndef SMQ_APP_BANK_ADD_COMMAND_H
#define SMQ_APP_BANK_ADD_COMMAND_H

#include "app/options.h"

/* Asks for a scenario, shows what it will look like, and appends it to the house layer (or --into).
 * `program` is argv[0].  The exit status. */
enum status bank_add_command(const struct options *options, const char *program);

#endif
