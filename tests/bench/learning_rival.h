/* The schedulers that picking is measured against, each over principles as its cards. */
#ifndef SMQ_TESTS_BENCH_LEARNING_RIVAL_H
#define SMQ_TESTS_BENCH_LEARNING_RIVAL_H

#include "bench/learning_world.h"

enum rival { RIVAL_RANDOM, RIVAL_ROUND_ROBIN, RIVAL_LEITNER, RIVAL_SM2, RIVALS };

/* What a scheduler remembers of one principle. */
struct rival_card {
    bool met;
    int last;        /* the number of the answer it was last shown at */
    int in_a_row;    /* right answers: Leitner's box, SM-2's repetitions */
    double interval; /* days */
    double ease;     /* SM-2 */
    double due;      /* days since the start */
};

struct rival_state {
    enum rival rival;
    struct rng rng;
    struct rival_card cards[PRINCIPLES];
    int round[PRINCIPLES]; /* round robin: this round's order … */
    int round_left;        /* … and how many of its end are still to come */
};

const char *rival_name(enum rival rival);
void rival_init(struct rival_state *state, enum rival rival, uint64_t seed);
/* The principle to show as answer number `answer` (from 0); none comes back within three. */
int rival_pick(struct rival_state *state, int answer, struct moment now);
/* Tells it how that went. */
void rival_tell(struct rival_state *state, int principle, int answer, bool right,
                struct moment now);

#endif
