/* What is still to be sent, from a store in memory to a place that fails in every way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "core/typed_run.h"
#include "io/share_queue.h"
#include "io/shared_runs.h"
#include "io/store_mem.h"

#define PLACE "/srv/training"

/* A place that keeps what it is told to. */
struct fake {
    struct share share; /* first */
    struct shared_runs runs;
    int pushes;
    int away_after;          /* pushes after which it cannot be reached; 0: never */
    int most;                /* events it acknowledges of a run; 0: all */
    const char *unknown;     /* a session it does not have */
    const char *refused_run; /* a run it does not take */
};

static bool fake_push(struct share *s, const struct shared_run *run, int *stored, struct err *e)
{
    struct fake *fake = (struct fake *)(void *)s;
    *stored = 0;
    fake->pushes++;
    if (fake->away_after && fake->pushes > fake->away_after)
        return err_set(e, STATUS_TRY_LATER, "away");
    if (fake->unknown && strcmp(run->run.session, fake->unknown) == 0)
        return err_set(e, STATUS_NO_INPUT, "no session");
    if (fake->refused_run && strcmp(run->run.id, fake->refused_run) == 0)
        return err_set(e, STATUS_DATA, "refused");
    struct shared_run kept = *run;
    if (fake->most && kept.count > (size_t)fake->most)
        kept.count = (size_t)fake->most;
    assert_int_not_equal(shared_runs_add(&fake->runs, &kept), MERGED_CONFLICT);
    *stored = (int)kept.count;
    return true;
}

static const struct share_ops fake_ops = {.push = fake_push};

struct state {
    struct store *store;
    struct fake fake;
    struct made_run made[4];
};

/* Puts a made run into the store up to an event. */
static void play(struct state *s, int i, size_t from, size_t to)
{
    struct made_run *made = &s->made[i];
    struct err e = {0};
    assert_true(s->store->ops->append(s->store, &made->shared.learner, made->run, NULL, &e));
    for (size_t j = from; j < to; j++) {
        made->events[j].elapsed_ms = made->events[j].kind == EVENT_ANSWER ? 4321 : 0;
        assert_true(s->store->ops->append(s->store, NULL, NULL, &made->events[j], &e));
    }
}

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof *s);
    if (!s)
        return -1;
    s->store = store_mem_open();
    s->fake.share.ops = &fake_ops;
    static const char *const names[] = {"Anna", "Berta", "Clara", "Room"};
    for (int i = 0; i < 4; i++)
        make_run(&s->made[i], (uint64_t)i + 1, names[i], 5);
    s->made[3].run->mode = SHARED_MODE_ROOM;
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;
    s->store->ops->close(s->store);
    shared_runs_free(&s->fake.runs);
    free(s);
    return 0;
}

static bool push(struct state *s, const char *code, struct share_pushed *pushed, struct err *e)
{
    *e = (struct err){0};
    return share_queue_push(s->store, &s->fake.share, PLACE, code, pushed, e);
}

static int left(struct state *s, const char *place, const char *code)
{
    int count = -1;
    struct err e = {0};
    assert_true(share_queue_left(s->store, place, code, &count, &e));
    return count;
}

static void everything_is_sent_once_and_without_times(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    play(s, 0, 0, 6);
    play(s, 1, 0, 3);
    play(s, 2, 0, 0); /* has joined and not answered */
    play(s, 3, 0, 6);
    assert_int_equal(left(s, PLACE, MADE_SESSION), 3);
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(pushed.sent, 3);
    assert_int_equal(pushed.left, 0);
    assert_int_equal(s->fake.runs.len, 3);
    for (size_t i = 0; i < s->fake.runs.len; i++) {
        const struct shared_run *run = &s->fake.runs.items[i];
        bool room = strcmp(run->run.mode, SHARED_MODE_ROOM) == 0;
        assert_int_equal(run->source, room ? SOURCE_ROOM : SOURCE_PLAYED);
        for (size_t j = 0; j < run->count; j++)
            assert_int_equal(run->events[j].elapsed_ms, 0);
    }
    assert_string_equal(s->fake.runs.items[0].learner.name, "Anna");

    assert_true(push(s, MADE_SESSION, &pushed, &e)); /* nothing is new */
    assert_int_equal(s->fake.pushes, 3);
    assert_int_equal(pushed.sent, 0);
    play(s, 1, 3, 4);
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(s->fake.pushes, 4);
    assert_int_equal(s->fake.runs.items[1].count, 4);
    assert_int_equal(left(s, "/mnt/other", MADE_SESSION), 3); /* each place for itself */
    assert_int_equal(left(s, PLACE, "other-words-here"), 0);
}

