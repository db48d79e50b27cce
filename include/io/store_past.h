/* Answers out of the log's SQLite file, without what only an export needs.  io. */
#ifndef SMQ_IO_STORE_PAST_H
#define SMQ_IO_STORE_PAST_H

#include "io/db.h"
#include "io/store.h"

/* each_past of io/store.h over this file, each_flag of all learners for NULL.  `flag` may be NULL.
 */
bool store_past_each(struct db *db, const char *learner_id, flag_fn *flag, answer_fn *answer,
                     void *context, struct err *e);

#endif
