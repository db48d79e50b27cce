/* Where the things of a session lie in a folder, and what its few small files say.  io; of
 * io/share_folder. */
#ifndef SMQ_IO_SESSION_FOLDER_H
#define SMQ_IO_SESSION_FOLDER_H

#include "core/err.h"
#include "core/session.h"
#include "core/str.h"
#include "io/share.h"

/* Which session a file holds; "" where it does not say. */
struct session_head {
    char code[SESSION_CODE_SIZE];
    char title[BANK_TITLE_MAX * 4 + 1]; /* foreign */
};

/* The paths of one session's things. */
struct session_folder {
    struct str file, open, results, collected;
};

/* The modes of what is made. */
enum {
    SESSION_FOLDER_MODE = 0755,
    SESSION_FILE_MODE = 0644,
    SESSION_SPOOL_MODE = 03733,   /* everybody may add, only its owner sees what is there */
    SESSION_MEETING_MODE = 01777, /* made by somebody who is not the trainer: he must see it too */
    SESSION_RESULT_MODE = 0640,
    SESSION_COLLECTED_MODE = 0700
};

/* Fills in the paths beside the session's file at `file`. */
void session_folder_init(struct session_folder *folder, const char *file);
void session_folder_free(struct session_folder *folder);

/* Whether `text` has the letters and the length of a code, and so cannot lead anywhere. */
bool session_folder_code(const char *text);
/* Reads which session the file at `path` holds. */
void session_folder_head(const char *path, struct session_head *head);
/* Reads which part is open.  False and *e (STATUS_NO_INPUT, STATUS_DATA). */
bool session_folder_state(const struct session_folder *folder, struct share_state *state,
                          struct err *e);
/* Opens a part, or none.  False and *e (STATUS_CANT_CREATE, STATUS_IO). */
bool session_folder_open_part(const struct session_folder *folder, enum part part, struct err *e);
/* Makes the folder at `path` with this mode, unless it is there; where modes mean nothing, goes on
 * without.  False and errno. */
bool session_folder_make(const char *path, unsigned mode);
/* Makes the results' folder when there is none.  False and errno. */
bool session_folder_make_results(const struct session_folder *folder);

/* The failure of a system call on `path`: STATUS_TRY_LATER when a disk far away does not answer,
 * STATUS_NO_PERMISSION, STATUS_NO_INPUT when it is missing, else STATUS_IO.  Always false. */
bool session_folder_fail(const char *path, int error, struct err *e);

#endif
