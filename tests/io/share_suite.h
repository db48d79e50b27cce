/* One suite over every place where sessions are shared (io/share.h).  Whoever includes it makes
 * places for it and runs SHARE_SUITE(set_up, tear_down). */
#ifndef SMQ_TESTS_SHARE_SUITE_H
#define SMQ_TESTS_SHARE_SUITE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/session_write.h"
#include "io/share.h"
#include "io/shared_runs.h"
#include "unit/session_fixture.h"

/* What a test's state points to: an empty place, opened twice. */
struct share_place {
    struct share *trainer; /* by somebody who may publish, open parts and read everything */
    struct share *player;  /* by somebody who plays */
    const char *owner;     /* who the system says the player is */
    void *own;             /* of whoever made the place */
};

#define SECOND_SESSION "other-words-here"

/* A session as it is published, over a bank of its own. */
struct published {
    struct bank *bank;
    struct session session;
    struct str text;
};

static inline struct published suite_publish(struct share_place *p, const char *code,
                                             const char *title)
{
    struct published made = {.bank = fixture_bank()};
    struct err e = {0};
    made.session = fixture_session(made.bank);
    snprintf(made.session.code, sizeof made.session.code, "%s", code);
    snprintf(made.session.title, sizeof made.session.title, "%s", title);
    session_write(&made.text, &made.session);
    bool done = p->trainer->ops->publish(p->trainer, &made.session, &made.text, &e);
    assert_string_equal(e.text, "");
    assert_true(done);
    return made;
}

static inline void suite_free(struct published *made)
{
    str_free(&made->text);
    bank_free(made->bank);
}

/* Publishes the usual session. */
static inline void suite_start(struct share_place *p)
{
    struct published made = suite_publish(p, MADE_SESSION, "The first day");
    suite_free(&made);
}

static inline void suite_push(struct share_place *p, const struct shared_run *run)
{
    struct err e = {0};
    int stored = -1;
    bool done = p->player->ops->push(p->player, run, &stored, &e);
    assert_string_equal(e.text, "");
    assert_true(done);
    assert_int_equal(stored, run->count);
}

/* What each_run gave. */
struct suite_runs {
    struct shared_runs runs;
    struct faults refused;
    int stop_after, calls;
};

static inline bool suite_take(const struct shared_run *run, void *context)
{
    struct suite_runs *taken = context;
    assert_int_equal(shared_runs_add(&taken->runs, run), MERGED_NEW); /* each comes once */
    return ++taken->calls != taken->stop_after;
}

static inline struct suite_runs suite_read(struct share_place *p, const char *code, int stop_after)
{
    struct suite_runs taken = {.stop_after = stop_after};
    struct err e = {0};
    bool read = p->trainer->ops->each_run(p->trainer, code, suite_take, &taken, &taken.refused, &e);
    assert_string_equal(e.text, "");
    assert_true(read);
    assert_int_equal(taken.refused.len, 0);
    return taken;
}

static inline void suite_runs_free(struct suite_runs *taken)
{
    shared_runs_free(&taken->runs);
    faults_free(&taken->refused);
}

/* Whether it is the run that was made, but for its owner and the times answers took. */
static inline void suite_same(const struct shared_run *run, const struct shared_run *made)
{
    assert_int_equal(run->source, made->source);
    assert_string_equal(run->learner.id, made->learner.id);
    assert_string_equal(run->learner.name, made->learner.name);
    assert_string_equal(run->run.id, made->run.id);
    assert_string_equal(run->run.learner, made->run.learner);
    assert_string_equal(run->run.mode, made->run.mode);
    assert_string_equal(run->run.rules, made->run.rules);
    assert_true(run->run.seed == made->run.seed);
    assert_string_equal(run->run.bank, made->run.bank);
    assert_true(run->run.fingerprint == made->run.fingerprint);
    assert_string_equal(run->run.items, made->run.items);
    assert_string_equal(run->run.session, made->run.session);
    assert_string_equal(run->run.part, made->run.part);
    assert_true(run->run.started_utc_ms == made->run.started_utc_ms);
    assert_int_equal(run->run.utc_offset_min, made->run.utc_offset_min);
    assert_int_equal(run->count, made->count);
    for (size_t i = 0; i < run->count; i++) {
        struct event event = made->events[i];
        event.elapsed_ms = 0;
        assert_true(event_same(&run->events[i], &event));
    }
}

