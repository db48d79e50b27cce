/* Sessions over a real PostgreSQL: what the contract of io/share.h promises, through the module. */
#include <time.h>

#include "interop/team_world.h"

/* ---- sessions ---- */

static void clear_sessions(void)
{
    sql(ADMIN, "DELETE FROM smquiz.event; DELETE FROM smquiz.run; DELETE FROM smquiz.learner;"
               "DELETE FROM smquiz.session");
}

static bool take_code(const struct share_session *session, void *context)
{
    struct str *codes = context;
    str_addf(codes, "%s=%s/%s ", session->code, session->title, part_id(session->state.open));
    return true;
}

static void a_session_is_published_once(void **state)
{
    (void)state;
    struct session session = {.code = "once-only-river", .title = "Another"};
    struct str text = {0}, codes = {0};
    struct share_state is = {.self_paced = true};
    struct err e = {0};
    publish_as(TINA, "once-only-river");

    struct share *share = open_as(TOM);
    str_add(&text, "other");
    assert_false(share->ops->publish(share, &session, &text, &e));
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(e.text, "once-only-river"));

    str_clear(&text);
    assert_true(share->ops->fetch(share, "once-only-river", &text, &is, &e));
    assert_string_equal(str_text(&text), "the file of once-only-river\n");
    assert_false(is.self_paced);
    assert_int_equal(is.open, PART_NONE);
    assert_true(share->ops->each_session(share, take_code, &codes, &e));
    assert_non_null(strstr(str_text(&codes), "once-only-river=Onboarding/ "));
    share->ops->close(share);
    str_free(&text);
    str_free(&codes);
}

static void the_text_comes_back_byte_for_byte(void **state)
{
    (void)state;
    struct session session = {.code = "long-text-river", .title = "Größe „1“ \\ 'quoted' \"two\""};
    struct str text = {0}, back = {0};
    struct share_state is;
    struct err e = {0};
    struct share *share = open_as(TINA);
    while (text.len < 700000)
        str_addf(&text, "line %zu: \\ ' \" \t — € \xf0\x9f\x99\x82\n", text.len);
    assert_true(share->ops->publish(share, &session, &text, &e));
    assert_true(share->ops->fetch(share, session.code, &back, &is, &e));
    assert_int_equal(back.len, text.len);
    assert_memory_equal(back.data, text.data, text.len);
    share->ops->close(share);
    str_free(&text);
    str_free(&back);
}

