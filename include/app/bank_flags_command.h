/* The command `smquiz bank flags`.  app. */
#ifndef SMQ_APP_BANK_FLAGS_COMMAND_H
#define SMQ_APP_BANK_FLAGS_COMMAND_H

#include "app/options.h"

/* The names of its formats: app/usage.h. */
const char *bank_flags_format(size_t row);
/* Writes what the store's players flagged in the bank that would be played, and how first answers
 * to it went; returns the exit status. */
enum status bank_flags_command(const struct options *options, const char *program);

#endif