static void what_is_away_gets_the_rest_later(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    for (int i = 0; i < 3; i++)
        play(s, i, 0, 6);
    s->fake.away_after = 1;
    assert_false(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    assert_string_equal(e.text, "away");
    assert_int_equal(pushed.sent, 1);
    assert_int_equal(pushed.left, 2);
    assert_int_equal(s->fake.pushes, 2); /* the third was not tried */
    s->fake.away_after = 0;
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(pushed.sent, 2);
    assert_int_equal(s->fake.pushes, 4);
    assert_int_equal(s->fake.runs.len, 3);
}

static void only_what_was_acknowledged_counts(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    play(s, 0, 0, 6);
    s->fake.most = 2;
    assert_false(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    assert_int_equal(pushed.sent, 0);
    assert_int_equal(pushed.left, 1);
    s->fake.most = 0;
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(s->fake.runs.items[0].count, 6);
}

static void one_refused_run_does_not_stop_the_others(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    for (int i = 0; i < 3; i++)
        play(s, i, 0, 6);
    s->fake.refused_run = s->made[0].run->id;
    assert_false(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(e.status, STATUS_DATA);
    assert_int_equal(pushed.sent, 2);
    assert_int_equal(pushed.left, 1);
}

static void sessions_of_other_places_are_told_apart(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    s->made[1].run->session = "other-words-here";
    play(s, 0, 0, 6);
    play(s, 1, 0, 6);
    s->fake.unknown = "other-words-here";
    assert_true(push(s, NULL, &pushed, &e));
    assert_int_equal(pushed.sent, 1);
    assert_int_equal(pushed.left, 0);
    assert_int_equal(pushed.elsewhere, 1);
    assert_false(push(s, "other-words-here", &pushed, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    assert_int_equal(pushed.left, 1);
}

static void an_event_that_is_missing_holds_back_what_follows(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    play(s, 0, 0, 2);
    play(s, 0, 3, 6);
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    assert_int_equal(s->fake.runs.items[0].count, 2);
}

static void a_session_without_names_is_sent_without(void **state)
{
    struct state *s = *state;
    struct share_pushed pushed;
    struct err e;
    s->made[0].run->mode = "before";
    s->made[0].run->rules = "length=2 no-clues=yes nameless=yes";
    s->made[1].run->mode = "before";
    s->made[1].run->rules = "length=2 no-clues=yes";
    play(s, 0, 0, 6);
    play(s, 1, 0, 6);
    assert_true(push(s, MADE_SESSION, &pushed, &e));
    const struct shared_run *nameless = &s->fake.runs.items[0];
    assert_null(strstr(nameless->learner.name, "Anna"));
    assert_true(learner_name_valid(nameless->learner.name, &e));
    /* an id of this session only, or the name could be found by another session's */
    char of_session[UUID_SIZE], of_another[UUID_SIZE];
    nameless_learner_id(MADE_SESSION, s->made[0].shared.learner.id, of_session);
    nameless_learner_id("acorn-album-almond", s->made[0].shared.learner.id, of_another);
    assert_string_equal(nameless->learner.id, of_session);
    assert_string_equal(nameless->run.learner, of_session);
    assert_string_not_equal(of_session, s->made[0].shared.learner.id);
    assert_string_not_equal(of_session, of_another);
    assert_string_equal(s->fake.runs.items[1].learner.name, "Berta");
}

static void places_have_one_name(void **state)
{
    (void)state;
    static const struct {
        const char *where, *place;
    } cases[] = {{"/srv/training", "/srv/training"},
                 {"/srv/training//", "/srv/training"},
                 {"/", "/"},
                 {"postgresql://db.example/training", "postgresql://db.example/training"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str place = {0};
        share_queue_place(cases[i].where, &place);
        assert_string_equal(place.data, cases[i].place);
        str_free(&place);
    }
    struct str here = {0}, place = {0};
    char *folder = getcwd(NULL, 0);
    assert_non_null(folder);
    str_addf(&here, "%s/stick", folder);
    share_queue_place("stick", &place);
    assert_string_equal(place.data, here.data);
    str_free(&here);
    str_free(&place);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everything_is_sent_once_and_without_times, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_away_gets_the_rest_later, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_was_acknowledged_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_refused_run_does_not_stop_the_others, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sessions_of_other_places_are_told_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_event_that_is_missing_holds_back_what_follows, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_session_without_names_is_sent_without, set_up, tear_down),
        cmocka_unit_test(places_have_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
