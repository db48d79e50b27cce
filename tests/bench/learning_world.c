/* Simulated learners: FSRS-6, ACT-R with spacing, and rules that are understood or not. */
#include "bench/learning_world.h"

#include <math.h>

static const double KNOWN_AT_START = 0.3, KNOWN_STABILITY = 5;
enum { KNOWN_SINCE = -5 };
static const double SURE_AFTER_RECALL = 0.8, SURE_AFTER_GUESS = 0.2;

/* In [0, 1). */
static double uniform(struct rng *rng)
{
    return (double)(rng_next(rng) >> 11) * 0x1p-53;
}

/* Standard normal, by Box and Muller (1958). */
static double normal(struct rng *rng)
{
    double radius = sqrt(-2 * log(1 - uniform(rng)));
    return radius * cos(2 * 3.14159265358979323846 * uniform(rng));
}

static double clamp(double x, double least, double most)
{
    return x < least ? least : x > most ? most : x;
}

/* --- fsrs: github.com/open-spaced-repetition, "The Algorithm", version 6, default weights -------
 */
static const double WEIGHTS[21] = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                   0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                   1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
enum { AGAIN = 1, GOOD = 3, EASY = 4 };

static void fsrs_init(struct mind *mind, struct rng *rng)
{
    double *w = mind->w;
    for (int i = 0; i < 21; i++)
        w[i] = WEIGHTS[i];
    double pace = exp(0.4 * normal(rng));
    for (int i = 0; i < 4; i++)
        w[i] *= pace;
    w[8] += 0.3 * normal(rng);
    w[10] *= exp(0.2 * normal(rng));
    w[11] *= exp(0.2 * normal(rng));
    w[20] = clamp(w[20] * exp(0.3 * normal(rng)), 0.1, 0.6);
}

static double first_difficulty(const struct mind *mind, const struct memory *m, int grade)
{
    const double *w = mind->w;
    return clamp(w[4] - exp(w[5] * (grade - 1)) + 1 + m->shift, 1, 10);
}

static double fsrs_recall(const struct mind *mind, const struct memory *m, int day)
{
    if (m->stability == 0)
        return 0;
    double decay = mind->w[20];
    double factor = pow(0.9, -1 / decay) - 1;
    return pow(1 + factor * (day - m->last_day) / m->stability, -decay);
}

static void fsrs_trial(const struct mind *mind, struct memory *m, bool recalled, int day)
{
    const double *w = mind->w;
    int grade = recalled ? GOOD : AGAIN;
    double s = m->stability, d = m->difficulty, r = fsrs_recall(mind, m, day);
    if (s == 0) { /* met for the first time, and explained at the verdict */
        m->stability = w[GOOD - 1] * m->ease;
        m->difficulty = first_difficulty(mind, m, GOOD);
        return;
    }
    if (!recalled)
        s = fmin(w[11] * pow(d, -w[12]) * (pow(s + 1, w[13]) - 1) * exp(w[14] * (1 - r)),
                 s / exp(w[17] * w[18]));
    else if (day == m->last_day)
        s *= fmax(1, exp(w[17] * (grade - 3 + w[18])) * pow(s, -w[19]));
    else
        s *= 1 + exp(w[8]) * (11 - d) * pow(s, -w[9]) * (exp(w[10] * (1 - r)) - 1);
    double moved = d - w[6] * (grade - 3) * (10 - d) / 9;
    m->stability = s;
    m->difficulty = clamp(w[7] * first_difficulty(mind, m, EASY) + (1 - w[7]) * moved, 1, 10);
}

/* --- actr: Pavlik & Anderson, Cognitive Science 29 (2005) 559
 * ------------------------------------- */
static const double SCALE = 0.217, NOISE = 0.255, DAY_SECONDS = 86400 * 0.025;

static double actr_time(struct moment at)
{
    return at.day * DAY_SECONDS + at.second;
}

/* e to the activation. */
static double actr_strength(const struct memory *m, struct moment at)
{
    double strength = 0;
    for (int i = 0; i < m->trials; i++)
        strength += pow(actr_time(at) - m->activation_time[i], -m->decay[i]);
    return strength;
}

static double actr_recall(const struct memory *m, struct moment at)
{
    if (m->trials == 0)
        return 0;
    return 1 / (1 + exp((m->threshold - log(actr_strength(m, at))) / NOISE));
}

static void actr_trial(const struct mind *mind, struct memory *m, struct moment now)
{
    m->decay[m->trials] = SCALE * actr_strength(m, now) + mind->least_decay;
    m->activation_time[m->trials] = actr_time(now);
}

/* --- rule: understood or not
 * ------------------------------------------------------------------------ */
static double rule_recall(const struct memory *m, int day)
{
    return m->understood ? exp(-0.01 * (day - m->last_day)) : 0;
}

/* --- all three
 * -------------------------------------------------------------------------------------- */
void mind_init(struct mind *mind, enum world world, uint64_t seed)
{
    struct rng rng = rng_seeded(seed);
    *mind = (struct mind){.world = world, .seed = rng_next(&rng)};
    fsrs_init(mind, &rng);
    mind->least_decay = 0.177 * exp(0.15 * normal(&rng));
    double threshold = -0.9 + 0.2 * normal(&rng);
    for (int i = 0; i < PRINCIPLES; i++) {
        struct memory *m = &mind->of[i];
        m->ease = exp(0.7 * normal(&rng));
        m->shift = 1.5 * normal(&rng);
        m->threshold = threshold + 0.35 * normal(&rng);
        m->insight = fmin(0.8, 0.18 * exp(0.8 * normal(&rng)));
        bool known = uniform(&rng) < KNOWN_AT_START;
        m->last_day = KNOWN_SINCE;
        m->understood = known;
        if (known) {
            m->stability = KNOWN_STABILITY * m->ease;
            m->difficulty = first_difficulty(mind, m, GOOD);
        }
    }
}

double mind_recall(const struct mind *mind, int principle, struct moment at)
{
    const struct memory *m = &mind->of[principle];
    switch (mind->world) {
    case WORLD_FSRS:
        return fsrs_recall(mind, m, at.day);
    case WORLD_ACTR:
        return actr_recall(m, at);
    default:
        return rule_recall(m, at.day);
    }
}

struct trial mind_try(struct mind *mind, int principle, struct moment now)
{
    struct memory *m = &mind->of[principle];
    struct rng rng = rng_seeded(mind->seed ^ (uint64_t)(principle * ANSWERS + m->trials));
    rng = rng_seeded(rng_next(&rng));
    double recall = uniform(&rng), guess = uniform(&rng), sure = uniform(&rng);
    struct trial trial = {.recalled = recall < mind_recall(mind, principle, now)};
    trial.right = trial.recalled || guess < 0.5;
    trial.sure = sure < (trial.recalled ? SURE_AFTER_RECALL : SURE_AFTER_GUESS);
    if (mind->world == WORLD_FSRS)
        fsrs_trial(mind, m, trial.recalled, now.day);
    else if (mind->world == WORLD_ACTR)
        actr_trial(mind, m, now);
    else if (!trial.recalled && uniform(&rng) < m->insight)
        m->understood = true;
    m->trials++;
    m->last_day = now.day;
    return trial;
}

double mind_retention(const struct mind *mind, struct moment at)
{
    double sum = 0;
    for (int i = 0; i < PRINCIPLES; i++)
        sum += mind_recall(mind, i, at);
    return sum / PRINCIPLES;
}
