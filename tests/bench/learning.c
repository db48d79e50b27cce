/* How many answers learners need, and what they keep, when this program picks the cards, against
 * other schedulers: the real game over simulated learners.  SEED and LEARNERS of the environment.
 */
#include <math.h>

#include "bench/learning_rival.h"
#include "core/game_query.h"
#include "unit/bank_fixture.h"
#include "unit/seed.h"

enum { RUN_CARDS = 12 }; /* of practice, unless asked otherwise */
enum { SCENARIOS_A_PRINCIPLE = 20, LEARNERS = 500 };
enum { DAY_MS = 24 * 60 * 60 * 1000, SECOND_MS = 1000 };
/* Practice is on days 1 to 10 as people count. */
static const struct moment DAY_11 = {10, 0}, DAY_30 = {29, 0};
static const double GOAL = 0.9;

/* The rivals, then ours without and with what learners say of how sure they are. */
enum { OURS = RIVALS, OURS_UNSURE, POLICIES };

enum measure { ANSWERS_NEEDED, KEPT_DAY_11, KEPT_DAY_30, MEASURES };

/* results[policy][measure], one number a learner. */
struct results {
    double *of[POLICIES][MEASURES];
    int learners;
};

static struct bank *make_bank(void)
{
    struct draft d = fixture_draft(PRINCIPLES);
    for (int i = 0; i < PRINCIPLES * SCENARIOS_A_PRINCIPLE; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i % PRINCIPLES, 1 + i / PRINCIPLES % BANK_LEVEL_MAX, "trade",
                         "sm");
    }
    return fixture_finish(&d);
}

/* One learner's way through the days. */
struct course {
    struct mind mind;
    int answers, needed;
};

static struct moment course_now(const struct course *course)
{
    return (struct moment){course->answers / ANSWERS_A_DAY,
                           course->answers % ANSWERS_A_DAY * SECONDS_APART};
}

static struct trial course_answer(struct course *course, int principle)
{
    struct moment now = course_now(course), tomorrow = {now.day + 1, now.second};
    struct trial trial = mind_try(&course->mind, principle, now);
    course->answers++;
    if (course->needed == ANSWERS && mind_retention(&course->mind, tomorrow) >= GOAL)
        course->needed = course->answers;
    return trial;
}

static void practise_with_rival(struct course *course, enum rival rival, uint64_t seed)
{
    struct rival_state state;
    rival_init(&state, rival, seed);
    while (course->answers < ANSWERS) {
        struct moment now = course_now(course);
        int answer = course->answers, principle = rival_pick(&state, answer, now);
        struct trial trial = course_answer(course, principle);
        rival_tell(&state, principle, answer, trial.right, now);
    }
}

static void apply(struct game *game, const struct bank *bank, const struct history *history,
                  struct move move, struct now now)
{
    game_apply(game, bank, history, &move, now);
}

static struct now clock_at(struct moment at)
{
    int64_t ms = (int64_t)at.day * DAY_MS + DAY_MS / 2 + (int64_t)at.second * SECOND_MS;
    return (struct now){.mono_ms = ms, .utc_ms = ms};
}

/* One run through the real game; what was answered becomes history.  Among the first six a
 * learner is told at the end only; here at once, as with the rivals. */
static void practise_a_run(struct course *course, const struct bank *bank, struct history *history,
                           const struct rules *rules, uint64_t seed, bool unsure)
{
    struct game *game = xcalloc(1, sizeof *game);
    game_start(game, rules, seed, NULL, 0, bank, history, clock_at(course_now(course)));
    while (game->phase != PHASE_RESULT) {
        struct now now = clock_at(course_now(course));
        if (game->phase == PHASE_CARD) {
            const struct activity *activity = &bank->activities[game_card(game)->activity];
            struct trial trial = course_answer(course, activity->principle);
            enum side other = side_other(activity->side);
            apply(game, bank, history,
                  (struct move){.kind = MOVE_ANSWER,
                                .choice = trial.right ? activity->side : other,
                                .sure = trial.sure || !unsure},
                  now);
        } else {
            enum move_kind kind = game->phase == PHASE_STORING ? MOVE_STORED : MOVE_NEXT;
            apply(game, bank, history, (struct move){.kind = kind}, now);
        }
    }
    for (int i = 0; i < game->card_count; i++)
        history_add(history, (struct past){.activity = game->cards[i].activity,
                                           .graded = game_graded(game, bank, &game->cards[i])});
    free(game);
}

/* The first six, as everyone begins; then practice, as many runs a day as it takes. */
static void practise_with_ours(struct course *course, const struct bank *bank, uint64_t seed,
                               bool unsure)
{
    struct history history;
    struct rules rules = rules_default(MODE_FIRST);
    history_init(&history, bank);
    while (course->answers < ANSWERS) {
        practise_a_run(course, bank, &history, &rules, seed + (uint64_t)course->answers, unsure);
        int left = ANSWERS_A_DAY - course->answers % ANSWERS_A_DAY;
        rules = rules_default(MODE_PRACTICE);
        rules.length = left < RUN_CARDS ? left : RUN_CARDS;
    }
    history_free(&history);
}

