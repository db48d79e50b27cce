/* Where a session is shared: one interface over a folder and over PostgreSQL.  io.
 * A place holds sessions by code, and the runs that people pushed there.  Playing never waits for
 * it: everything is in the own store first (io/store.h). */
#ifndef SMQ_IO_SHARE_H
#define SMQ_IO_SHARE_H

#include "core/fault.h"
#include "core/session.h"
#include "core/shared_run.h"
#include "core/str.h"

struct share {
    const struct share_ops *ops;
};

/* Which part may be played now. */
struct share_state {
    bool self_paced; /* nobody opens parts: everyone goes on by themself */
    enum part open;  /* PART_NONE: none yet */
};

/* A session as a list shows it; texts are foreign and borrowed for the call. */
struct share_session {
    const char *code, *title;
    struct share_state state;
    int64_t created_utc_ms;
};

/* Receive one thing, borrowed for the call only; return false to stop early. */
typedef bool share_session_fn(const struct share_session *session, void *context);
typedef bool shared_run_fn(const struct shared_run *run, void *context);

struct share_ops {
    /* Puts a new session there: its code, its title, and its file's text.  Trainers only.  False
     * and *e, STATUS_CANT_CREATE when the code is taken. */
    bool (*publish)(struct share *s, const struct session *session, const struct str *text,
                    struct err *e);
    /* Appends the text of the session's file to `text` and tells its state.  `code` is "" for the
     * only session there is; several are an error that names their codes.  STATUS_NO_INPUT when
     * there is none. */
    bool (*fetch)(struct share *s, const char *code, struct str *text, struct share_state *state,
                  struct err *e);
    /* Opens a part (PART_NONE: closes them all).  Trainers only. */
    bool (*open_part)(struct share *s, const char *code, enum part part, struct err *e);
    /* Hands every session the caller may see to `fn`, the newest first. */
    bool (*each_session)(struct share *s, share_session_fn *fn, void *context, struct err *e);
    /* Puts a run there, whole or as far as it is; again and again as it grows.  owner is ignored:
     * the system says whose it is.  *stored is the sequence up to which the place shows the run's
     * events as ours.  STATUS_TRY_LATER when it cannot be reached now. */
    bool (*push)(struct share *s, const struct shared_run *run, int *stored, struct err *e);
    /* Hands every run of the session that can be read to `fn`.  What is refused (truncated, forged,
     * foreign, from the future …) is a complaint in `refused` that names it, and stops nothing. */
    bool (*each_run)(struct share *s, const char *code, shared_run_fn *fn, void *context,
                     struct faults *refused, struct err *e);
    /* Whether anything about the session may have changed since the last call; true the first time.
     * Returns at once. */
    bool (*changed)(struct share *s, const char *code, bool *changed, struct err *e);
    /* Closes and frees; the pointer is dead afterwards. */
    void (*close)(struct share *s);
};

/* Opens a place: a folder of sessions, a session's own folder, a session's file, or
 * "postgresql://…".  NULL and *e (STATUS_NO_INPUT, STATUS_UNAVAILABLE without the module for
 * PostgreSQL, STATUS_TRY_LATER when the server is away).  Close with ops->close. */
struct share *share_open(const char *where, struct err *e) NODISCARD;
/* Whether `where` names a database and not a path. */
bool share_is_uri(const char *where);

#endif
