/* Mastery: what makes a principle the learner's own, and how well the way left is foretold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "close.h"
#include "core/mastery.h"
#include "seed.h"

enum {
    HOUR_MS = 60 * 60 * 1000,
    DAY_MS = 24 * HOUR_MS,
    PRINCIPLES = 16,
    SCENARIOS = 60, /* of each principle, */
    IN_SCENARIO = 4 /* activities each: sales, marketing, sales, marketing */
};

/* A learner with a past; `next` is how many activities of each principle were taken. */
struct learner_fixture {
    struct bank *bank;
    struct history history;
    int next[PRINCIPLES];
    struct mastery mastery[PRINCIPLES];
};

static int set_up(void **state)
{
    struct draft draft = fixture_draft(PRINCIPLES);
    for (int i = 0; i < PRINCIPLES * SCENARIOS; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, i / SCENARIOS, 1, "events", "smsm");
    }
    struct learner_fixture *l = xcalloc(1, sizeof *l);
    l->bank = fixture_finish(&draft);
    history_init(&l->history, l->bank);
    *state = l;
    return 0;
}

static int tear_down(void **state)
{
    struct learner_fixture *l = *state;
    history_free(&l->history);
    bank_free(l->bank);
    free(l);
    return 0;
}

static void add(struct learner_fixture *l, int activity, bool right, bool sure, int64_t utc_ms)
{
    enum side keyed = l->bank->activities[activity].side;
    struct graded graded = {.keyed = keyed,
                            .choice = right ? keyed : side_other(keyed),
                            .sure = sure,
                            .mode = MODE_PRACTICE};
    history_add(&l->history,
                (struct past){.activity = activity, .graded = graded, .utc_ms = utc_ms});
}

/* Answers a new activity of the principle; sides take turns.  Returns it. */
static int answer(struct learner_fixture *l, int principle, bool right, bool sure, int day)
{
    int activity = principle * SCENARIOS * IN_SCENARIO + l->next[principle]++;
    assert_true(l->next[principle] < SCENARIOS * IN_SCENARIO);
    assert_int_equal(l->bank->activities[activity].principle, principle);
    add(l, activity, right, sure, (int64_t)day * DAY_MS + (int64_t)l->history.len);
    return activity;
}

/* Sure answers to principle 0 on this day: r for right, w for wrong. */
static void answers(struct learner_fixture *l, const char *which, int day)
{
    for (; *which; which++)
        answer(l, 0, *which == 'r', true, day);
}

static const struct mastery *first_principle(struct learner_fixture *l)
{
    mastery_of(l->bank, &l->history, l->mastery);
    return &l->mastery[0];
}

static void five_straight_on_two_days_make_it_yours(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "rrr", 3);
    answers(l, "r", 5);
    assert_false(first_principle(l)->mastered);
    answers(l, "r", 5);
    const struct mastery *m = first_principle(l);
    assert_true(m->mastered && m->met && m->side[SIDE_SALES] && m->side[SIDE_MARKETING]);
    assert_int_equal(m->mastered_by, 4);
    assert_int_equal(m->mastered_day, 5);
    assert_int_equal(m->answers, 5);
    assert_int_equal(m->days, 2);
    assert_close(m->sum, 3.2093, .00005);
    assert_int_equal(mastery_count(l->mastery, PRINCIPLES), 1);
    assert_false(l->mastery[1].met);
}

static void one_day_is_not_enough_and_a_miss_does_not_seal_it(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "rrrrrrrrrrrr", 3);
    assert_false(first_principle(l)->mastered);
    answers(l, "w", 4);
    assert_true(first_principle(l)->sum > mastery_test().pass_at);
    assert_false(l->mastery[0].mastered);
    answers(l, "r", 4);
    assert_int_equal(first_principle(l)->mastered_by, 13);
}