static void parts_are_opened_by_their_trainer(void **state)
{
    (void)state;
    const char *code = "parts-of-river";
    struct err e = {0};
    struct str text = {0};
    struct share_state is;
    publish_as(TINA, code);
    struct share *tina = open_as(TINA), *tom = open_as(TOM), *ann = open_as(ANN);
    assert_true(tina->ops->open_part(tina, code, PART_PRACTICE, &e));
    assert_true(ann->ops->fetch(ann, code, &text, &is, &e));
    assert_int_equal(is.open, PART_PRACTICE);

    assert_false(tom->ops->open_part(tom, code, PART_AFTER, &e));
    assert_int_equal(e.status, STATUS_NO_PERMISSION);
    assert_non_null(strstr(e.text, "another trainer"));
    assert_false(ann->ops->open_part(ann, code, PART_AFTER, &e));
    assert_int_equal(e.status, STATUS_NO_PERMISSION);
    assert_non_null(strstr(e.text, "Only trainers"));
    assert_false(tina->ops->open_part(tina, "not-there-river", PART_AFTER, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);

    assert_true(ann->ops->fetch(ann, code, &text, &is, &e));
    assert_int_equal(is.open, PART_PRACTICE);
    assert_true(tina->ops->open_part(tina, code, PART_NONE, &e));
    assert_true(ann->ops->fetch(ann, code, &text, &is, &e));
    assert_int_equal(is.open, PART_NONE);
    tina->ops->close(tina);
    tom->ops->close(tom);
    ann->ops->close(ann);
    str_free(&text);
}

static void participants_publish_nothing(void **state)
{
    (void)state;
    struct session session = {.code = "of-ann-river"};
    struct str text = {0};
    struct err e = {0};
    struct share *ann = open_as(ANN);
    str_add(&text, "x");
    assert_false(ann->ops->publish(ann, &session, &text, &e));
    assert_int_equal(e.status, STATUS_NO_PERMISSION);
    ann->ops->close(ann);
    str_free(&text);
}

/* In a database of its own: it is about the only session there. */
static void without_a_code_it_is_the_only_one(void **state)
{
    (void)state;
    struct err e = {0};
    struct str text = {0};
    struct share_state is;
    clear_sessions();
    struct share *tina = open_as(TINA);
    assert_false(tina->ops->fetch(tina, "", &text, &is, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    publish_as(TINA, "first-one-river");
    assert_true(tina->ops->fetch(tina, "", &text, &is, &e));
    assert_string_equal(str_text(&text), "the file of first-one-river\n");

    publish_as(TOM, "second-one-river");
    assert_false(tina->ops->fetch(tina, "", &text, &is, &e));
    assert_int_equal(e.status, STATUS_USAGE);
    assert_non_null(strstr(e.text, "second-one-river, first-one-river"));
    assert_false(tina->ops->fetch(tina, "no-such-river", &text, &is, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    tina->ops->close(tina);
    str_free(&text);
}

/* ---- runs ---- */

static void a_run_grows_and_comes_back_whole(void **state)
{
    (void)state;
    const char *code = "growing-run-river";
    struct participant p;
    struct err e = {0};
    people_make(&p, world_seed(), 1, code);
    p.events[3].kind = EVENT_FLAG;
    p.events[3].choice = SIDE_NONE;
    p.events[3].note = "a \"flag\", {with} \\ commas, and NULL";
    publish_as(TINA, code);
    struct share *ann = open_as(ANN);
    static const size_t steps[] = {0, 1, 1, 7, 21, 20, 21};
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        struct shared_run run = people_so_far(&p, steps[i]);
        int stored = -1;
        assert_true(ann->ops->push(ann, &run, &stored, &e));
        assert_int_equal(stored, steps[i]);
    }
    ann->ops->close(ann);

    struct seen tina = look_as(TINA, code, &p);
    assert_int_equal(tina.runs, 1);
    assert_int_equal(tina.same, 1);
    assert_int_equal(tina.events, PEOPLE_EVENTS);
    assert_string_equal(tina.owner, ANN);
    assert_int_equal(look_as(ANN, code, &p).same, 1);
    assert_int_equal(look_as(BOB, code, NULL).runs, 0);
    assert_int_equal(look_as(TOM, code, NULL).runs, 0);
}

static void times_are_not_shared(void **state)
{
    (void)state;
    const char *code = "no-times-river";
    struct participant p;
    people_make(&p, world_seed(), 1, code);
    p.events[0].elapsed_ms = 1234;
    publish_as(TINA, code);
    push_well(ANN, &p.shared);
    assert_rows(0, ADMIN, "SELECT FROM smquiz.event WHERE elapsed_ms <> 0");
    p.events[0].elapsed_ms = 0;
    assert_int_equal(look_as(TINA, code, &p).same, 1);
}

static void one_owner_may_play_for_several(void **state)
{
    (void)state;
    const char *code = "hot-seat-river";
    uint64_t seed = world_seed();
    publish_as(TINA, code);
    for (int i = 0; i < 3; i++) {
        struct participant p;
        people_make(&p, seed, i, code);
        push_well(ANN, &p.shared);
    }
    assert_int_equal(look_as(TINA, code, NULL).runs, 3);
}

static void trainers_add_what_they_typed_in(void **state)
{
    (void)state;
    const char *code = "entered-it-river";
    struct participant p;
    struct err e = {0};
    publish_as(TINA, code);
    for (int i = SOURCE_CODE; i <= SOURCE_ROOM; i++) {
        people_make(&p, world_seed(), i, code);
        p.shared.source = (enum source)i;
        assert_int_equal(push_as(ANN, &p.shared, &e), -1); /* only trainers type in */
        assert_int_equal(e.status, STATUS_NO_PERMISSION);
        assert_int_equal(push_as(TOM, &p.shared, &e), -1); /* in their own sessions */
        assert_int_equal(e.status, STATUS_NO_PERMISSION);
        push_well(TINA, &p.shared);
        assert_int_equal(look_as(TINA, code, &p).same, 1);
    }
    assert_int_equal(look_as(TINA, code, NULL).runs, 3);
}

/* A role that is both used to be where policies went round in a circle. */
static void a_trainer_takes_part_elsewhere(void **state)
{
    (void)state;
    const char *code = "trainer-plays-river";
    struct participant p;
    people_make(&p, world_seed(), 1, code);
    publish_as(TINA, code);
    push_well(TOM, &p.shared);
    assert_int_equal(look_as(TOM, code, &p).same, 1);
    assert_int_equal(look_as(TINA, code, &p).same, 1);
}

static void many_events_come_in_batches(void **state)
{
    (void)state;
    enum { HANDS = 1700 };
    const char *code = "many-hands-river";
    static struct event events[HANDS];
    struct rng rng = rng_seeded(world_seed());
    struct participant p;
    people_make(&p, 7, 1, code);
    uuid7(p.shared.run.id, PEOPLE_START_MS, &rng);
    for (int i = 0; i < HANDS; i++) {
        events[i] = p.events[0];
        events[i].sequence = i + 1;
        uuid7(events[i].id, PEOPLE_START_MS + i, &rng);
        memcpy(events[i].run, p.shared.run.id, UUID_SIZE);
    }
    p.shared.source = SOURCE_ROOM;
    p.shared.events = events;
    p.shared.count = HANDS;
    publish_as(TINA, code);
    push_well(TINA, &p.shared);
    assert_int_equal(look_as(TINA, code, NULL).events, HANDS);
}

static void an_id_of_somebody_else_is_not_taken_over(void **state)
{
    (void)state;
    const char *code = "id-taken-river";
    struct participant p;
    struct err e = {0};
    people_make(&p, world_seed(), 1, code);
    publish_as(TINA, code);
    struct shared_run five = people_so_far(&p, 5);
    push_well(ANN, &five);
    assert_int_equal(push_as(BOB, &p.shared, &e), -1); /* a copy of her file */
    assert_int_equal(e.status, STATUS_DATA);
    assert_int_equal(look_as(TINA, code, NULL).events, 5);
    assert_int_equal(look_as(BOB, code, NULL).runs, 0);

    struct participant other;
    people_make(&other, world_seed() + 1, 2, code);
    memcpy(other.events[0].id, p.events[0].id, UUID_SIZE); /* an event of hers in a run of his */
    assert_int_equal(push_as(BOB, &other.shared, &e), -1);
    assert_int_equal(look_as(BOB, code, NULL).runs, 0); /* nothing of it */
    push_well(ANN, &p.shared);
    assert_int_equal(look_as(TINA, code, &p).same, 1);
}

static void a_run_stays_in_its_session(void **state)
{
    (void)state;
    struct participant p;
    struct err e = {0};
    people_make(&p, world_seed(), 1, "moves-from-river");
    publish_as(TINA, "moves-from-river");
    publish_as(TINA, "moves-to-river");
    push_well(ANN, &p.shared);
    p.shared.run.session = "moves-to-river";
    assert_int_equal(push_as(ANN, &p.shared, &e), -1);
    assert_int_equal(e.status, STATUS_DATA);
}

/* Rows that no smquiz wrote, past the server's own checks. */
static const struct spoil {
    const char *table, *set, *id; /* id: the column that names the run, or the learner */
    bool by_learner;
} spoils[] = {
    {"learner", "name = E'\\x1b[2J'", "id", true},
    {"learner", "name = ' Anna'", "id", true},
    {"event", "sequence = 40", "sequence = 4 AND run", false},
    {"event", "note = E'a\\nb'", "sequence = 2 AND run", false},
    {"event", "activity = U&'\\202Ex'", "sequence = 2 AND run", false},
    {"run", "owner = E'\\x07'", "id", false},
    {"run", "mode = E'\\x7f'", "id", false},
};

static void foreign_rows_are_refused_by_name(void **state)
{
    (void)state;
    const char *code = "foreign-row-river";
    for (size_t i = 0; i < ARRAY_LEN(spoils); i++) {
        const struct spoil *spoil = &spoils[i];
        struct participant good, bad;
        clear_sessions();
        people_make(&bad, world_seed(), 1, code);
        people_make(&good, world_seed(), 2, code);
        publish_as(TINA, code);
        push_well(ANN, &bad.shared);
        push_well(BOB, &good.shared);
        struct said said =
            sql(ADMIN,
                "SET session_replication_role = replica;"
                "UPDATE smquiz.learner SET owner = E'\\x07' WHERE %s AND owner = 'ann';"
                "UPDATE smquiz.%s SET %s WHERE %s = '%s'",
                strstr(spoil->set, "owner") ? "true" : "false", spoil->table, spoil->set, spoil->id,
                spoil->by_learner ? bad.shared.learner.id : bad.shared.run.id);
        assert_string_equal(said.state, "");
        struct seen tina = look_as(TINA, code, &good);
        assert_int_equal(tina.runs, 1);
        assert_int_equal(tina.same, 1);
        assert_int_equal(tina.refused, 1);
        assert_non_null(strstr(tina.complaint, bad.shared.run.id));
        assert_null(strpbrk(tina.complaint, "\x1b\x07\x7f\n"));
    }
}

/* ---- what changed ---- */

static bool changed(struct share *share, const char *code)
{
    struct err e = {0};
    bool yes = false;
    assert_true(share->ops->changed(share, code, &yes, &e));
    return yes;
}

static void nap(int ms)
{
    const struct timespec pause = {.tv_nsec = ms * 1000000L};
    nanosleep(&pause, NULL);
}

/* Waits for it; within a second or never. */
static bool hears(struct share *share, const char *code)
{
    const int tries = 100;
    bool yes = false;
    for (int i = 0; !yes && i < tries; i++) {
        yes = changed(share, code);
        if (!yes)
            nap(10);
    }
    return yes;
}

static void watchers_hear_of_their_session(void **state)
{
    (void)state;
    const char *code = "watched-one-river", *other = "watched-two-river";
    struct participant p, q;
    struct err e = {0};
    people_make(&p, world_seed(), 1, code);
    people_make(&q, world_seed(), 2, other);
    publish_as(TINA, code);
    publish_as(TINA, other);
    struct share *tina = open_as(TINA);
    assert_true(changed(tina, code)); /* the first time */
    assert_false(changed(tina, code));
    push_well(ANN, &p.shared);
    assert_true(hears(tina, code));
    push_well(ANN, &p.shared); /* adds nothing */
    push_well(ANN, &q.shared); /* elsewhere */
    nap(100);
    assert_false(changed(tina, code));
    assert_true(tina->ops->open_part(tina, code, PART_AFTER, &e));
    assert_true(hears(tina, code));
    tina->ops->close(tina);
}

static void a_lost_connection_is_made_again(void **state)
{
    (void)state;
    const char *code = "lost-one-river";
    struct participant p;
    struct err e = {0};
    int stored = 0, failures = 0;
    bool yes = false;
    people_make(&p, world_seed(), 1, code);
    publish_as(TINA, code);
    struct share *tina = open_as(TINA), *ann = open_as(ANN);
    assert_true(changed(tina, code));
    sql(ADMIN, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
               " WHERE usename IN ('tina', 'ann')");
    for (int i = 0; !yes && i < 500; i++, nap(10))
        failures += !tina->ops->changed(tina, code, &yes, &e);
    assert_true(yes);
    if (failures)
        assert_int_equal(e.status, STATUS_TRY_LATER);
    if (!ann->ops->push(ann, &p.shared, &stored, &e)) { /* notices only now */
        assert_int_equal(e.status, STATUS_TRY_LATER);
        assert_true(ann->ops->push(ann, &p.shared, &stored, &e));
    }
    assert_int_equal(stored, PEOPLE_EVENTS);
    assert_true(hears(tina, code));
    tina->ops->close(tina);
    ann->ops->close(ann);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_is_published_once),
        cmocka_unit_test(the_text_comes_back_byte_for_byte),
        cmocka_unit_test(parts_are_opened_by_their_trainer),
        cmocka_unit_test(participants_publish_nothing),
        cmocka_unit_test(without_a_code_it_is_the_only_one),
        cmocka_unit_test(a_run_grows_and_comes_back_whole),
        cmocka_unit_test(times_are_not_shared),
        cmocka_unit_test(one_owner_may_play_for_several),
        cmocka_unit_test(trainers_add_what_they_typed_in),
        cmocka_unit_test(a_trainer_takes_part_elsewhere),
        cmocka_unit_test(many_events_come_in_batches),
        cmocka_unit_test(an_id_of_somebody_else_is_not_taken_over),
        cmocka_unit_test(a_run_stays_in_its_session),
        cmocka_unit_test(foreign_rows_are_refused_by_name),
        cmocka_unit_test(watchers_hear_of_their_session),
        cmocka_unit_test(a_lost_connection_is_made_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
