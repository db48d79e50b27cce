/* The text of a session's file.  core. */
#ifndef SMQ_CORE_SESSION_WRITE_H
#define SMQ_CORE_SESSION_WRITE_H

#include "core/session.h"
#include "core/str.h"

/* Appends the file: the head of the session's bank, the whole scenarios of its cards with overrides
 * applied, their principles, the discussions, and the group "session".  io/session_file.h reads it
 * back. */
void session_write(struct str *out, const struct session *session);

#endif
