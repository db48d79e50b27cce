/* Both stores against one suite: what the contract of io/store.h promises. */
#include "io/store_suite.h"

static void empty_store_has_nothing(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct learner learner;
    struct run_log log;
    bool found = true;
    assert_true(p->store->ops->find_learner(p->store, "Anna", &learner, &found, &e));
    assert_false(found);
    found = true;
    assert_true(p->store->ops->open_run(p->store, "x", "core", &log, &found, &e));
    assert_false(found);
    assert_int_equal(answers_of(p, NULL), 0);
    append(p, NULL, NULL, NULL);
}

static void every_field_comes_back(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS);
    run.items = "fair/stand fair/order";
    run.session = "K7QM";
    run.part = "before";
    struct event event = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/stand");
    append(p, &anna, &run, &event);

    struct seen seen = read_all(p, anna.id, 0);
    assert_int_equal(seen.count, 1);
    const struct run *got = &seen.rows[0].run;
    assert_string_equal(got->id, run.id);
    assert_string_equal(got->learner, anna.id);
    assert_string_equal(got->mode, run.mode);
    assert_string_equal(got->rules, run.rules);
    assert_true(got->seed == run.seed);
    assert_string_equal(got->bank, run.bank);
    assert_true(got->fingerprint == run.fingerprint);
    assert_string_equal(got->items, run.items);
    assert_string_equal(got->session, run.session);
    assert_string_equal(got->part, run.part);
    assert_true(got->started_utc_ms == run.started_utc_ms);
    assert_int_equal(got->utc_offset_min, run.utc_offset_min);
    assert_true(event_same(&seen.rows[0].event, &event));
    assert_string_equal(seen.rows[0].name, "Anna");
    assert_false(seen.rows[0].struck);
    assert_false(seen.rows[0].flagged);
    assert_string_equal(seen.rows[0].flag_note, "");
    assert_string_equal(seen.rows[0].ended, "");
    arena_free(&seen.arena);
}

static void appending_twice_changes_nothing(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS);
    struct event event = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/stand");
    append(p, &anna, &run, &event);
    append(p, &anna, &run, &event);
    append(p, NULL, NULL, &event);
    struct run other = run;
    other.mode = "exam"; /* a run that is there stays as it is */
    append(p, NULL, &other, NULL);

    struct seen seen = read_all(p, NULL, 0);
    assert_int_equal(seen.count, 1);
    assert_string_equal(seen.rows[0].run.mode, "practice");
    arena_free(&seen.arena);
}

static void another_event_in_a_taken_place_is_refused(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS);
    struct event first = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/stand");
    append(p, &anna, &run, &first);
    struct event second = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/order");
    append_fails(p, NULL, NULL, &second, STATUS_IO);
    struct err e = {0};
    assert_false(p->store->ops->append(p->store, NULL, NULL, &second, &e));
    assert_non_null(strstr(e.text, "the same run goes on in another window"));
    struct event changed = first; /* the same id, but it says something else */
    changed.choice = SIDE_SALES;
    append_fails(p, NULL, NULL, &changed, STATUS_IO);
    struct event moved = first;
    moved.sequence = 2;
    append_fails(p, NULL, NULL, &moved, STATUS_IO);

    struct seen seen = read_all(p, NULL, 0);
    assert_int_equal(seen.count, 1);
    assert_true(event_same(&seen.rows[0].event, &first));
    arena_free(&seen.arena);
}

static void append_is_all_or_nothing(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta"), out;
    struct run run = a_run(p, &anna, START_MS), second = a_run(p, &berta, START_MS);
    struct event event = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/stand");
    append(p, &anna, &run, &event);
    struct event taken = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/order");
    append_fails(p, &berta, &second, &taken, STATUS_IO);
    bool found = true;
    assert_true(p->store->ops->find_learner(p->store, "Berta", &out, &found, &e));
    assert_false(found);
    struct event of_second = an_event(p, &second, 1, EVENT_ANSWER, "core:fair/stand");
    append_fails(p, NULL, NULL, &of_second, STATUS_SOFTWARE);
}

static void orphans_and_nonsense_are_refused(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), bad = anna;
    struct run run = a_run(p, &anna, START_MS), bad_run = run;
    struct event event = an_event(p, &run, 1, EVENT_ANSWER, "core:fair/stand"), off = event;
    append_fails(p, NULL, &run, NULL, STATUS_SOFTWARE);
    append_fails(p, NULL, NULL, &event, STATUS_SOFTWARE);
    bad.name[0] = '\0';
    append_fails(p, &bad, NULL, NULL, STATUS_SOFTWARE);
    bad_run.items = NULL;
    append_fails(p, &anna, &bad_run, NULL, STATUS_SOFTWARE);
    off.sequence = 0;
    append_fails(p, &anna, &run, &off, STATUS_SOFTWARE);
    off = event;
    off.choice = SIDE_NONE;
    append_fails(p, &anna, &run, &off, STATUS_SOFTWARE);
    off = event;
    off.elapsed_ms = -1;
    append_fails(p, &anna, &run, &off, STATUS_SOFTWARE);
    off = event;
    char note[EVENT_NOTE_MAX + 2];
    memset(note, 'n', sizeof note - 1);
    note[sizeof note - 1] = '\0';
    off.note = note;
    append_fails(p, &anna, &run, &off, STATUS_SOFTWARE);
    note[EVENT_NOTE_MAX] = '\0';
    append(p, &anna, &run, &off);
}

