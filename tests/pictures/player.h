/* Somebody who plays by themself: a front end that answers as a learner would, so that what the
 * program keeps of them is what it keeps of anybody. */
#ifndef SMQ_TESTS_PICTURES_PLAYER_H
#define SMQ_TESTS_PICTURES_PLAYER_H

#include "app/app.h"

struct player {
    struct ui ui; /* first: the front end is the player */
    struct app app;
    struct rng chance;
    int64_t utc_ms; /* the player's clock: it goes on with every answer */
    int talent;     /* of 100 cards that are new to them, so many right */
    int better;     /* how many more with every answer about the same principle */
    int *met;       /* answers so far, a principle of the bank each */
    int patience;   /* answers until they are interrupted; -1: never */
};

/* Makes a player called `name`; the same seed plays the same way.  `bank` and `store` are borrowed.
 * Free with player_free. */
void player_init(struct player *player, const struct bank *bank, struct store *store,
                 const char *name, uint64_t seed);
/* Plays one run of practice.  False and player->app.err when it cannot be kept. */
bool player_practise(struct player *player);
/* Plays this part of a session, as far as patience goes. */
bool player_take_part(struct player *player, const struct session *session, enum part part);
void player_free(struct player *player);

#endif
