/* Results in a folder, one file a run, read as if enemies had put them there.  io; of
 * io/share_folder.
 * A file is called OWNER-RUN.jsonl: OWNER is the number of the user who put it there, or "unproven"
 * where nothing proves it. */
#ifndef SMQ_IO_RESULT_FOLDER_H
#define SMQ_IO_RESULT_FOLDER_H

#include "core/fault.h"
#include "core/shared_run.h"
#include "core/str.h"

enum result_folder_kind {
    RESULT_SPOOL,     /* results/: the owner is who owns the file and is called in its name */
    RESULT_COLLECTED, /* collected/: the name was given by the trainer, who alone may write there */
    RESULT_ELSEWHERE  /* from anywhere, under any name: proves nothing */
};

/* One result; borrowed for the call only. */
struct result_found {
    const struct shared_run *run; /* its owner is not filled in */
    const char *folder, *name;    /* of the file */
    const struct str *bytes;      /* what is in the file */
    bool proven;                  /* it is from the user `uid` */
    int64_t uid;
};

/* Receives one result; false to stop early. */
typedef bool result_fn(const struct result_found *found, void *context);

/* Hands every result of the session `code` in the folder to `fn`, in order of name.  Files whose
 * names begin with "." are on their way and passed over.  What is no result, or is under a false
 * name, is a complaint in `refused`.  A folder that is missing has none.  False and *e when it
 * cannot be listed (STATUS_NO_PERMISSION: by the caller). */
bool result_folder_each(const char *folder, enum result_folder_kind kind, const char *code,
                        result_fn *fn, void *context, struct faults *refused, struct err *e);
/* The same of one file anywhere, of kind RESULT_ELSEWHERE; false when it is refused. */
bool result_folder_file(const char *path, const char *code, result_fn *fn, void *context,
                        struct faults *refused);
/* Reads a file of our own anywhere into *run, in `arena`; false when it is none, without a word. */
bool result_folder_own(const char *path, const char *code, struct arena *arena,
                       struct shared_run *run);
/* Appends the name of a run's file; `uid` below 0 is nobody who is proven. */
void result_folder_name(struct str *out, int64_t uid, const char *run_id);

#endif