/* ---- sessions ---- */

static inline struct share_state suite_state(struct share *share, const char *code)
{
    struct share_state state = {0};
    struct str text = {0};
    struct err e = {0};
    bool read = share->ops->fetch(share, code, &text, &state, &e);
    assert_string_equal(e.text, "");
    assert_true(read);
    str_free(&text);
    return state;
}

static inline void share_gives_back_a_published_session(void **state)
{
    struct share_place *p = *state;
    struct published made = suite_publish(p, MADE_SESSION, "The first day");
    static const char *const codes[] = {MADE_SESSION, ""};
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        struct str text = {0};
        struct share_state open = {0};
        struct err e = {0};
        str_add(&text, "before:");
        assert_true(p->player->ops->fetch(p->player, codes[i], &text, &open, &e));
        assert_memory_equal(text.data, "before:", 7);
        assert_int_equal(text.len, made.text.len + 7);
        assert_memory_equal(text.data + 7, made.text.data, made.text.len);
        assert_false(open.self_paced);
        assert_int_equal(open.open, PART_NONE);
        str_free(&text);
    }
    suite_free(&made);
}

static inline void share_has_only_sessions_that_were_published(void **state)
{
    struct share_place *p = *state;
    static const char *const codes[] = {MADE_SESSION, "", "../..", "a/b"};
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        struct str text = {0};
        struct share_state open;
        struct err e = {0};
        assert_false(p->player->ops->fetch(p->player, codes[i], &text, &open, &e));
        assert_int_equal(e.status, STATUS_NO_INPUT);
        assert_true(strlen(e.text) > 0);
        str_free(&text);
    }
    struct made_run made;
    struct err e = {0};
    int stored = -1;
    make_run(&made, 1, "Anna", 3);
    assert_false(p->player->ops->push(p->player, &made.shared, &stored, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    assert_int_equal(stored, 0);
}

static inline void share_takes_a_code_once(void **state)
{
    struct share_place *p = *state;
    struct published made = suite_publish(p, MADE_SESSION, "The first day");
    struct str other = {0}, text = {0};
    struct share_state open;
    struct err e = {0};
    str_add(&other, "something else");
    assert_false(p->trainer->ops->publish(p->trainer, &made.session, &other, &e));
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    e = (struct err){0};
    assert_true(p->player->ops->fetch(p->player, MADE_SESSION, &text, &open, &e));
    assert_string_equal(text.data, made.text.data);
    str_free(&other);
    str_free(&text);
    suite_free(&made);
}

struct suite_list {
    int count, stop_after;
    char codes[8][SESSION_CODE_SIZE], titles[8][64];
    struct share_state states[8];
};

static inline bool suite_list_one(const struct share_session *session, void *context)
{
    struct suite_list *list = context;
    assert_in_range(list->count, 0, 7);
    snprintf(list->codes[list->count], sizeof list->codes[0], "%s", session->code);
    snprintf(list->titles[list->count], sizeof list->titles[0], "%s", session->title);
    list->states[list->count] = session->state;
    return ++list->count != list->stop_after;
}

static inline struct suite_list suite_list(struct share *share, int stop_after)
{
    struct suite_list list = {.stop_after = stop_after};
    struct err e = {0};
    assert_true(share->ops->each_session(share, suite_list_one, &list, &e));
    return list;
}

static inline void share_lists_its_sessions(void **state)
{
    struct share_place *p = *state;
    assert_int_equal(suite_list(p->trainer, 0).count, 0);
    suite_start(p);
    struct published second = suite_publish(p, SECOND_SESSION, "Zoë’s “other” day");
    struct err e = {0};
    assert_true(p->trainer->ops->open_part(p->trainer, SECOND_SESSION, PART_PRACTICE, &e));
    struct suite_list list = suite_list(p->trainer, 0);
    assert_int_equal(list.count, 2);
    int at = strcmp(list.codes[0], SECOND_SESSION) == 0 ? 0 : 1;
    assert_string_equal(list.codes[at], SECOND_SESSION);
    assert_string_equal(list.titles[at], "Zoë’s “other” day");
    assert_int_equal(list.states[at].open, PART_PRACTICE);
    assert_string_equal(list.codes[1 - at], MADE_SESSION);
    assert_int_equal(list.states[1 - at].open, PART_NONE);
    assert_int_equal(suite_list(p->trainer, 1).count, 1);

    struct str text = {0};
    struct share_state open;
    assert_false(p->player->ops->fetch(p->player, "", &text, &open, &e)); /* which one? */
    assert_non_null(strstr(e.text, MADE_SESSION));
    assert_non_null(strstr(e.text, SECOND_SESSION));
    str_free(&text);
    suite_free(&second);
}

static inline void share_opens_parts_for_everybody(void **state)
{
    struct share_place *p = *state;
    static const enum part parts[] = {PART_BEFORE, PART_PRACTICE, PART_AFTER, PART_NONE,
                                      PART_PRACTICE};
    suite_start(p);
    struct published other = suite_publish(p, SECOND_SESSION, "Another");
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        struct err e = {0};
        assert_true(p->trainer->ops->open_part(p->trainer, MADE_SESSION, parts[i], &e));
        struct share_state open = suite_state(p->player, MADE_SESSION);
        assert_int_equal(open.open, parts[i]);
        assert_false(open.self_paced);
    }
    assert_int_equal(suite_state(p->player, SECOND_SESSION).open, PART_NONE);
    struct err e = {0};
    assert_false(p->trainer->ops->open_part(p->trainer, "no-such-session", PART_AFTER, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    suite_free(&other);
}

/* ---- runs ---- */

static inline void share_gives_back_what_was_pushed(void **state)
{
    struct share_place *p = *state;
    struct made_run made;
    suite_start(p);
    make_run(&made, 1, "Zoë O’Neill; DROP TABLE run", 20);
    for (int i = 0; i < 20; i++)
        made.events[i].elapsed_ms = 1234;
    made.events[4].kind = EVENT_FLAG;
    made.events[4].choice = SIDE_NONE;
    made.events[4].note = "„unclear“ \\ 'and' \"so\" on\xe2\x80\xa6";
    made.run->seed = UINT64_MAX;
    suite_push(p, &made.shared);
    struct suite_runs taken = suite_read(p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    suite_same(&taken.runs.items[0], &made.shared);
    if (p->owner)
        assert_string_equal(taken.runs.items[0].owner, p->owner);
    suite_runs_free(&taken);
}

/* A run is pushed as it grows, and again for safety, and once by somebody who is behind. */
static inline void share_keeps_the_longest_state_of_a_run(void **state)
{
    struct share_place *p = *state;
    static const size_t counts[] = {2, 2, 5, 11, 11, 3};
    struct made_run made;
    suite_start(p);
    make_run(&made, 1, "Anna", 10);
    size_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        made.shared.count = counts[i];
        longest = counts[i] > longest ? counts[i] : longest;
        suite_push(p, &made.shared);
        struct suite_runs taken = suite_read(p, MADE_SESSION, 0);
        assert_int_equal(taken.runs.len, 1);
        made.shared.count = longest;
        suite_same(&taken.runs.items[0], &made.shared);
        assert_int_equal(shared_run_complete(&taken.runs.items[0]), longest == 11);
        suite_runs_free(&taken);
    }
}

static inline void share_never_changes_what_is_there(void **state)
{
    struct share_place *p = *state;
    struct made_run made, forged;
    suite_start(p);
    make_run(&made, 1, "Anna", 4);
    make_run(&forged, 1, "Anna", 4);
    made.shared.count = 3;
    suite_push(p, &made.shared);
    forged.events[1].choice = SIDE_SALES;
    struct err e = {0};
    int stored = 0;
    bool done = p->player->ops->push(p->player, &forged.shared, &stored, &e);
    assert_true(!done || stored < (int)forged.shared.count);
    struct suite_runs taken = suite_read(p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    assert_int_equal(taken.runs.items[0].events[1].choice, made.events[1].choice);
    suite_runs_free(&taken);
}

static inline void share_keeps_people_parts_and_sessions_apart(void **state)
{
    struct share_place *p = *state;
    enum { RUNS = 4 };
    struct made_run *made = calloc(RUNS, sizeof *made);
    assert_non_null(made);
    suite_start(p);
    struct published other = suite_publish(p, SECOND_SESSION, "Another");
    static const char *const names[RUNS] = {"Anna", "Anna", "Berta", "Room"};
    static const enum source sources[RUNS] = {SOURCE_PLAYED, SOURCE_CODE, SOURCE_SHEET,
                                              SOURCE_ROOM};
    for (int i = 0; i < RUNS; i++) {
        make_run(&made[i], (uint64_t)i + 1, names[i], 3 + (size_t)i);
        made[i].shared.source = sources[i];
    }
    made[2].run->part = "after";
    made[3].run->session = SECOND_SESSION;
    made[3].run->mode = SHARED_MODE_ROOM;
    made[3].run->part = "practice";
    for (int i = RUNS - 1; i >= 0; i--)
        suite_push(p, &made[i].shared);
    struct suite_runs taken = suite_read(p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, RUNS - 1);
    for (int i = 0; i < RUNS - 1; i++) {
        const struct shared_run *found = NULL;
        for (size_t j = 0; j < taken.runs.len; j++)
            if (strcmp(taken.runs.items[j].run.id, made[i].run->id) == 0)
                found = &taken.runs.items[j];
        assert_non_null(found);
        suite_same(found, &made[i].shared);
    }
    suite_runs_free(&taken);
    taken = suite_read(p, MADE_SESSION, 1);
    assert_int_equal(taken.calls, 1);
    suite_runs_free(&taken);
    taken = suite_read(p, SECOND_SESSION, 0);
    assert_int_equal(taken.runs.len, 1);
    suite_same(&taken.runs.items[0], &made[3].shared);
    suite_runs_free(&taken);
    suite_free(&other);
    free(made);
}

static inline void share_of_nobody_is_empty(void **state)
{
    struct share_place *p = *state;
    suite_start(p);
    struct suite_runs taken = suite_read(p, MADE_SESSION, 0);
    assert_int_equal(taken.runs.len, 0);
    suite_runs_free(&taken);
    struct err e = {0};
    assert_false(p->trainer->ops->each_run(p->trainer, SECOND_SESSION, suite_take, &taken,
                                           &taken.refused, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
}

/* ---- changes ---- */

/* Looks until the place says so: a server may need a moment to tell. */
static inline bool suite_changed(struct share *share, bool expected)
{
    enum { LOOKS = 500 };
    const struct timespec moment = {.tv_nsec = 10 * 1000000L};
    for (int i = 0; i < LOOKS; i++) {
        struct err e = {0};
        bool changed = false;
        bool asked = share->ops->changed(share, MADE_SESSION, &changed, &e);
        assert_string_equal(e.text, "");
        assert_true(asked);
        if (changed == expected)
            return true;
        nanosleep(&moment, NULL);
    }
    return false;
}

static inline void share_tells_that_something_changed(void **state)
{
    struct share_place *p = *state;
    struct made_run made;
    struct err e = {0};
    suite_start(p);
    bool changed = false;
    assert_true(p->trainer->ops->changed(p->trainer, MADE_SESSION, &changed, &e));
    assert_true(changed); /* the first time */
    assert_true(suite_changed(p->trainer, false));
    make_run(&made, 1, "Anna", 5);
    made.shared.count = 2;
    suite_push(p, &made.shared);
    assert_true(suite_changed(p->trainer, true));
    assert_true(suite_changed(p->trainer, false));
    made.shared.count = 3;
    suite_push(p, &made.shared);
    assert_true(suite_changed(p->trainer, true));
    assert_true(suite_changed(p->player, true));
    assert_true(suite_changed(p->player, false));
    assert_true(p->trainer->ops->open_part(p->trainer, MADE_SESSION, PART_BEFORE, &e));
    assert_true(suite_changed(p->player, true));
}

#define SHARE_TEST(test, set_up, tear_down)  \
    {                                        \
#test, test, set_up, tear_down, NULL \
    }
#define SHARE_SUITE(up, down)                                              \
    SHARE_TEST(share_gives_back_a_published_session, up, down),            \
        SHARE_TEST(share_has_only_sessions_that_were_published, up, down), \
        SHARE_TEST(share_takes_a_code_once, up, down),                     \
        SHARE_TEST(share_lists_its_sessions, up, down),                    \
        SHARE_TEST(share_opens_parts_for_everybody, up, down),             \
        SHARE_TEST(share_gives_back_what_was_pushed, up, down),            \
        SHARE_TEST(share_keeps_the_longest_state_of_a_run, up, down),      \
        SHARE_TEST(share_never_changes_what_is_there, up, down),           \
        SHARE_TEST(share_keeps_people_parts_and_sessions_apart, up, down), \
        SHARE_TEST(share_of_nobody_is_empty, up, down),                    \
        SHARE_TEST(share_tells_that_something_changed, up, down)

#endif
