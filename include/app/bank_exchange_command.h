/* The commands `smquiz bank import` and `smquiz bank export`.  app. */
#ifndef SMQ_APP_BANK_EXCHANGE_COMMAND_H
#define SMQ_APP_BANK_EXCHANGE_COMMAND_H

#include "app/options.h"

/* The names of their formats: app/usage.h. */
const char *bank_import_format(size_t row);
const char *bank_export_format(size_t row);
/* Reads a file of questions into a bank: parses all of it, then writes, or says by file and line
 * what cannot be graded.  `program` is argv[0].  The exit status. */
enum status bank_import_command(const struct options *options, const char *program);
/* Writes a bank (the operands, or the one that would be played) for other programs, to standard
 * output or --output.  The exit status. */
enum status bank_export_command(const struct options *options, const char *program);

#endif
