/* What people with roles of their own try past smquiz, in SQL: reading, changing and forging what
 * is somebody else's.  Every attempt is refused by the server, and changes nothing. */
#include "interop/team_world.h"

#define CODE "attacked-one-river"

/* Ann's run of five events in a session of tina's, and bob's own, empty one. */
struct scene {
    struct participant ann, bob;
};

static int set_scene(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);
    sql(ADMIN, "DELETE FROM smquiz.event; DELETE FROM smquiz.run; DELETE FROM smquiz.learner;"
               "DELETE FROM smquiz.session");
    people_make(&scene->ann, world_seed(), 1, CODE);
    people_make(&scene->bob, world_seed(), 2, CODE);
    publish_as(TINA, CODE);
    struct shared_run five = people_so_far(&scene->ann, 5);
    struct shared_run none = people_so_far(&scene->bob, 0);
    push_well(ANN, &five);
    push_well(BOB, &none);
    *state = scene;
    return 0;
}

static int end_scene(void **state)
{
    free(*state);
    return 0;
}

/* The values of an event in SQL, from its id to its note. */
#define EVENT_COLUMNS                                                          \
    "id, run, sequence, kind, activity, wording, keyed, choice, sure, utc_ms," \
    " utc_offset_min, note"
#define EVENT                                                                \
    "gen_random_uuid(), '%s', %d, 'answer', 'core:a/b', '0123456789abcdef'," \
    " 'sales', 'sales', true, 1, 0, ''"
#define ADD_EVENT "INSERT INTO smquiz.event (" EVENT_COLUMNS ") VALUES (" EVENT ")"
#define ADD_RUN                                                                          \
    "INSERT INTO smquiz.run (id, learner, mode, rules, seed, bank, fingerprint, items,"  \
    " session, part, started_utc_ms, utc_offset_min, source) VALUES (gen_random_uuid()," \
    " '%s', 'before', '', '0123456789abcdef', 'core', '0123456789abcdef', '', '%s',"     \
    " 'before', 1, 0, '%s')"

static void reading_what_is_not_ones_own(void **state)
{
    (void)state;
    assert_rows(1, BOB, "SELECT FROM smquiz.run"); /* his */
    assert_rows(0, BOB, "SELECT FROM smquiz.run WHERE owner = 'ann'");
    assert_rows(0, BOB, "SELECT FROM smquiz.named_run WHERE owner = 'ann'");
    assert_rows(0, BOB, "SELECT FROM smquiz.event");
    assert_rows(0, BOB, "SELECT FROM smquiz.learner WHERE owner = 'ann'");
    assert_rows(0, TOM, "SELECT FROM smquiz.run");
    assert_rows(0, TOM, "SELECT FROM smquiz.event");
    assert_rows(0, TOM, "SELECT FROM smquiz.learner");
    assert_rows(2, TINA, "SELECT FROM smquiz.run");
    assert_rows(5, TINA, "SELECT FROM smquiz.event");
    assert_refused(NOT_ALLOWED, BOB, "SELECT trainer FROM smquiz.session");
    assert_refused(NOT_ALLOWED, BOB, "SELECT smquiz.runs_i_train()");
    assert_refused(NOT_ALLOWED, ZED, "SELECT FROM smquiz.session");
    assert_refused(NOT_ALLOWED, ZED, ADD_RUN, "0", CODE, "played");
}

/* A function that tells what it is shown must not be shown rows that policies hide. */
static void peeking_through_a_function(void **state)
{
    (void)state;
    PGconn *bob = sql_connect("team", BOB);
    assert_string_equal(sql_on(bob, "CREATE FUNCTION pg_temp.peek(text) RETURNS boolean COST 0.0001"
                                    " LANGUAGE plpgsql AS $$ BEGIN"
                                    " IF $1 = 'ann' THEN RAISE EXCEPTION 'seen' USING ERRCODE ="
                                    " 'ZZ001'; END IF; RETURN true; END $$")
                            .state,
                        "");
    struct said said = sql_on(bob, "SELECT FROM smquiz.run WHERE pg_temp.peek(owner::text)");
    assert_string_equal(said.state, "");
    assert_int_equal(said.rows, 1);
    PQfinish(bob);
}

