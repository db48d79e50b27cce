/* One person at one front end: everything a screen's loop needs, in one place.  app.
 * Built in app/start.c (or by a screen test with a scripted front end and a store in memory). */
#ifndef SMQ_APP_APP_H
#define SMQ_APP_APP_H

#include "core/frame.h"
#include "core/history.h"
#include "core/interpret.h"
#include "core/scene.h"
#include "core/session.h"
#include "io/store.h"
#include "ui/ui.h"

/* How a screen's loop ended. */
enum outcome {
    OUTCOME_DONE,   /* left in the ordinary way */
    OUTCOME_SIGNAL, /* app->signal asked us to leave; the run can be resumed */
    OUTCOME_HANGUP, /* the terminal is gone; the same */
    OUTCOME_FAILED  /* app->err says what failed and nobody is there to decide */
};

struct app {
    const struct bank *bank;
    struct store *store;
    struct ui *ui;
    struct learner learner;
    struct history history; /* of the learner on this bank */
    struct rng ids;         /* for UUIDs */
    struct rng seeds;       /* for runs: seeded by chance, or by --seed */
    bool interactive;       /* a person at a terminal: offers may be made */
    bool motion;
    bool clues; /* ask now and then what gave a card away */
    struct now (*now)(void *context);
    void *now_context;
    /* Goes over to plain mode and remembers it; NULL where that cannot be. */
    bool (*go_plain)(struct app *app);
    const void *go_plain_context;

    const struct session *session; /* that runs belong to; NULL outside one */
    enum part part;                /* of it, that is being played */
    enum form first_form;          /* that this learner began with */
    /* An answer or an end of a session's run was stored: it may go to the trainer now.  NULL where
     * nobody is to be told. */
    void (*share)(struct app *app);
    /* Goes on with what was not sent yet, without waiting; whether there is still something. */
    bool (*share_rest)(struct app *app);
    void *share_context;
    struct str result_code; /* of the session's run at the table, once it is over */

    const char *card;        /* the file that the next finished run's result goes to; NULL: none */
    struct err card_failure; /* why that could not be written */

    struct scene scene;
    struct frame frame;
    struct str lines;
    int signal;
    struct err err;
};

/* This moment by the app's clock. */
struct now app_now(const struct app *app);
/* Shows the scene as the front end takes it. */
void app_show(struct app *app);
/* Says that what was typed does nothing here. */
void app_refuse(struct app *app);
/* Waits for input at most `timeout_ms` (-1: for ever) and reads it against the scene.  Signals and
 * hang-ups come back in *outcome (OUTCOME_DONE otherwise). */
struct intent app_next(struct app *app, int timeout_ms, enum outcome *outcome);
/* Frees frame, lines and history; store, bank and front end belong to whoever set them. */
void app_release(struct app *app);

#endif
