/* The command `smquiz bank list`.  app. */
#ifndef SMQ_APP_BANK_LIST_COMMAND_H
#define SMQ_APP_BANK_LIST_COMMAND_H

#include "app/options.h"

/* Names the layers of the bank that would be played, where they were found and what each holds.
 * `program` is argv[0].  The exit status. */
enum status bank_list_command(const struct options *options, const char *program);

#endif
