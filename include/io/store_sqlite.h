/* The log in an SQLite file.  io; over io/db.
 * Opening follows a fixed recipe (owner-only folder, no symlink, application id, schema version,
 * WAL on a local disk, synchronous FULL); every append is one immediate transaction. */
#ifndef SMQ_IO_STORE_SQLITE_H
#define SMQ_IO_STORE_SQLITE_H

#include "io/store.h"
#include "io/store_schema.h"

enum store_access {
    STORE_WRITE, /* made when missing, migrated when old, and proved writable */
    STORE_READ   /* for exports and reports: never changed; missing is an error */
};

/* How long to wait for a lock: a person at the keyboard rather reads why it takes long and tries
 * again; a script has nobody who would. */
enum { STORE_PATIENCE_PERSON_MS = 2000, STORE_PATIENCE_SCRIPT_MS = 30000 };

/* Opens the file at `path`.  Opening, and every operation later, waits about `patience_ms`
 * milliseconds for a lock of another program before it fails with STATUS_TRY_LATER.  NULL and *e (a
 * sentence that names the file and says what to do: not writable, not ours, newer than this
 * program, damaged, locked, disk full …) on failure; statuses STATUS_CANT_CREATE, STATUS_NO_INPUT
 * (missing for reading), STATUS_DATA (damaged or foreign), STATUS_TRY_LATER (locked), STATUS_IO.
 * Close with ops->close. */
struct store *store_sqlite_open(const char *path, enum store_access access, int patience_ms,
                                struct err *e) NODISCARD;

/* The same with another ladder of versions, so that tests can climb one.  A file of an older
 * version is first copied beside itself as "PATH.vN" (N its version). */
struct store *store_sqlite_open_schema(const char *path, enum store_access access, int patience_ms,
                                       const struct store_schema *schema, struct err *e) NODISCARD;

#endif
