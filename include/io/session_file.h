/* Reads the file of a session: its bank and its group "session".  io. */
#ifndef SMQ_IO_SESSION_FILE_H
#define SMQ_IO_SESSION_FILE_H

#include "core/err.h"
#include "core/fault.h"
#include "core/rules.h"
#include "core/session.h"

struct session_file {
    struct bank *bank; /* which session.bank points to */
    struct session session;
};

/* Reads `len` bytes that complaints call `name`.  False and *e (STATUS_DATA) when the bank has an
 * error or the session does not fit it; `faults` then has every one, sorted.  Free with
 * session_file_free either way. */
bool session_file_read(const char *name, const char *bytes, size_t len, struct session_file *out,
                       struct faults *faults, struct err *e);
void session_file_free(struct session_file *file);

#endif
