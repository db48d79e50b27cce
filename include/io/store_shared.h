/* How far runs are known to be at the places where sessions are shared, in the log's SQLite file.
 * io; over io/db. */
#ifndef SMQ_IO_STORE_SHARED_H
#define SMQ_IO_STORE_SHARED_H

#include "io/db.h"
#include "io/store.h"

/* The operations shared_up_to and keep_shared of io/store.h on an open file. */
bool store_shared_up_to(struct db *db, const char *run_id, const char *place, int *sequence,
                        struct err *e);
bool store_shared_keep(struct db *db, const char *run_id, const char *place, int sequence,
                       struct err *e);

#endif
