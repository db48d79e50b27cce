/* Simulated learners of principles in three worlds of memory, each with its published model or a
 * plain one: what they recall, how trials change it, what they retain. */
#ifndef SMQ_TESTS_BENCH_LEARNING_WORLD_H
#define SMQ_TESTS_BENCH_LEARNING_WORLD_H

#include "core/rng.h"

enum {
    PRINCIPLES = 14,
    DAYS = 10,
    ANSWERS_A_DAY = 20,
    ANSWERS = DAYS * ANSWERS_A_DAY,
    SECONDS_APART = 30
};

enum world { WORLD_FSRS, WORLD_ACTR, WORLD_RULE, WORLDS };

/* A moment: practice is on days 0 … DAYS - 1, `second` counts from midday. */
struct moment {
    int day, second;
};

/* What one learner has of one principle. */
struct memory {
    int trials;
    double ease, shift;           /* fsrs: of the first stability, of the difficulty */
    double stability, difficulty; /* fsrs: days; 0 before the first trial */
    double threshold;             /* actr */
    double activation_time[ANSWERS], decay[ANSWERS]; /* actr: of each trial */
    double insight;  /* rule: the chance that a trial without recall makes it understood */
    bool understood; /* rule */
    int last_day;    /* fsrs, rule */
};

struct mind {
    enum world world;
    uint64_t seed;
    double w[21];       /* fsrs: the weights of FSRS-6, this learner's */
    double least_decay; /* actr */
    struct memory of[PRINCIPLES];
};

struct trial {
    bool recalled, right;
    bool sure; /* said so, honestly: likelier after recall */
};

/* A learner before the first answer.  The same seed gives the same learner, whose n-th trial of a
 * principle meets the same chance, whoever picks. */
void mind_init(struct mind *mind, enum world world, uint64_t seed);
/* One answer about a principle, with feedback. */
struct trial mind_try(struct mind *mind, int principle, struct moment now);
/* The chance to recall a principle at that moment. */
double mind_recall(const struct mind *mind, int principle, struct moment at);
/* The mean of that over all principles. */
double mind_retention(const struct mind *mind, struct moment at);

#endif