static void simulate(struct results *results, enum world world, uint64_t seed,
                     const struct bank *bank)
{
    struct rng seeds = rng_seeded(seed);
    for (int i = 0; i < results->learners; i++) {
        uint64_t of_learner = rng_next(&seeds), of_chance = rng_next(&seeds);
        for (int policy = 0; policy < POLICIES; policy++) {
            struct course course = {.needed = ANSWERS};
            mind_init(&course.mind, world, of_learner);
            if (policy < RIVALS)
                practise_with_rival(&course, (enum rival)policy, of_chance);
            else
                practise_with_ours(&course, bank, of_chance, policy == OURS_UNSURE);
            results->of[policy][ANSWERS_NEEDED][i] = course.needed;
            results->of[policy][KEPT_DAY_11][i] = mind_retention(&course.mind, DAY_11);
            results->of[policy][KEPT_DAY_30][i] = mind_retention(&course.mind, DAY_30);
        }
    }
}

static double mean(const double *x, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += x[i];
    return sum / count;
}

static int ascending(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static double median(const double *x, int count)
{
    double *sorted = xcalloc((size_t)count, sizeof *sorted);
    memcpy(sorted, x, (size_t)count * sizeof *x);
    qsort(sorted, (size_t)count, sizeof *sorted, ascending);
    double middle = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    free(sorted);
    return middle;
}

static const char *policy_name(int policy)
{
    if (policy < RIVALS)
        return rival_name((enum rival)policy);
    return policy == OURS ? "smquiz" : "smquiz with ?";
}

static void print_levels(const struct results *r)
{
    printf("%-16s %6s %6s %6s   %6s %6s\n", "", "median", "mean", "never", "day 11", "day 30");
    for (int policy = 0; policy < POLICIES; policy++) {
        double *const *of = r->of[policy];
        int never = 0;
        for (int i = 0; i < r->learners; i++)
            never += of[ANSWERS_NEEDED][i] >= ANSWERS;
        printf("%-16s %6.1f %6.1f %6d   %5.1f%% %5.1f%%\n", policy_name(policy),
               median(of[ANSWERS_NEEDED], r->learners), mean(of[ANSWERS_NEEDED], r->learners),
               never, 100 * mean(of[KEPT_DAY_11], r->learners),
               100 * mean(of[KEPT_DAY_30], r->learners));
    }
}

/* Ours minus the rival's, learner by learner, and two standard errors of the mean of that. */
static void print_difference(const struct results *r, int ours, int rival, enum measure measure)
{
    double sum = 0, squares = 0, scale = measure == ANSWERS_NEEDED ? 1 : 100;
    for (int i = 0; i < r->learners; i++) {
        double difference = scale * (r->of[ours][measure][i] - r->of[rival][measure][i]);
        sum += difference;
        squares += difference * difference;
    }
    double n = r->learners, average = sum / n;
    double noise = 2 * sqrt(fmax(0, squares / n - average * average) / (n - 1));
    double gain = measure == ANSWERS_NEEDED ? -average : average;
    const char *word = gain > noise ? "better" : gain < -noise ? "WORSE" : "equal";
    int digits = measure == ANSWERS_NEEDED ? 1 : 2;
    printf("  %+6.*f ± %-4.*f %-6s", digits, average, digits, noise, word);
}

static void print_differences(const struct results *r, int ours)
{
    printf("%s against:\n", policy_name(ours));
    printf("%-18s%-22s%-22s%s\n", "", "answers", "day 11, %", "day 30, %");
    for (int rival = 0; rival < (ours == OURS_UNSURE ? OURS_UNSURE : RIVALS); rival++) {
        printf("  %-14s", policy_name(rival));
        for (int measure = 0; measure < MEASURES; measure++)
            print_difference(r, ours, rival, (enum measure)measure);
        printf("\n");
    }
}

int main(void)
{
    static const char *const worlds[WORLDS] = {"fsrs: memories that fade, FSRS-6",
                                               "actr: traces that add up, ACT-R",
                                               "rule: understood or not"};
    const char *given = getenv("LEARNERS");
    int learners = given ? (int)strtol(given, NULL, 10) : LEARNERS;
    uint64_t seed = rng_for_test().state;
    struct results results = {.learners = learners > 1 ? learners : LEARNERS};
    struct bank *bank = make_bank();
    for (int policy = 0; policy < POLICIES; policy++)
        for (int measure = 0; measure < MEASURES; measure++)
            results.of[policy][measure] = xcalloc((size_t)results.learners, sizeof(double));
    printf("%d learners a world, %d principles, %d answers on each of %d days\n", results.learners,
           PRINCIPLES, ANSWERS_A_DAY, DAYS);
    printf(
        "Answers needed until %.0f %% is kept for the next day; never: counted as %d.\n"
        "Kept on days 11 and 30: the mean over principles.  Differences are means of pairs, with\n"
        "two standard errors.  \"smquiz with ?\": not sure after 20 %% of recalls, 80 %% of "
        "guesses.\n",
        100 * GOAL, ANSWERS);
    for (int world = 0; world < WORLDS; world++) {
        simulate(&results, (enum world)world, seed, bank);
        printf("\nWorld %s\n", worlds[world]);
        print_levels(&results);
        print_differences(&results, OURS);
        print_differences(&results, OURS_UNSURE);
    }
    for (int policy = 0; policy < POLICIES; policy++)
        for (int measure = 0; measure < MEASURES; measure++)
            free(results.of[policy][measure]);
    bank_free(bank);
}
