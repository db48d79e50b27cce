/* The command `smquiz bank check`.  app. */
#ifndef SMQ_APP_BANK_COMMAND_H
#define SMQ_APP_BANK_COMMAND_H

#include "app/options.h"

/* Checks the bank that the operands, files or folders, make together, later ones over earlier ones;
 * without operands, what would be played.  Complaints go to standard error, one a line; a bank
 * without errors (with --strict: without warnings too) is summed up in one line on standard output.
 * `program` is argv[0].  STATUS_OK, STATUS_DATA, STATUS_NO_INPUT, or STATUS_IO when the line cannot
 * be written. */
enum status bank_check_command(const struct options *options, const char *program);

#endif
