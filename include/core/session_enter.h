/* Lines a trainer types or gets from a chat: one person's result each.  core.
 *   Anna K7QX-9M2B-0HJT-4            a result code, before or behind the name, or alone
 *   Anna: before A smms?- mss        a tick sheet: part, form (none for practice), and for each
 *                                    card s, m, s? or m? (not sure), or - (not answered); blanks
 *                                    between the letters do not count
 * Dashes and blanks of any kind are taken for plain ones. */
#ifndef SMQ_CORE_SESSION_ENTER_H
#define SMQ_CORE_SESSION_ENTER_H

#include "core/result_code.h"
#include "core/shared_run.h"

enum { SESSION_ENTER_MAX = 1024 /* bytes of a line */ };

/* What a line says. */
struct result_line {
    char name[LEARNER_NAME_MAX * 4 + 1]; /* fit for a learner; "" when there is none */
    enum source source;                  /* SOURCE_CODE or SOURCE_SHEET */
    struct result_code result;           /* of a sheet with the learner tag 0 */
};

/* Reads one line.  *found is false for a line without a result (blank, a comment behind #).  False
 * and *e (STATUS_DATA, a sentence) when the line means to be a result and is none. */
bool session_enter_read(const struct session *session, const char *line, struct result_line *out,
                        bool *found, struct err *e);
/* The same, and makes a complete run of it, as core/typed_run.h says: the same line gives the same
 * run again.  Everything in *out lives in `arena`. */
bool session_enter_line(const struct session *session, const char *line, struct now now,
                        struct arena *arena, struct shared_run *out, bool *found, struct err *e);

#endif
