/* Bringing the log's file to the newest version, and making sure that it is ours.  io. */
#ifndef SMQ_IO_STORE_UPGRADE_H
#define SMQ_IO_STORE_UPGRADE_H

#include "io/db.h"
#include "io/store_file.h"
#include "io/store_schema.h"

/* Refuses a file that is not ours, newer than `schema`, or whose tables are not those of `schema`
 * to the letter.  With `write` it also makes the tables in an empty file, copies an older file
 * beside itself as "PATH.vN" (N its version) and brings it up to date, chooses the journal, and
 * proves by a real write that the file can be written; without, nothing is changed. */
bool store_upgrade(struct db *db, const struct store_file *file, const struct store_schema *schema,
                   bool write, struct err *e);

#endif
