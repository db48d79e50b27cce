/* An opened place of sessions in folders, and finding one session in it.  io; of io/share_folder.
 */
#ifndef SMQ_IO_SHARE_FOLDER_PLACE_H
#define SMQ_IO_SHARE_FOLDER_PLACE_H

#include "io/session_folder.h"
#include "io/share.h"

struct share_folder {
    struct share share;             /* first, so that a share * is a share_folder * */
    struct str path;                /* the folder of sessions, or the file of the only session */
    bool single;                    /* it is the latter */
    struct session_head head;       /* of the only session */
    char looked[SESSION_CODE_SIZE]; /* the session `changed` was asked about last, */
    bool has_looked;
    uint64_t sight; /* and how it looked */
};

/* Finds the session `code`, "" for the only one; fills in its paths and its code.  False and *e
 * (STATUS_NO_INPUT: there is none; STATUS_USAGE: there are several, which it names) with nothing
 * to free. */
bool share_folder_find(const struct share_folder *place, const char *code,
                       struct session_folder *out, char found[SESSION_CODE_SIZE], struct err *e);
/* One session of a folder of many. */
struct listed_session {
    struct session_head head;
    int64_t created_utc_ms;
};
/* Lists the sessions of the place, the newest first; *out is to be freed.  False and *e. */
bool share_folder_list(const struct share_folder *place, struct listed_session **out, size_t *count,
                       struct err *e);

#endif
