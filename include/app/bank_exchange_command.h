/* The commands `smquiz bank import` and `smquiz bank export`.  app. */
#ifndef SMQ_APP_BANK_EXCHANGE_COMMAND_H
#define SMQ_APP_BANK_EXCHANGE_COMMAND_H

#include "app/options.h"

/* Reads a GIFT or CSV file into a bank: parses all of it, then writes, or says by file and line
 * what cannot be graded.  `program` is argv[0].  The exit status. */
enum status bank_import_command(const struct options *options, const char *program);
/* Writes a bank (the operands, or the one that would be played) as GIFT, CSV or text for Anki to
 * standard output or --output.  The exit status. */
enum status bank_export_command(const struct options *options, const char *program);

#endif
