/* From the command line to a run, and back to an exit status.  app. */
#ifndef SMQ_APP_START_H
#define SMQ_APP_START_H

#include "app/options.h"

/* Carries the command out and returns the exit status.  `program` is argv[0].  Ends by a signal
 * when one asked for it. */
enum status start(const struct options *options, const char *program);

#endif
