/* Lines a trainer types or gets from a chat: one person's result each.  core.
 *   Anna K7QX-9M2B-0HJT-4            a result code, before or behind the name, or alone
 *   Anna: before A smms?m-ss         a tick sheet: part, form (none for practice), and for each
 *                                    card s, m, s? or m? (not sure), or - (not answered); blanks
 *                                    between the letters mean nothing
 * Dashes and blanks of any kind are taken for plain ones. */
#ifndef SMQ_CORE_SESSION_ENTER_H
#define SMQ_CORE_SESSION_ENTER_H

#include "core/session.h"
#include "core/shared_run.h"

enum { SESSION_ENTER_MAX = 1024 /* bytes of a line */ };

/* Makes a complete run of one line, as core/typed_run.h says: the same line gives the same run
 * again.  *found is false for a line without either (blank, a comment behind #).  Everything in
 * *out lives in `arena`.  False and *e (STATUS_DATA, a sentence) when the line means to be a result
 * and is none. */
bool session_enter_line(const struct session *session, const char *line, struct now now,
                        struct arena *arena, struct shared_run *out, bool *found, struct err *e);

#endif
