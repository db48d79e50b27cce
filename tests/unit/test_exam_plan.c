/* The items of an exam: even, spread over the principles, fresh first, one a scenario. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/exam_plan.h"
#include "seed.h"

enum { SEEDS = 300, BLOCK = 4, RUN_MOST = 4 };

/* A bank, a learner's past and a plan over it. */
struct hall {
    struct bank *bank;
    struct history history;
    struct rules rules;
    struct rng rng;
    int plan[GAME_CARDS_MAX];
    int count;
};

static void hall_open(struct hall *h, struct bank *bank, int length, struct rng rng)
{
    *h = (struct hall){.bank = bank, .rules = rules_default(MODE_PRACTICE), .rng = rng};
    h->rules.length = length;
    history_init(&h->history, bank);
}

static void hall_close(struct hall *h)
{
    history_free(&h->history);
    bank_free(h->bank);
}

static void plan(struct hall *h)
{
    h->count = exam_plan(&h->rules, h->bank, &h->history, &h->rng, h->plan);
}

static const struct activity *item(const struct hall *h, int index)
{
    return &h->bank->activities[h->plan[index]];
}

static void ask_once(struct hall *h, int activity)
{
    history_add(&h->history, (struct past){.activity = activity});
}

/* The shape of the shipped bank: 16 principles of ten scenarios, three or four activities each. */
static struct bank *large_bank(void)
{
    struct draft draft = fixture_draft(16);
    for (int i = 0; i < 160; i++) {
        static const char *const sides[] = {"sm", "sms", "mssm", "msm", "smm"};
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, i / 10, 1 + i % 3, "events", sides[i % 5]);
    }
    return fixture_finish(&draft);
}

static int used_before(const struct hall *h, int index)
{
    int used = 0;
    for (int i = 0; i < index; i++)
        used += item(h, i)->scenario == item(h, index)->scenario;
    return used;
}

static void assert_even(const struct hall *h)
{
    int in_block[SIDE_COUNT] = {0}, all[SIDE_COUNT] = {0}, run = 0;
    for (int i = 0; i < h->count; i++) {
        enum side side = item(h, i)->side;
        if (i % BLOCK == 0)
            in_block[SIDE_SALES] = in_block[SIDE_MARKETING] = 0;
        all[side]++;
        assert_true(++in_block[side] <= BLOCK / SIDE_COUNT);
        run = i > 0 && item(h, i - 1)->side == side ? run + 1 : 1;
        assert_true(run <= RUN_MOST);
    }
    if (h->count == h->rules.length)
        assert_true(abs(all[SIDE_SALES] - all[SIDE_MARKETING]) <= h->count % SIDE_COUNT);
}

/* How many scenarios have an activity of the side that may be asked. */
static int scenarios_with(const struct hall *h, enum side side)
{
    int with = 0;
    for (int s = 0; s < h->bank->scenario_count; s++) {
        const struct scenario *scenario = &h->bank->scenarios[s];
        bool has = false;
        for (int i = scenario->first; i < scenario->first + scenario->count; i++)
            has =
                has || (rules_allow(&h->rules, h->bank, i) && h->bank->activities[i].side == side);
        with += has;
    }
    return with;
}

/* A scenario comes again, with its other side, only when no unused one would do. */
static void assert_used_again_with_reason(const struct hall *h, int index)
{
    assert_int_equal(used_before(h, index), 1);
    int sales = 0;
    for (int i = index - index % BLOCK; i < index; i++)
        sales += item(h, i)->side == SIDE_SALES;
    for (int i = 0; i < h->bank->activity_count; i++) {
        const struct activity *a = &h->bank->activities[i];
        bool unused = rules_allow(&h->rules, h->bank, i);
        for (int j = 0; j < index; j++)
            unused = unused && item(h, j)->scenario != a->scenario;
        if (unused) /* its side is not the one asked, nor has the block any room for it */
            assert_true(a->side != item(h, index)->side &&
                        (a->side == SIDE_SALES ? sales : index % BLOCK - sales) >=
                            (h->rules.length - index + index % BLOCK == 2 ? 1 : 2));
    }
    for (int i = 0; i < index; i++)
        if (item(h, i)->scenario == item(h, index)->scenario)
            assert_true(item(h, i)->side != item(h, index)->side);
}