static void changing_and_removing(void **state)
{
    (void)state;
    static const char *const who[] = {ANN, BOB, TINA, TOM}; /* one's own too */
    for (size_t i = 0; i < ARRAY_LEN(who); i++) {
        assert_refused(NOT_ALLOWED, who[i], "UPDATE smquiz.event SET choice = 'sales'");
        assert_refused(NOT_ALLOWED, who[i], "UPDATE smquiz.run SET part = 'after'");
        assert_refused(NOT_ALLOWED, who[i], "UPDATE smquiz.learner SET name = 'x'");
        assert_refused(NOT_ALLOWED, who[i], "DELETE FROM smquiz.event");
        assert_refused(NOT_ALLOWED, who[i], "DELETE FROM smquiz.run");
        assert_refused(NOT_ALLOWED, who[i], "DELETE FROM smquiz.learner");
        assert_refused(NOT_ALLOWED, who[i], "DELETE FROM smquiz.session");
        assert_refused(NOT_ALLOWED, who[i], "TRUNCATE smquiz.event");
        assert_refused(NOT_ALLOWED, who[i], "DROP SCHEMA smquiz CASCADE");
        assert_refused(NOT_ALLOWED, who[i], "ALTER TABLE smquiz.run DISABLE ROW LEVEL SECURITY");
        assert_refused(NOT_ALLOWED, who[i], "SELECT FROM smquiz.run FOR UPDATE");
        assert_refused(NOT_ALLOWED, who[i], "INSERT INTO smquiz.version (version) VALUES (9)");
        assert_refused(NOT_ALLOWED, who[i], "CREATE TABLE smquiz.mine (a integer)");
        assert_refused(NOT_ALLOWED, who[i], "SET ROLE smquiz_owner");
        assert_refused(NOT_ALLOWED, who[i], "SET SESSION AUTHORIZATION %s",
                       strcmp(who[i], ANN) == 0 ? BOB : ANN);
    }
    assert_refused(NOT_ALLOWED, BOB,
                   "INSERT INTO smquiz.run SELECT * FROM smquiz.run"
                   " ON CONFLICT (id) DO UPDATE SET part = 'after'");
}

static void forging_whose_it_is(void **state)
{
    struct scene *scene = *state;
    assert_refused(NOT_ALLOWED, BOB,
                   "INSERT INTO smquiz.learner (id, name, owner)"
                   " VALUES (gen_random_uuid(), 'x', 'ann')");
    assert_refused(NOT_ALLOWED, BOB,
                   "INSERT INTO smquiz.event (" EVENT_COLUMNS ", owner)"
                   " VALUES (" EVENT ", 'ann')",
                   scene->ann.shared.run.id, 6);
    assert_refused(NOT_ALLOWED, BOB,
                   "INSERT INTO smquiz.event (" EVENT_COLUMNS ", received)"
                   " VALUES (" EVENT ", '2020-01-01')",
                   scene->bob.shared.run.id, 1);
    /* after ann's last event, and at the place of one she has not played yet */
    assert_refused(NO_SUCH_ROW, BOB, ADD_EVENT, scene->ann.shared.run.id, 6);
    assert_refused(NO_SUCH_ROW, TINA, ADD_EVENT, scene->ann.shared.run.id, 6);
    /* a run for ann's learner */
    assert_refused(NO_SUCH_ROW, BOB, ADD_RUN, scene->ann.shared.learner.id, CODE, "played");
    /* SET ROLE does not change who somebody is */
    assert_string_equal(sql(ADMIN, "GRANT ann TO bob").state, "");
    PGconn *bob = sql_connect("team", BOB);
    assert_string_equal(sql_on(bob, "SET ROLE ann").state, "");
    assert_int_equal(sql_on(bob, "SELECT FROM smquiz.run WHERE owner = 'ann'").rows, 0);
    PQfinish(bob);
    assert_string_equal(sql(ADMIN, "REVOKE ann FROM bob").state, "");
}

static void forging_how_it_came(void **state)
{
    struct scene *scene = *state;
    const char *learner = scene->bob.shared.learner.id;
    assert_refused(NOT_ALLOWED, BOB, ADD_RUN, learner, CODE, "room");
    assert_refused(NOT_ALLOWED, BOB, ADD_RUN, learner, CODE, "sheet");
    assert_refused(NOT_ALLOWED, BOB, ADD_RUN, learner, CODE, "code");
    assert_refused(NOT_ALLOWED, BOB, ADD_RUN, learner, CODE, "guessed");
    assert_refused(NO_SUCH_ROW, BOB, ADD_RUN, learner, "not-there-river", "played");
}

