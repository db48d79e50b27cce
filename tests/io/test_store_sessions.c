/* Both stores against one suite: the runs of sessions, and how far they are shared. */
#include "io/store_suite.h"

/* What each_session_run gave. */
struct found {
    int count, stop_after;
    char runs[16][UUID_SIZE], learners[16][UUID_SIZE], names[16][LEARNER_NAME_MAX * 4 + 1];
    size_t events[16];
    char last_activity[64];
};

static bool find(const struct run_log *log, const struct learner *learner, void *context)
{
    struct found *found = context;
    assert_in_range(found->count, 0, (int)ARRAY_LEN(found->runs) - 1);
    int i = found->count++;
    assert_string_equal(log->run.learner, learner->id);
    memcpy(found->runs[i], log->run.id, UUID_SIZE);
    memcpy(found->learners[i], learner->id, UUID_SIZE);
    memcpy(found->names[i], learner->name, sizeof learner->name);
    found->events[i] = log->count;
    if (log->count)
        snprintf(found->last_activity, sizeof found->last_activity, "%s",
                 log->events[log->count - 1].activity);
    return found->count != found->stop_after;
}

static struct found runs_of(struct place *p, const char *session, const char *learner,
                            int stop_after)
{
    struct found found = {.stop_after = stop_after};
    struct err e = {0};
    bool ok = p->store->ops->each_session_run(p->store, session, learner, find, &found, &e);
    assert_string_equal(e.text, "");
    assert_true(ok);
    return found;
}

static struct run a_joined_run(struct place *p, const struct learner *learner, const char *session,
                               int64_t started)
{
    struct run run = a_run(p, learner, started);
    run.session = session;
    run.part = "before";
    return run;
}

static void runs_of_a_session_come_in_order_with_their_learners(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta");
    struct run second = a_joined_run(p, &anna, "maple", START_MS + 2);
    struct run first = a_joined_run(p, &berta, "maple", START_MS + 1);
    struct run other = a_joined_run(p, &anna, "river", START_MS + 3);
    struct run solo = a_run(p, &anna, START_MS);
    append(p, &anna, &second, NULL);
    append(p, &berta, &first, NULL);
    append(p, NULL, &other, NULL);
    append(p, NULL, &solo, NULL);
    add(p, &solo, 1, EVENT_ANSWER, "core:a/1");
    add(p, &second, 1, EVENT_ANSWER, "core:a/2");
    add(p, &second, 3, EVENT_END, "");
    add(p, &second, 2, EVENT_ANSWER, "core:a/3");

    struct found found = runs_of(p, "maple", NULL, 0);
    assert_int_equal(found.count, 2);
    assert_string_equal(found.runs[0], first.id);
    assert_string_equal(found.names[0], "Berta");
    assert_int_equal(found.events[0], 0); /* it is there without an answer, too */
    assert_string_equal(found.runs[1], second.id);
    assert_string_equal(found.names[1], "Anna");
    assert_int_equal(found.events[1], 3);
    assert_string_equal(found.last_activity, "");

    found = runs_of(p, NULL, NULL, 0); /* of every session, and of nothing else */
    assert_int_equal(found.count, 3);
    assert_string_equal(found.runs[2], other.id);
    assert_int_equal(runs_of(p, "maple", NULL, 1).count, 1);
    assert_int_equal(runs_of(p, "mapl", NULL, 0).count, 0);
}

static void a_learner_has_only_runs_of_the_name(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), again = a_learner(p, "Anna");
    struct learner berta = a_learner(p, "Berta");
    struct run one = a_joined_run(p, &anna, "maple", START_MS);
    struct run two = a_joined_run(p, &again, "maple", START_MS + 1);
    struct run hers = a_joined_run(p, &berta, "maple", START_MS + 2);
    struct run other = a_joined_run(p, &anna, "river", START_MS + 3);
    append(p, &anna, &one, NULL);
    append(p, &again, &two, NULL);
    append(p, &berta, &hers, NULL);
    append(p, NULL, &other, NULL);
    struct found found = runs_of(p, "maple", anna.id, 0);
    assert_int_equal(found.count, 2);
    assert_string_equal(found.runs[0], one.id);
    assert_string_equal(found.learners[1], again.id);
    assert_int_equal(runs_of(p, NULL, again.id, 0).count, 3);
    assert_int_equal(runs_of(p, "river", berta.id, 0).count, 0);
    assert_int_equal(runs_of(p, NULL, one.id, 0).count, 0); /* nobody's id */
}

static int shared(struct place *p, const struct run *run, const char *where)
{
    struct err e = {0};
    int sequence = -1;
    bool ok = p->store->ops->shared_up_to(p->store, run->id, where, &sequence, &e);
    assert_string_equal(e.text, "");
    assert_true(ok);
    return sequence;
}

static void keep(struct place *p, const struct run *run, const char *where, int sequence)
{
    struct err e = {0};
    bool ok = p->store->ops->keep_shared(p->store, run->id, where, sequence, &e);
    assert_string_equal(e.text, "");
    assert_true(ok);
}

static void how_far_a_run_is_shared_is_kept_for_each_place(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_joined_run(p, &anna, "maple", START_MS);
    struct run other = a_joined_run(p, &anna, "maple", START_MS + 1);
    append(p, &anna, &run, NULL);
    append(p, NULL, &other, NULL);
    assert_int_equal(shared(p, &run, "/srv/training"), 0);
    keep(p, &run, "/srv/training", 3);
    keep(p, &run, "postgresql://db/training", 2);
    keep(p, &run, "/srv/training", 7);
    assert_int_equal(shared(p, &run, "/srv/training"), 7);
    assert_int_equal(shared(p, &run, "postgresql://db/training"), 2);
    assert_int_equal(shared(p, &run, "/srv"), 0);
    assert_int_equal(shared(p, &other, "/srv/training"), 0);
    keep(p, &run, "/srv/training", 0); /* it was lost there */
    assert_int_equal(shared(p, &run, "/srv/training"), 0);
}

static void what_cannot_be_shared_is_not_kept(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_joined_run(p, &anna, "maple", START_MS);
    struct run never = a_joined_run(p, &anna, "maple", START_MS + 1);
    append(p, &anna, &run, NULL);
    const struct {
        const char *run, *place;
        int sequence;
    } bad[] = {{"", "/srv", 1}, {run.id, "", 1}, {run.id, "/srv", -1}, {never.id, "/srv", 1}};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct err e = {0};
        assert_false(
            p->store->ops->keep_shared(p->store, bad[i].run, bad[i].place, bad[i].sequence, &e));
        assert_int_equal(e.status, STATUS_SOFTWARE);
        assert_true(strlen(e.text) > 0);
    }
    assert_int_equal(shared(p, &run, "/srv"), 0);
    assert_int_equal(shared(p, &never, "/srv"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH(runs_of_a_session_come_in_order_with_their_learners),
        BOTH(a_learner_has_only_runs_of_the_name),
        BOTH(how_far_a_run_is_shared_is_kept_for_each_place),
        BOTH(what_cannot_be_shared_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
