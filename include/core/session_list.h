/* The list of sessions in columns.  core; pure. */
#ifndef SMQ_CORE_SESSION_LIST_H
#define SMQ_CORE_SESSION_LIST_H

#include "core/session.h"
#include "core/str.h"

struct session_row {
    const char *code, *title; /* foreign texts */
    bool read;                /* what follows is known: the session's file could be read */
    bool has[PART_COUNT];
    bool self_paced;
    enum part open;
    int64_t day; /* it was made on, in local days since 1970-01-01 */
};

/* Appends a line a session: its code, the day, its parts with the open one in brackets, its title;
 * the title last, so that it may be as long as it is. */
void session_list_write(const struct session_row *rows, size_t count, struct str *out);

#endif
