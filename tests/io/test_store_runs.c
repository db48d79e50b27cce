/* Both stores against one suite: which run is open, and whose runs are whose. */
#include "io/store_suite.h"

/* Whether a run is open; if so it is `expected`. */
static bool open_run_is(struct place *p, const char *learner, const char *bank,
                        const struct run *expected)
{
    struct err e = {0};
    struct run_log log;
    bool found = false;
    assert_true(p->store->ops->open_run(p->store, learner, bank, &log, &found, &e));
    if (!found)
        return false;
    assert_string_equal(log.run.id, expected->id);
    run_log_free(&log);
    return true;
}

static void open_run_comes_back_whole(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS);
    run.items = "a/1 a/2";
    append(p, &anna, &run, NULL);
    add(p, &run, 1, EVENT_ANSWER, "core:a/1");
    add(p, &run, 3, EVENT_ANSWER, "core:a/2");
    add(p, &run, 2, EVENT_STRIKE, "core:a/1");

    struct run_log log;
    bool found = false;
    assert_true(p->store->ops->open_run(p->store, anna.id, "core", &log, &found, &e));
    assert_true(found);
    assert_string_equal(log.run.id, run.id);
    assert_string_equal(log.run.items, "a/1 a/2");
    assert_int_equal(log.count, 3);
    assert_int_equal(log.events[1].kind, EVENT_STRIKE);
    assert_int_equal(log.events[2].sequence, 3);
    assert_string_equal(log.events[2].activity, "core:a/2");
    run_log_free(&log);
}

static void only_the_newest_run_can_be_open(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run older = a_run(p, &anna, START_MS), newer = a_run(p, &anna, START_MS + 1);
    struct run twin = newer; /* started in the same millisecond; the ids decide */
    memcpy(twin.id, "ffffffff-ffff-7fff-bfff-ffffffffffff", UUID_SIZE);
    append(p, &anna, &newer, NULL);
    append(p, NULL, &older, NULL);
    add(p, &older, 1, EVENT_ANSWER, "core:a/1");
    assert_false(open_run_is(p, anna.id, "core", NULL)); /* the newest has no answer yet */
    add(p, &newer, 1, EVENT_FLAG, "core:a/1");
    assert_false(open_run_is(p, anna.id, "core", NULL));
    add(p, &newer, 2, EVENT_ANSWER, "core:a/1");
    assert_true(open_run_is(p, anna.id, "core", &newer));
    append(p, NULL, &twin, NULL);
    assert_false(open_run_is(p, anna.id, "core", NULL));
    add(p, &twin, 1, EVENT_ANSWER, "core:a/1");
    assert_true(open_run_is(p, anna.id, "core", &twin));
    add(p, &twin, 2, EVENT_END, "");
    assert_false(open_run_is(p, anna.id, "core", NULL)); /* it has ended, so both others are left */
}

static void sessions_banks_and_learners_have_runs_of_their_own(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta");
    struct run run = a_run(p, &anna, START_MS), joined = a_run(p, &anna, START_MS + 1);
    struct run house = a_run(p, &anna, START_MS + 2), of_berta = a_run(p, &berta, START_MS + 3);
    joined.session = "K7QM";
    house.bank = "house";
    append(p, &berta, NULL, NULL);
    append(p, &anna, NULL, NULL);
    struct run *const runs[] = {&run, &joined, &house, &of_berta};
    for (size_t i = 0; i < ARRAY_LEN(runs); i++) {
        append(p, NULL, runs[i], NULL);
        add(p, runs[i], 1, EVENT_ANSWER, "core:a/1");
    }
    add(p, &joined, 2, EVENT_END, "");
    assert_true(open_run_is(p, anna.id, "core", &run));
    assert_true(open_run_is(p, anna.id, "house", &house));
    assert_true(open_run_is(p, berta.id, "core", &of_berta));
    assert_false(open_run_is(p, berta.id, "house", NULL));
    add(p, &of_berta, 2, EVENT_END, "");
    assert_true(open_run_is(p, anna.id, "core", &run));
}

static void of_two_with_one_name_the_oldest_is_found(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct learner second = a_learner(p, "Anna"), first = second, out;
    memcpy(first.id, "00000000-0000-7000-8000-000000000000", UUID_SIZE);
    append(p, &second, NULL, NULL);
    append(p, &first, NULL, NULL);
    bool found = false;
    assert_true(p->store->ops->find_learner(p->store, "Anna", &out, &found, &e));
    assert_true(found);
    assert_string_equal(out.id, first.id);
}

/* As two first starts at once leave it. */
static void two_ids_of_one_name_are_one_learner(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), again = a_learner(p, "Anna");
    struct learner other = a_learner(p, "anna");
    struct run run = a_run(p, &anna, START_MS + 1), newer = a_run(p, &again, START_MS + 2);
    struct run of_other = a_run(p, &other, START_MS + 3), older = a_run(p, &again, START_MS);
    append(p, &anna, &run, NULL);
    append(p, &again, &newer, NULL);
    append(p, &other, &of_other, NULL);
    append(p, NULL, &older, NULL);
    add(p, &run, 1, EVENT_ANSWER, "core:a/2");
    add(p, &newer, 1, EVENT_ANSWER, "core:a/3");
    add(p, &of_other, 1, EVENT_ANSWER, "core:a/4");
    add(p, &older, 1, EVENT_ANSWER, "core:a/1");

    static const char *const mine[] = {"core:a/1", "core:a/2", "core:a/3"};
    const char *const ids[] = {anna.id, again.id};
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        struct seen seen = read_all(p, ids[i], 0);
        assert_int_equal(seen.count, (int)ARRAY_LEN(mine));
        for (int j = 0; j < seen.count; j++)
            assert_string_equal(seen.rows[j].event.activity, mine[j]);
        arena_free(&seen.arena);
        assert_true(open_run_is(p, ids[i], "core", &newer));
    }
    assert_int_equal(answers_of(p, other.id), 1);
    assert_true(open_run_is(p, other.id, "core", &of_other));
    assert_int_equal(answers_of(p, run.id), 0); /* nobody's id, nobody's answers */
    add(p, &newer, 2, EVENT_END, "");
    assert_false(open_run_is(p, anna.id, "core", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH(open_run_comes_back_whole),
        BOTH(only_the_newest_run_can_be_open),
        BOTH(sessions_banks_and_learners_have_runs_of_their_own),
        BOTH(of_two_with_one_name_the_oldest_is_found),
        BOTH(two_ids_of_one_name_are_one_learner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
