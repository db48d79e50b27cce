/* The parts of a session as --parts names them.  app. */
#ifndef SMQ_APP_PART_LIST_H
#define SMQ_APP_PART_LIST_H

#include "core/err.h"
#include "core/session.h"

/* Reads "before,practice"; all three for NULL.  False and *e (STATUS_USAGE). */
bool part_list_read(const char *list, bool has[PART_COUNT], struct err *e);

#endif