static void days_are_the_learners_own(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "rrrr", 3);
    answer(l, 0, true, true, 3);
    assert_false(first_principle(l)->mastered);
    /* The same moments, an hour and a half east of where the day ends. */
    for (size_t i = 0; i < l->history.len; i++) {
        l->history.items[i].utc_ms = 4 * (int64_t)DAY_MS - 2 * HOUR_MS + (int64_t)i * HOUR_MS / 4;
        l->history.items[i].utc_offset_min = 90;
    }
    assert_int_equal(first_principle(l)->days, 2);
    assert_true(l->mastery[0].mastered);
}

static void one_side_is_not_enough(void **state)
{
    struct learner_fixture *l = *state;
    for (int i = 0; i < 8; i++)
        add(l, 2 * i, true, true, (int64_t)i * DAY_MS);
    assert_false(first_principle(l)->mastered);
    assert_false(l->mastery[0].side[SIDE_MARKETING]);
    add(l, 1, true, true, 8 * (int64_t)DAY_MS);
    assert_int_equal(first_principle(l)->mastered_by, 8);
}

static void a_miss_costs_what_the_test_says(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "rrrr", 1);
    answers(l, "wrrrr", 2); /* 8 × .6419 - 2.3026 = 2.832 */
    assert_false(first_principle(l)->mastered);
    answers(l, "r", 2);
    assert_true(first_principle(l)->mastered);
}

static void old_misses_do_not_weigh_for_ever(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "wwwwwwwwwwwwwwwwwwww", 1);
    assert_close(first_principle(l)->sum, mastery_test().fail_at, 0);
    answers(l, "rrrrrrrrr", 2);
    assert_false(first_principle(l)->mastered);
    answers(l, "r", 2);
    assert_true(first_principle(l)->mastered);
}

static void what_is_yours_stays_yours(void **state)
{
    struct learner_fixture *l = *state;
    answers(l, "rrr", 1);
    answers(l, "rrrwwwww", 2);
    const struct mastery *m = first_principle(l);
    assert_true(m->mastered);
    assert_int_equal(m->mastered_by, 4);
    assert_true(m->sum < 0);
}

static void only_sure_first_answers_count(void **state)
{
    struct learner_fixture *l = *state;
    int first = answer(l, 0, true, true, 1);
    for (int i = 0; i < 9; i++) {
        answer(l, 0, true, false, 1 + i);                /* not sure */
        add(l, first, true, true, 10 * (int64_t)DAY_MS); /* asked before */
    }
    answer(l, 0, true, true, 10);
    l->history.items[l->history.len - 1].graded.struck = true;
    answer(l, 1, true, false, 10);
    add(l, -1, true, true, 11 * (int64_t)DAY_MS);
    mastery_of(l->bank, &l->history, l->mastery);
    assert_int_equal(l->mastery[0].answers, 1);
    assert_int_equal(l->mastery[0].days, 1);
    assert_true(l->mastery[1].met);
    assert_int_equal(l->mastery[1].answers, 0);
}

static int left(struct learner_fixture *l, int cards)
{
    mastery_of(l->bank, &l->history, l->mastery);
    return mastery_sittings_left(l->mastery, PRINCIPLES, &l->history, cards);
}

static void the_way_left_has_the_days_that_are_missing(void **state)
{
    struct learner_fixture *l = *state;
    assert_int_equal(left(l, RULES_LENGTH_MAX), 2);
    for (int i = 0; i < PRINCIPLES; i++)
        for (int j = 0; j < 6; j++)
            answer(l, i, true, true, 1);
    assert_int_equal(left(l, RULES_LENGTH_MAX), 1);
    assert_int_equal(left(l, 12), 2); /* an answer each, and some of them not sure */
    for (int i = 0; i < PRINCIPLES; i++)
        answer(l, i, true, true, 2);
    assert_int_equal(left(l, 12), 0);
}

