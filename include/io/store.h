/* The log's store: one interface, several implementations (store_sqlite, store_mem).  io.
 * Every append is durable when it returns true, and all or nothing. */
#ifndef SMQ_IO_STORE_H
#define SMQ_IO_STORE_H

#include "core/err.h"
#include "core/event.h"

struct store {
    const struct store_ops *ops;
};

/* One answer with what a reader of answers needs to know about its run. */
struct answer_row {
    const struct run *run;
    const char *learner_name;
    const struct event *event; /* of kind EVENT_ANSWER */
    bool struck;               /* struck out later in its run */
    bool flagged;              /* flagged in its run, with this note */
    const char *flag_note;     /* "" when not flagged */
    const char *ended;         /* the note of the run's end ("done", "quit"); "" while it is open */
};

/* Receives one row; borrowed for the call only.  Returns false to stop early. */
typedef bool answer_fn(const struct answer_row *row, void *context);

/* Receive one flag with its run, and one thing a learner was told; as answer_fn otherwise. */
typedef bool flag_fn(const struct run *run, const struct event *event, void *context);
typedef bool told_fn(const struct told *told, void *context);

/* A run with all its events, in order of sequence; all memory in `arena`. */
struct run_log {
    struct arena arena;
    struct run run;
    struct event *events;
    size_t count;
};

/* Receives one run with its learner; as answer_fn otherwise. */
typedef bool run_fn(const struct run_log *log, const struct learner *learner, void *context);

struct store_ops {
    /* Looks the learner of this name up.  *found says whether there is one; if so *out is filled.
     * False and *e on failure. */
    bool (*find_learner)(struct store *s, const char *name, struct learner *out, bool *found,
                         struct err *e);
    /* Appends in one durable transaction: the learner and the run unless NULL (each a no-op when
     * its id is there already) and the event unless NULL (a no-op when the very same event is
     * there already).  False and *e when nothing was stored. */
    bool (*append)(struct store *s, const struct learner *learner, const struct run *run,
                   const struct event *event, struct err *e);
    /* Hands every answer of the learner (all learners for NULL) to `fn`, in order of time (runs by
     * start, then id; events by sequence).  The learner is everybody of that id's name: two first
     * starts at once make two ids of one name, and a name is a label within one store. */
    bool (*each_answer)(struct store *s, const char *learner_id, answer_fn *fn, void *context,
                        struct err *e);
    /* The same for what a history is made of, which is read at every start: of the run only id,
     * mode, rules, bank and start are filled in, of the event all but id, run, sequence and
     * elapsed_ms, and the learner's name is not. */
    bool (*each_past)(struct store *s, const char *learner_id, answer_fn *fn, void *context,
                      struct err *e);
    /* Hands all flags and all answers, of all learners, to the two functions in the order of
     * each_answer, the flags of a run before its answers; filled in is what each_past fills in, and
     * the learner's name.  Of several flags of one activity in one run it is the last. */
    bool (*each_flag)(struct store *s, flag_fn *flag, answer_fn *answer, void *context,
                      struct err *e);
    /* Appends in one durable transaction what learners were told; the very same thing is kept once.
     * False and *e when nothing was stored. */
    bool (*append_told)(struct store *s, const struct told *told, size_t count, struct err *e);
    /* Hands all that the learner (as in each_answer) was told to `fn`, in order of time. */
    bool (*each_told)(struct store *s, const char *learner_id, told_fn *fn, void *context,
                      struct err *e);
    /* The newest run (by start, then id) of the learner (as in each_answer) on this bank that
     * belongs to no session, when it has an answer and no end event.  When the newest has ended or
     * has no answer nothing is found, whatever older runs there are: starting another run is enough
     * to leave an unfinished one.  *found says whether there is one; then the caller frees *out
     * with run_log_free. */
    bool (*open_run)(struct store *s, const char *learner_id, const char *bank_id,
                     struct run_log *out, bool *found, struct err *e);
    /* Hands every run of the session of this code (of all sessions for NULL) and of the learner (as
     * in each_answer; of all for NULL) to `fn`, with or without answers, in order of start, then
     * id.
     */
    bool (*each_session_run)(struct store *s, const char *session, const char *learner_id,
                             run_fn *fn, void *context, struct err *e);
    /* How far a run is known to be at a place where sessions are shared: the sequence of its last
     * event there, 0 for none; and keeps that it is so far by now. */
    bool (*shared_up_to)(struct store *s, const char *run_id, const char *place, int *sequence,
                         struct err *e);
    bool (*keep_shared)(struct store *s, const char *run_id, const char *place, int sequence,
                        struct err *e);
    /* Closes and frees; the pointer is dead afterwards. */
    void (*close)(struct store *s);
};

/* Frees what open_run filled in. */
void run_log_free(struct run_log *log);

/* For those who implement a store. */

/* Whether records may be stored at all (NULL ones are fine): ids are UUIDs, texts are there, words
 * and numbers in range.  False and *e (STATUS_SOFTWARE) names what is not. */
bool store_valid(const struct learner *learner, const struct run *run, const struct event *event,
                 struct err *e);
/* Whether an event says what it may, whatever its ids, sequence and elapsed_ms are. */
bool store_valid_said(const struct event *event);
/* The same for what a learner was told. */
bool store_valid_told(const struct told *told, struct err *e);
/* The same for how far a run is at a place. */
bool store_valid_shared(const char *run_id, const char *place, int sequence, struct err *e);
/* Hands the answers of one run to `fn`, with what later events of the run say about them; false
 * when `fn` stopped. */
bool store_hand_out(const struct run_log *log, const char *learner_name, answer_fn *fn,
                    void *context);
/* Hands the flags of one run to `fn`, without those that a later one takes the place of; false when
 * `fn` stopped. */
bool store_hand_out_flags(const struct run_log *log, flag_fn *fn, void *context);
/* The refusal of an event whose place in its run another event has taken; always false. */
bool store_refuse_taken(struct err *e);
/* The refusal of a run without learner or an event without run; always false. */
bool store_refuse_orphan(struct err *e);

#endif
