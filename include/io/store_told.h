/* What learners were told about corrected keys, in the log's SQLite file.  io; over io/db. */
#ifndef SMQ_IO_STORE_TOLD_H
#define SMQ_IO_STORE_TOLD_H

#include "io/db.h"
#include "io/store.h"

/* The operations append_told and each_told of io/store.h on an open file. */
bool store_told_append(struct db *db, const struct told *told, size_t count, struct err *e);
bool store_told_each(struct db *db, const char *learner_id, told_fn *fn, void *context,
                     struct err *e);

#endif
