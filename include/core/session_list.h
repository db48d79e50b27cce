/* The list of sessions in sentences.  core; pure. */
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

/* Appends each session in lines of at most `cols` columns: its code alone on the first, then two
 * columns in its title, which part is open, the parts it has, and the day it was made on. */
void session_list_write(const struct session_row *rows, size_t count, int cols, struct str *out);

#endif