static void sessions_of_another_trainer(void **state)
{
    (void)state;
    PGconn *tom = sql_connect("team", TOM);
    assert_refused(TAKEN, TOM,
                   "INSERT INTO smquiz.session (code, title, text)"
                   " VALUES ('" CODE "', '', 'x')");
    assert_refused(NOT_ALLOWED, TOM,
                   "INSERT INTO smquiz.session (code, title, text, trainer)"
                   " VALUES ('of-tina-river', '', 'x', 'tina')");
    assert_refused(NOT_ALLOWED, TOM, "UPDATE smquiz.session SET trainer = 'tom'");
    assert_refused(NOT_ALLOWED, TINA,
                   "UPDATE smquiz.session SET text = 'x'"); /* once and for all */
    assert_int_equal(sql_on(tom, "UPDATE smquiz.session SET part = 'after'").affected, 0);
    /* a table of the same name in front of ours */
    assert_string_equal(sql_on(tom, "CREATE TEMP TABLE session (code text, trainer name);"
                                    "INSERT INTO session VALUES ('" CODE "', 'tom');"
                                    "SET search_path = pg_temp, smquiz")
                            .state,
                        "");
    assert_int_equal(sql_on(tom, "SELECT FROM smquiz.run").rows, 0);
    assert_int_equal(sql_on(tom, "SELECT smquiz.runs_i_train()").rows, 0);
    PQfinish(tom);
    assert_rows(1, TINA, "SELECT FROM smquiz.session WHERE trainer = 'tina' AND part = 'none'");
}

static void runs_without_beginning_or_middle(void **state)
{
    struct scene *scene = *state;
    const char *run = scene->bob.shared.run.id;
    assert_refused(CHECK_FAILED, BOB, ADD_EVENT, run, 2);
    assert_refused(CHECK_FAILED, BOB, ADD_EVENT, run, 0);
    assert_refused(CHECK_FAILED, BOB, ADD_EVENT, run, -1);
    assert_string_equal(sql(BOB, ADD_EVENT, run, 1).state, "");
    assert_refused(CHECK_FAILED, BOB, ADD_EVENT, run, 3);
    assert_refused(TAKEN, BOB, ADD_EVENT, run, 1); /* an answer given is given */
    assert_rows(1, BOB, "SELECT FROM smquiz.event");
}

static void values_out_of_range(void **state)
{
    struct scene *scene = *state;
    static const char *const spoils[][2] = {
        {"'answer'", "'swear'"},
        {"'sales', 'sales'", "'sales', ''"},
        {"'sales', 'sales'", "'both', 'sales'"},
        {"'core:a/b'", "''"},
        {"'0123456789abcdef'", "'0123456789ABCDEF'"},
        {"1, 0, ''", "1, 1441, ''"},
        {"1, 0, ''", "1, 0, repeat('x', 201)"},
        {"'core:a/b'", "repeat('x', 257)"},
    };
    for (size_t i = 0; i < ARRAY_LEN(spoils); i++) {
        char good[SQL_SIZE], bad[SQL_SIZE];
        snprintf(good, sizeof good, ADD_EVENT, scene->bob.shared.run.id, 1);
        const char *at = strstr(good, spoils[i][0]);
        assert_non_null(at);
        snprintf(bad, sizeof bad, "%.*s%s%s", (int)(at - good), good, spoils[i][1],
                 at + strlen(spoils[i][0]));
        assert_refused(CHECK_FAILED, BOB, "%s", bad);
    }
    assert_refused(CHECK_FAILED, TINA,
                   "INSERT INTO smquiz.session (code, title, text) VALUES ('A b', '', 'x')");
    assert_refused(CHECK_FAILED, BOB,
                   "INSERT INTO smquiz.learner (id, name) VALUES (gen_random_uuid(), '')");
}

/* After all that, ann's run is what it was. */
static void nothing_came_of_it(void **state)
{
    struct scene *scene = *state;
    struct seen seen = look_as(ANN, CODE, &scene->ann);
    assert_int_equal(seen.runs, 1);
    assert_int_equal(seen.same, 1);
    assert_int_equal(seen.events, 5);
}

#define ATTACK(function) cmocka_unit_test_setup_teardown(function, set_scene, end_scene)

/* Each attack, and the look at ann's run that follows it in the same scene. */
#define WITH_LOOK(function)                    \
    static void function##_fails(void **state) \
    {                                          \
        function(state);                       \
        nothing_came_of_it(state);             \
    }
WITH_LOOK(reading_what_is_not_ones_own)
WITH_LOOK(peeking_through_a_function)
WITH_LOOK(changing_and_removing)
WITH_LOOK(forging_whose_it_is)
WITH_LOOK(forging_how_it_came)
WITH_LOOK(sessions_of_another_trainer)
WITH_LOOK(runs_without_beginning_or_middle)
WITH_LOOK(values_out_of_range)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ATTACK(reading_what_is_not_ones_own_fails),
        ATTACK(peeking_through_a_function_fails),
        ATTACK(changing_and_removing_fails),
        ATTACK(forging_whose_it_is_fails),
        ATTACK(forging_how_it_came_fails),
        ATTACK(sessions_of_another_trainer_fails),
        ATTACK(runs_without_beginning_or_middle_fails),
        ATTACK(values_out_of_range_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
