/* Opening the store and getting to know the learner.  app. */
#ifndef SMQ_APP_OPENING_H
#define SMQ_APP_OPENING_H

#include "app/app.h"
#include "app/earlier.h"
#include "app/preferences.h"

/* A store being opened: set the first three, the rest is 0. */
struct opening {
    const struct preferences *preferences;
    bool no_save;     /* one in memory instead */
    bool interactive; /* a person waits for it */
    bool tried;       /* then there is the store, or why there is none */
    struct store *store;
    bool known; /* the learner was there before */
    struct learner learner;
    struct earlier earlier;
    struct err err;
};

/* Whether there is a store already, in which somebody may be known. */
bool opening_has_store(const struct preferences *preferences, bool no_save);
/* Opens the store and reads the learner and the earlier answers.  Needs no bank and touches nothing
 * but *o, so that a bank can be loaded meanwhile. */
void opening_read(struct opening *o);
/* Goes on from there, or tries now: store, learner (a new one if need be) and history are the
 * app's.  When that fails and somebody is there, asks: try again, play without saving, or leave
 * (*leave then).  OUTCOME_FAILED with app->err otherwise. */
enum outcome opening_run(struct app *app, struct opening *o, bool *leave);
/* Closes and frees what opening_run has not taken. */
void opening_free(struct opening *o);

#endif
