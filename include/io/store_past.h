/* A learner's earlier answers out of the log's SQLite file, read at every start.  io. */
#ifndef SMQ_IO_STORE_PAST_H
#define SMQ_IO_STORE_PAST_H

#include "io/db.h"
#include "io/store.h"

/* each_past of io/store.h over this file. */
bool store_past_each(struct db *db, const char *learner_id, answer_fn *fn, void *context,
                     struct err *e);

#endif