static void any_bank_gives_an_even_exam(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    int with_seconds = 0;
    for (int round = 0; round < SEEDS * 10; round++) {
        struct hall h;
        hall_open(&h, fixture_random(&rng, 14), 1 + (int)rng_below(&rng, 30), rng);
        h.rules.level = rng_below(&rng, 4) ? 0 : 1;
        for (int i = (int)rng_below(&rng, 20); i > 0; i--)
            ask_once(&h, (int)rng_below(&rng, (uint32_t)h.bank->activity_count));
        plan(&h);
        assert_even(&h);
        for (int i = 0; i < h.count; i++) {
            assert_true(rules_allow(&h.rules, h.bank, h.plan[i]));
            if (used_before(&h, i)) {
                assert_used_again_with_reason(&h, i);
                with_seconds++;
            }
        }
        int sales = scenarios_with(&h, SIDE_SALES), marketing = scenarios_with(&h, SIDE_MARKETING);
        int even = SIDE_COUNT * (sales < marketing ? sales : marketing);
        assert_true(h.count <= h.rules.length);
        assert_true(h.count >= (even < h.rules.length ? even : h.rules.length));
        rng = h.rng;
        hall_close(&h);
    }
    assert_true(with_seconds > 0);
}

static void the_first_items_meet_every_principle(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct hall h;
        hall_open(&h, large_bank(), EXAM_ADAPTIVE_MOST, rng_seeded(seed));
        plan(&h);
        assert_int_equal(h.count, EXAM_ADAPTIVE_MOST);
        assert_even(&h);
        int of_principle[16] = {0};
        for (int i = 0; i < h.count; i++) {
            int *taken = &of_principle[item(&h, i)->principle];
            assert_int_equal(*taken, i / 16); /* each once, then each twice, then some again */
            assert_int_equal(used_before(&h, i), 0);
            ++*taken;
        }
        hall_close(&h);
    }
}

static void what_was_never_asked_comes_first(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct hall h;
        hall_open(&h, large_bank(), EXAM_LENGTH, rng_seeded(seed));
        /* All but one scenario a principle was asked, every other one of these twice. */
        for (int i = 0; i < h.bank->activity_count; i++) {
            if (h.bank->activities[i].scenario % 10 == 7)
                continue;
            ask_once(&h, i);
            if (h.bank->activities[i].scenario % 2)
                ask_once(&h, i);
        }
        plan(&h);
        assert_int_equal(h.count, EXAM_LENGTH);
        for (int i = 0; i < 16; i++)
            assert_false(history_asked(&h.history, h.plan[i]));
        for (int i = 16; i < h.count; i++) /* no scenario is left that was not */
            assert_int_equal(h.history.asked[h.plan[i]], 1);
        hall_close(&h);
    }
}

static void a_principle_is_met_even_when_all_of_it_was_asked(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct hall h;
        int stale = 0, first_principle = 0;
        hall_open(&h, large_bank(), EXAM_LENGTH, rng_seeded(seed));
        for (int i = 0; i < h.bank->activity_count; i++)
            if (h.bank->activities[i].principle == 0)
                ask_once(&h, i);
        plan(&h);
        for (int i = 0; i < h.count; i++) {
            stale += history_asked(&h.history, h.plan[i]);
            first_principle += item(&h, i)->principle == 0;
        }
        assert_int_equal(first_principle, 1);
        assert_int_equal(stale, 1);
        hall_close(&h);
    }
}

static void a_small_bank_gives_both_sides_of_its_scenarios(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct hall h;
        hall_open(&h, fixture_bank(), EXAM_LENGTH, rng_seeded(seed));
        plan(&h);
        assert_int_equal(h.count, 2 * h.bank->scenario_count);
        assert_even(&h);
        for (int i = 0; i < h.count; i++)
            assert_int_equal(used_before(&h, i), i >= h.bank->scenario_count);
        hall_close(&h);
    }
}

