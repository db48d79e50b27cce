/* The command `smquiz export`.  app. */
#ifndef SMQ_APP_EXPORT_COMMAND_H
#define SMQ_APP_EXPORT_COMMAND_H

#include "app/options.h"

/* Writes the answers kept in the store, of one learner when --learner is given.  `program` is
 * argv[0].  The exit status; what failed is said on standard error. */
enum status export_command(const struct options *options, const char *program);

#endif
