/* The command `smquiz bank …`.  app. */
#ifndef SMQ_APP_BANK_COMMAND_H
#define SMQ_APP_BANK_COMMAND_H

#include "core/err.h"

/* `smquiz bank check [--strict] PATH…`: checks the bank that the paths, files or folders, make
 * together, later ones over earlier ones.  Complaints go to standard error, one a line; a bank
 * without errors (with --strict: without warnings too) is summed up in one line on standard output.
 * STATUS_OK, STATUS_DATA, STATUS_NO_INPUT, or STATUS_IO when the line cannot be written. */
enum status bank_check_command(const char *const *paths, size_t count, bool strict);

#endif
