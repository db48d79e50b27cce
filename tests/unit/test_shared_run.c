/* Runs as they are shared: words, and merging copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/shared_run.h"

#include "session_fixture.h"

#define RUN "01890a5d-ac96-774b-bcce-b302099a8057"
#define ANNA "01890a5d-ac96-774b-bcce-b302099a8001"
#define BEN "01890a5d-ac96-774b-bcce-b302099a8002"

enum { EVENTS = 3 };

/* Two answers and an end, or as many of them as `count`. */
static struct shared_run run_of(struct event events[EVENTS], const char *owner, size_t count)
{
    static const char *const ids[EVENTS] = {"01890a5d-ac96-774b-bcce-b302099a8101",
                                            "01890a5d-ac96-774b-bcce-b302099a8102",
                                            "01890a5d-ac96-774b-bcce-b302099a8103"};
    for (int i = 0; i < EVENTS; i++) {
        bool end = i == EVENTS - 1;
        events[i] = (struct event){.sequence = i + 1,
                                   .kind = end ? EVENT_END : EVENT_ANSWER,
                                   .activity = end ? "" : "test:fair/a0",
                                   .keyed = end ? SIDE_NONE : SIDE_SALES,
                                   .choice = end ? SIDE_NONE : SIDE_MARKETING,
                                   .note = end ? "done" : ""};
        memcpy(events[i].id, ids[i], UUID_SIZE);
        memcpy(events[i].run, RUN, UUID_SIZE);
    }
    return (struct shared_run){.owner = owner,
                               .learner = {ANNA, "Anna"},
                               .run = {.id = RUN,
                                       .learner = ANNA,
                                       .mode = "before",
                                       .rules = "",
                                       .bank = "test",
                                       .items = "fair/a0 web/a0",
                                       .session = "maple-tango-river",
                                       .part = "before"},
                               .events = events,
                               .count = count};
}

static void test_sources_have_words(void **state)
{
    (void)state;
    enum source source;
    for (int i = 0; i <= SOURCE_ROOM; i++) {
        assert_true(source_from_id(source_id((enum source)i), &source));
        assert_int_equal(source, i);
    }
    assert_false(source_from_id("dreamt", &source));
}

static void test_a_run_is_complete_with_its_end(void **state)
{
    (void)state;
    struct event events[EVENTS];
    struct shared_run run = run_of(events, "", EVENTS);
    assert_true(shared_run_complete(&run));
    run.count = 2;
    assert_false(shared_run_complete(&run));
    run.count = 0;
    assert_false(shared_run_complete(&run));
}

static void test_the_longer_state_is_kept(void **state)
{
    (void)state;
    struct event some[EVENTS], all[EVENTS];
    struct shared_runs runs = {0};
    struct shared_run begun = run_of(some, "anna", 1), whole = run_of(all, "anna", EVENTS);
    assert_int_equal(shared_runs_add(&runs, &begun), MERGED_NEW);
    assert_int_equal(shared_runs_add(&runs, &whole), MERGED_LONGER);
    assert_int_equal(shared_runs_add(&runs, &begun), MERGED_SAME);
    assert_int_equal(shared_runs_add(&runs, &whole), MERGED_SAME);
    assert_int_equal(runs.len, 1);
    assert_int_equal(runs.items[0].count, EVENTS);
    memset(all, 0, sizeof all); /* what is kept is a copy */
    assert_string_equal(runs.items[0].events[0].activity, "test:fair/a0");
    shared_runs_free(&runs);
}

static void test_what_says_something_else_is_a_conflict(void **state)
{
    (void)state;
    struct event first[EVENTS], second[EVENTS];
    struct shared_runs runs = {0};
    struct shared_run run = run_of(first, "anna", 2), other = run_of(second, "anna", EVENTS);
    assert_int_equal(shared_runs_add(&runs, &run), MERGED_NEW);
    second[0].choice = SIDE_SALES;
    assert_int_equal(shared_runs_add(&runs, &other), MERGED_CONFLICT);
    other = run_of(second, "anna", EVENTS);
    memcpy(other.run.learner, BEN, UUID_SIZE);
    assert_int_equal(shared_runs_add(&runs, &other), MERGED_CONFLICT);
    assert_int_equal(runs.items[0].count, 2);
    shared_runs_free(&runs);
}

static void test_a_proven_owner_is_kept_and_not_taken_over(void **state)
{
    (void)state;
    struct event events[EVENTS], longer[EVENTS];
    struct shared_runs runs = {0};
    struct shared_run nobody = run_of(events, "", 2), anna = run_of(events, "anna", 2),
                      mallory = run_of(longer, "mallory", EVENTS),
                      copy = run_of(longer, "", EVENTS);
    assert_int_equal(shared_runs_add(&runs, &nobody), MERGED_NEW);
    assert_int_equal(shared_runs_add(&runs, &anna), MERGED_SAME);
    assert_string_equal(runs.items[0].owner, "anna");
    assert_int_equal(shared_runs_add(&runs, &mallory), MERGED_CONFLICT);
    assert_int_equal(shared_runs_add(&runs, &copy), MERGED_LONGER);
    assert_string_equal(runs.items[0].owner, ""); /* nobody proves what goes on there */
    assert_int_equal(shared_runs_add(&runs, &anna), MERGED_SAME);
    assert_string_equal(runs.items[0].owner, "");
    shared_runs_free(&runs);
}

static void test_nothing_comes_behind_an_end(void **state)
{
    (void)state;
    struct event events[EVENTS], ended[EVENTS];
    struct shared_run run = run_of(events, "", EVENTS), early = run_of(ended, "", 2);
    ended[1] = ended[2];
    ended[1].sequence = 2;
    memcpy(ended[1].id, events[1].id, UUID_SIZE);
    events[1] = ended[1];
    for (int order = 0; order < 2; order++) {
        struct shared_runs runs = {0};
        assert_int_equal(shared_runs_add(&runs, order ? &run : &early), MERGED_NEW);
        assert_int_equal(shared_runs_add(&runs, order ? &early : &run), MERGED_CONFLICT);
        shared_runs_free(&runs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sources_have_words),
        cmocka_unit_test(test_a_run_is_complete_with_its_end),
        cmocka_unit_test(test_the_longer_state_is_kept),
        cmocka_unit_test(test_what_says_something_else_is_a_conflict),
        cmocka_unit_test(test_nothing_comes_behind_an_end),
        cmocka_unit_test(test_a_proven_owner_is_kept_and_not_taken_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