/* Without a past: five steps of .6419 at .9 right make 9.24 answers, 8 of 10 sure 11.5 cards. */
static void a_beginner_is_expected_to_be_a_usual_one(void **state)
{
    struct learner_fixture *l = *state;
    assert_int_equal(left(l, 12), 16); /* 16 × 11.5 / 12 = 15.4 */
    for (int i = 0; i < 20; i++)
        answer(l, i % PRINCIPLES, false, false, 1);
    int worse = left(l, 12);
    assert_true(worse > 16 && worse < 100);
}

/* What was foretold before a sitting, and what it came to. */
struct foretold {
    double expected, actual;
    int sittings;
};

/* Plays a learner with constant shares to the end, twelve new cards a day, principles in turn. */
static void play(struct learner_fixture *l, struct rng *rng, uint32_t right, uint32_t sure,
                 struct foretold *sum, struct foretold *start)
{
    int expected[400], sittings = 0, principle = 0;
    while ((expected[sittings] = left(l, 12)) > 0) {
        sittings++;
        assert_true(sittings < 400);
        for (int card = 0; card < 12; card++) {
            mastery_of(l->bank, &l->history, l->mastery);
            for (int i = 0; i < PRINCIPLES && l->mastery[principle].mastered; i++)
                principle = (principle + 1) % PRINCIPLES;
            if (!l->mastery[principle].mastered)
                answer(l, principle, rng_below(rng, 100) < right, rng_below(rng, 100) < sure,
                       sittings);
            principle = (principle + 1) % PRINCIPLES;
        }
    }
    for (int i = 1; i < sittings; i++) { /* before the first, nothing is known of the learner */
        sum->expected += expected[i];
        sum->actual += sittings - i;
    }
    int early = sittings < 5 ? 0 : 4;
    start->expected += expected[early];
    start->actual += sittings - early;
    start->sittings += sittings;
}

static void forget_all(struct learner_fixture *l)
{
    history_free(&l->history);
    history_init(&l->history, l->bank);
    memset(l->next, 0, sizeof l->next);
}

static void the_way_left_is_foretold_within_half_as_much_again(void **state)
{
    static const struct {
        uint32_t right, sure; /* in 100 */
    } learners[] = {{100, 100}, {97, 90}, {95, 80},  {92, 70},
                    {90, 80},   {87, 90}, {85, 100}, {82, 100}};
    enum { PEOPLE = 30 };
    struct learner_fixture *l = *state;
    struct rng rng = rng_for_test();
    for (size_t i = 0; i < ARRAY_LEN(learners); i++) {
        struct foretold all = {0}, start = {0};
        for (int person = 0; person < PEOPLE; person++) {
            play(l, &rng, learners[i].right, learners[i].sure, &all, &start);
            forget_all(l);
        }
        printf("right %u, sure %u of 100: %.1f sittings; after four %.1f left, foretold %.1f; "
               "over all sittings foretold/actual %.2f\n",
               learners[i].right, learners[i].sure, (double)start.sittings / PEOPLE,
               start.actual / PEOPLE, start.expected / PEOPLE, all.expected / all.actual);
        assert_true(start.expected < 1.5 * start.actual && start.actual < 1.5 * start.expected);
        assert_true(all.expected < 1.5 * all.actual && all.actual < 1.5 * all.expected);
    }
}

int main(void)
{
#define MASTERY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        MASTERY_TEST(five_straight_on_two_days_make_it_yours),
        MASTERY_TEST(one_day_is_not_enough_and_a_miss_does_not_seal_it),
        MASTERY_TEST(days_are_the_learners_own),
        MASTERY_TEST(one_side_is_not_enough),
        MASTERY_TEST(a_miss_costs_what_the_test_says),
        MASTERY_TEST(old_misses_do_not_weigh_for_ever),
        MASTERY_TEST(what_is_yours_stays_yours),
        MASTERY_TEST(only_sure_first_answers_count),
        MASTERY_TEST(the_way_left_has_the_days_that_are_missing),
        MASTERY_TEST(a_beginner_is_expected_to_be_a_usual_one),
        MASTERY_TEST(the_way_left_is_foretold_within_half_as_much_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