static void answers_come_in_order_of_time(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna"), berta = a_learner(p, "Berta");
    struct run late = a_run(p, &anna, START_MS + 500), early = a_run(p, &anna, START_MS);
    struct run between = a_run(p, &berta, START_MS + 200);
    struct run twin = late; /* started in the same millisecond; the ids decide */
    memcpy(twin.id, "00000000-0000-7000-8000-000000000000", UUID_SIZE);
    append(p, &anna, &late, NULL);
    append(p, &berta, &between, NULL);
    append(p, NULL, &early, NULL);
    append(p, NULL, &twin, NULL);
    add(p, &late, 2, EVENT_ANSWER, "core:a/6");
    add(p, &late, 1, EVENT_ANSWER, "core:a/5");
    add(p, &early, 10, EVENT_ANSWER, "core:a/2");
    add(p, &early, 9, EVENT_ANSWER, "core:a/1");
    add(p, &between, 1, EVENT_ANSWER, "core:a/3");
    add(p, &twin, 1, EVENT_ANSWER, "core:a/4");

    static const char *const all[] = {"core:a/1", "core:a/2", "core:a/3",
                                      "core:a/4", "core:a/5", "core:a/6"};
    struct seen seen = read_all(p, NULL, 0);
    assert_int_equal(seen.count, (int)ARRAY_LEN(all));
    for (int i = 0; i < seen.count; i++)
        assert_string_equal(seen.rows[i].event.activity, all[i]);
    assert_string_equal(seen.rows[2].name, "Berta");
    arena_free(&seen.arena);
    assert_int_equal(answers_of(p, anna.id), 5);
    assert_int_equal(answers_of(p, berta.id), 1);
    seen = read_all(p, NULL, 3);
    assert_int_equal(seen.count, 3);
    arena_free(&seen.arena);
}

static void strikes_and_flags_mark_their_answer(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run run = a_run(p, &anna, START_MS), other = a_run(p, &anna, START_MS + 9);
    append(p, &anna, &run, NULL);
    append(p, NULL, &other, NULL);
    add(p, &run, 1, EVENT_ANSWER, "core:a/struck");
    add(p, &run, 2, EVENT_STRIKE, "core:a/struck");
    struct event flag = an_event(p, &run, 3, EVENT_FLAG, "core:a/flagged");
    flag.note = "what is a stand?";
    append(p, NULL, NULL, &flag);
    add(p, &run, 4, EVENT_ANSWER, "core:a/flagged");
    struct event again = an_event(p, &run, 5, EVENT_FLAG, "core:a/flagged");
    again.note = "\"both\", I'd say";
    append(p, NULL, NULL, &again);
    add(p, &run, 6, EVENT_END, "");
    add(p, &other, 1, EVENT_ANSWER, "core:a/struck"); /* another run's strike is not this one's */

    struct seen seen = read_all(p, anna.id, 0);
    assert_int_equal(seen.count, 3);
    assert_true(seen.rows[0].struck);
    assert_false(seen.rows[0].flagged);
    assert_false(seen.rows[1].struck);
    assert_true(seen.rows[1].flagged);
    assert_string_equal(seen.rows[1].flag_note, "\"both\", I'd say");
    assert_false(seen.rows[2].struck);
    arena_free(&seen.arena);
}

static void answers_know_how_their_run_ended(void **state)
{
    struct place *p = *state;
    struct learner anna = a_learner(p, "Anna");
    struct run done = a_run(p, &anna, START_MS), open = a_run(p, &anna, START_MS + 1);
    struct event end = an_event(p, &done, 3, EVENT_END, "");
    end.note = "done";
    append(p, &anna, &done, NULL);
    append(p, NULL, &open, NULL);
    add(p, &done, 1, EVENT_ANSWER, "core:a/1");
    add(p, &done, 2, EVENT_ANSWER, "core:a/2");
    append(p, NULL, NULL, &end);
    add(p, &open, 1, EVENT_ANSWER, "core:a/3");

    struct seen seen = read_all(p, anna.id, 0);
    assert_int_equal(seen.count, 3);
    assert_string_equal(seen.rows[0].ended, "done"); /* though the end comes after it */
    assert_string_equal(seen.rows[1].ended, "done");
    assert_string_equal(seen.rows[2].ended, "");
    arena_free(&seen.arena);
}

static void names_are_only_text(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    static const char *const names[] = {
        "Anna",     "anna",  "An'na",    "Robert'); DROP TABLE event;--",
        "\"Anna\"", "100 %", "%s%n?1",   "=1+1",
        "Zoë 张",   ":name", "@x $y ?2", "\x1b[31mred",
    };
    struct learner added[ARRAY_LEN(names)];
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        added[i] = a_learner(p, names[i]);
        struct run run = a_run(p, &added[i], START_MS + (int64_t)i);
        run.rules = names[i];
        struct event event = an_event(p, &run, 1, EVENT_ANSWER, "core:a/1");
        event.note = names[i];
        append(p, &added[i], &run, &event);
    }
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct learner out;
        bool found = false;
        assert_true(p->store->ops->find_learner(p->store, names[i], &out, &found, &e));
        assert_true(found);
        assert_string_equal(out.id, added[i].id);
        assert_string_equal(out.name, names[i]);
    }
    struct seen seen = read_all(p, NULL, 0);
    assert_int_equal(seen.count, (int)ARRAY_LEN(names));
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        assert_string_equal(seen.rows[i].name, names[i]);
        assert_string_equal(seen.rows[i].run.rules, names[i]);
        assert_string_equal(seen.rows[i].event.note, names[i]);
    }
    arena_free(&seen.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH(empty_store_has_nothing),          BOTH(every_field_comes_back),
        BOTH(appending_twice_changes_nothing),  BOTH(another_event_in_a_taken_place_is_refused),
        BOTH(append_is_all_or_nothing),         BOTH(orphans_and_nonsense_are_refused),
        BOTH(answers_come_in_order_of_time),    BOTH(strikes_and_flags_mark_their_answer),
        BOTH(answers_know_how_their_run_ended), BOTH(names_are_only_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
