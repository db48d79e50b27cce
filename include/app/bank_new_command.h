/* The command `smquiz bank new`.  app. */
#ifndef SMQ_APP_BANK_NEW_COMMAND_H
#define SMQ_APP_BANK_NEW_COMMAND_H

#include "app/options.h"

/* Writes a commented bank to start from to the file named; never over an existing one.  The exit
 * status. */
enum status bank_new_command(const struct options *options);

#endif
