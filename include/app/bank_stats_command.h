/* The command `smquiz bank stats`.  app. */
#ifndef SMQ_APP_BANK_STATS_COMMAND_H
#define SMQ_APP_BANK_STATS_COMMAND_H

#include "app/options.h"

/* The names of its formats: app/usage.h. */
const char *bank_stats_format(size_t row);
/* Shows a bank (the operands, or the one that would be played) at a glance, as text with bars or as
 * JSON.  `program` is argv[0].  The exit status; faults are said on standard error. */
enum status bank_stats_command(const struct options *options, const char *program);

#endif