static void nothing_allowed_makes_no_exam(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, fixture_bank(), EXAM_LENGTH, rng_seeded(1));
    memcpy(h.rules.settings, "nowhere", sizeof "nowhere");
    plan(&h);
    assert_int_equal(h.count, 0);
    hall_close(&h);
}

static void exams_differ_by_seed_and_only_by_seed(void **state)
{
    (void)state;
    struct hall h;
    int differ = 0, sales_first = 0, last[EXAM_LENGTH] = {0};
    hall_open(&h, large_bank(), EXAM_LENGTH, rng_seeded(0));
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        h.rng = rng_seeded(seed);
        plan(&h);
        memcpy(last, h.plan, sizeof last);
        h.rng = rng_seeded(seed);
        plan(&h);
        assert_memory_equal(h.plan, last, sizeof last);
        h.rng = rng_seeded(seed + 1);
        plan(&h);
        differ += memcmp(h.plan, last, sizeof last) != 0;
        sales_first += item(&h, 0)->side == SIDE_SALES;
    }
    assert_int_equal(differ, SEEDS);
    assert_in_range(sales_first, SEEDS * 2 / 5, SEEDS * 3 / 5);
    hall_close(&h);
}

/* Each of the six orders of a block comes as often as another: the error rates rest on it. */
static void the_orders_of_a_block_are_equally_likely(void **state)
{
    (void)state;
    enum { ROUNDS = 600, BLOCKS = 10 };
    struct hall h;
    int seen[1 << BLOCK] = {0}, orders = 0;
    hall_open(&h, large_bank(), EXAM_ADAPTIVE_MOST, rng_for_test());
    for (int round = 0; round < ROUNDS; round++) {
        plan(&h);
        for (int block = 0; block < BLOCKS; block++) {
            unsigned order = 0;
            for (int i = 0; i < BLOCK; i++)
                order = order * 2 + (item(&h, block * BLOCK + i)->side == SIDE_SALES);
            seen[order]++;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(seen); i++) {
        if (seen[i]) /* 1000 are expected; standard deviation 29 */
            assert_in_range(seen[i], 820, 1180);
        orders += seen[i] > 0;
    }
    assert_int_equal(orders, 6);
    hall_close(&h);
}

static void a_plan_tells_its_rules(void **state)
{
    (void)state;
    struct hall h;
    hall_open(&h, fixture_bank(), EXAM_LENGTH, rng_seeded(3));
    struct exam_rules wished = {.length = 20, .pass = 17, .adaptive = true};
    plan(&h);
    struct exam_rules rules = exam_rules_of_plan(&wished, h.bank, h.plan, h.count);
    assert_true(rules.adaptive);
    assert_int_equal(rules.length, 16);
    assert_int_equal(rules.pass, 14); /* 13.6 */
    assert_int_equal(rules.principles, 4);
    rules = exam_rules_of_plan(&wished, h.bank, h.plan, 1);
    assert_int_equal(rules.pass, 1);
    assert_int_equal(rules.principles, 1);
    rules = exam_rules_of_plan(&wished, h.bank, h.plan, 0);
    assert_int_equal(rules.length + rules.pass + rules.principles, 0);
    hall_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_bank_gives_an_even_exam),
        cmocka_unit_test(the_first_items_meet_every_principle),
        cmocka_unit_test(what_was_never_asked_comes_first),
        cmocka_unit_test(a_principle_is_met_even_when_all_of_it_was_asked),
        cmocka_unit_test(a_small_bank_gives_both_sides_of_its_scenarios),
        cmocka_unit_test(nothing_allowed_makes_no_exam),
        cmocka_unit_test(exams_differ_by_seed_and_only_by_seed),
        cmocka_unit_test(the_orders_of_a_block_are_equally_likely),
        cmocka_unit_test(a_plan_tells_its_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
