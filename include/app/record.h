/* Keeping what happens in a run, and finding it again.  app: between the game and the store. */
#ifndef SMQ_APP_RECORD_H
#define SMQ_APP_RECORD_H

#include "app/app.h"

/* A run being played, as the log will know it. */
struct record {
    struct run run;
    struct str rules, items;
    bool run_stored;
    struct event event; /* the last one made; used again when storing is tried again */
    struct str activity;
    char note[EVENT_NOTE_MAX + 1];
};

/* Begins the record of a game that was just started with `seed`.  Free with record_free. */
void record_begin(struct record *record, struct app *app, const struct game *game, uint64_t seed);
/* Begins the record of a resumed run.  `log` is borrowed until record_free. */
void record_resume(struct record *record, const struct run_log *log);
/* Stores game->pending (and, the first time, learner and run).  False and app->err on failure;
 * calling again tries the same event again. */
bool record_pending(struct record *record, struct app *app, const struct game *game);
void record_free(struct record *record);

/* Fills app->history with every answer of the learner but those of the run `except` (NULL: none).
 * False and *e when the store fails. */
bool record_load_history(struct app *app, const char *except, struct err *e);
/* Adds a finished game, of which something was answered, to app->history as its newest run. */
void record_add_history(const struct record *record, struct app *app, const struct game *game);
/* Finds the learner's unfinished run on this bank, if it is the newest.  *found says whether there
 * is one; then the caller frees *log with run_log_free. */
bool record_find_open(struct app *app, struct run_log *log, bool *found, struct err *e);
/* Starts the game of a run again and brings it to where its log ends.  False when the log does not
 * say how (rules of a later version). */
bool record_replay(const struct app *app, const struct run_log *log, struct game *game);

#endif
