/* Opening the store and getting to know the learner.  app. */
#ifndef SMQ_APP_OPENING_H
#define SMQ_APP_OPENING_H

#include "app/app.h"
#include "app/preferences.h"

/* How far the opening came before there was a bank. */
enum opened { OPENED_NOT, OPENED_READ, OPENED_FAILED };

/* Whether there is a store already, in which somebody may be known. */
bool opening_has_store(const struct preferences *preferences, bool no_save);
/* The part of the opening that needs no bank, for while one is being loaded: when there is a store
 * already, opens it and reads the learner and the earlier answers.  What fails waits in app->err
 * for opening_run. */
enum opened opening_ahead(struct app *app, const struct preferences *preferences, bool no_save);
/* Opens the store into app->store (one in memory when `no_save`), finds the learner or makes a new
 * one, and loads the history; goes on from what opening_ahead `opened`.  When that fails and
 * somebody is there, asks: try again, play without saving, or leave (*leave then).  OUTCOME_FAILED
 * with app->err otherwise. */
enum outcome opening_run(struct app *app, const struct preferences *preferences, bool no_save,
                         enum opened opened, bool *leave);

#endif
