/* The tables of a team from version to version, and its people, on a real PostgreSQL; the module's
 * own functions, so that a ladder can be given. */
#include <sys/wait.h>
#include <unistd.h>

#include "interop/team_world.h"
#include "team/team_admin.h"
#include "team/team_host.h"
#include "team/team_why.h"

/* A database of its own for each test. */
static int make_database(void **state)
{
    *state = (void *)(uintptr_t) "ladder";
    struct said said = sql_in("postgres", ADMIN, "CREATE DATABASE ladder");
    return said.state[0] ? -1 : 0;
}

static int drop_database(void **state)
{
    (void)state;
    sql_in("postgres", ADMIN, "DROP DATABASE ladder WITH (FORCE)");
    return 0;
}

static struct team_db *open_ladder(const char *role)
{
    char address[ADDRESS_SIZE];
    struct err e = {0};
    address_in(address, "ladder", role);
    struct team_db *db = team_db_open(address, &e);
    assert_string_equal(e.text, "");
    assert_non_null(db);
    return db;
}

static const char *const more[] = {"CREATE TABLE smquiz.more (a integer);", NULL};
static const char *const broken[] = {"CREATE TABLE smquiz.half (a integer);", "SELECT nonsense",
                                     NULL};

/* The program's ladder and one step over it. */
static struct team_schema higher(const char *const *steps[2], const char *const *step)
{
    assert_int_equal(team_schema()->version, 1);
    steps[0] = team_schema()->steps[0];
    steps[1] = step;
    return (struct team_schema){.steps = (const char *const *const *)steps, .version = 2};
}

static void init_is_done_once(void **state)
{
    (void)state;
    struct team_change change;
    struct err e = {0};
    struct team_db *db = open_ladder(ADMIN);
    assert_false(team_admin_current(db, team_schema(), &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    assert_false(team_admin_migrate(db, team_schema(), &change, &e));
    assert_int_equal(e.status, STATUS_NO_INPUT);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    assert_int_equal(change.from, 0);
    assert_int_equal(change.to, 1);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    assert_int_equal(change.from, 1);
    assert_int_equal(change.to, 1);
    assert_true(team_admin_current(db, team_schema(), &e));
    team_db_close(db);
    struct said owned = sql_in("ladder", ADMIN,
                               "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid ="
                               " c.relowner WHERE relnamespace = 'smquiz'::regnamespace"
                               " AND rolname = 'smquiz_owner' AND NOT rolcanlogin");
    assert_true(atoi(owned.value) > 5);
    owned = sql_in("ladder", ADMIN,
                   "SELECT FROM pg_class WHERE relnamespace ="
                   " 'smquiz'::regnamespace AND relowner <>"
                   " 'smquiz_owner'::regrole");
    assert_int_equal(owned.rows, 0);
}

static void a_ladder_is_climbed_by_migrate_alone(void **state)
{
    (void)state;
    const char *const *steps[2];
    struct team_schema two = higher(steps, more);
    struct team_change change;
    struct err e = {0};
    struct team_db *db = open_ladder(ADMIN);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    assert_false(team_admin_current(db, &two, &e));
    assert_int_equal(e.status, STATUS_UNAVAILABLE);
    assert_non_null(strstr(e.text, "team migrate"));
    assert_false(team_admin_init(db, &two, &change, &e));
    assert_int_equal(e.status, STATUS_UNAVAILABLE);
    assert_true(team_admin_migrate(db, &two, &change, &e));
    assert_int_equal(change.from, 1);
    assert_int_equal(change.to, 2);
    assert_true(team_admin_migrate(db, &two, &change, &e));
    assert_int_equal(change.from, 2);
    assert_true(team_admin_current(db, &two, &e));

    assert_false(team_admin_current(db, team_schema(), &e)); /* an older program now */
    assert_int_equal(e.status, STATUS_UNAVAILABLE);
    assert_non_null(strstr(e.text, "newer"));
    assert_false(team_admin_migrate(db, team_schema(), &change, &e));
    assert_non_null(strstr(e.text, "newer"));
    team_db_close(db);
    char address[ADDRESS_SIZE];
    address_in(address, "ladder", ADMIN);
    assert_null(share_open(address, &e));
    assert_int_equal(e.status, STATUS_UNAVAILABLE);
}

static void a_step_that_fails_leaves_nothing(void **state)
{
    (void)state;
    const char *const *steps[2];
    struct team_schema two = higher(steps, broken);
    struct team_change change;
    struct err e = {0};
    struct team_db *db = open_ladder(ADMIN);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    assert_false(team_admin_migrate(db, &two, &change, &e));
    assert_true(team_admin_current(db, team_schema(), &e));
    team_db_close(db);
    assert_string_equal(sql_in("ladder", ADMIN, "SELECT FROM smquiz.half").state, "42P01");
}

/* Two at once: one makes them, the other finds them made. */
static void two_climb_one_after_the_other(void **state)
{
    (void)state;
    int status = 0, made = 0;
    for (int i = 0; i < 2; i++) {
        if (fork() == 0) {
            struct team_change change;
            struct err e = {0};
            struct team_db *db = open_ladder(ADMIN);
            bool ok = team_admin_init(db, team_schema(), &change, &e);
            if (!ok)
                print_error("%s\n", e.text);
            team_db_close(db);
            _exit(ok ? change.from == 0 : 2);
        }
    }
    while (wait(&status) > 0) {
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        made += WEXITSTATUS(status);
    }
    assert_int_equal(made, 1);
}

static void it_takes_no_superuser(void **state)
{
    (void)state;
    struct team_change change;
    struct err e = {0};
    sql_in("postgres", ADMIN, "CREATE ROLE warden LOGIN CREATEROLE");
    sql_in("postgres", ADMIN, "ALTER DATABASE ladder OWNER TO warden");
    struct team_db *db = open_ladder("warden");
    bool made = team_admin_init(db, team_schema(), &change, &e);
    if (!made)
        print_error("%s\n", e.text);
    assert_true(made);
    assert_true(team_admin_enrol(db, "kept", NULL, true, &e));
    team_db_close(db);
    /* and it keeps no way in */
    assert_string_equal(sql_in("ladder", "warden", "SELECT FROM smquiz.run").state, NOT_ALLOWED);
    assert_string_equal(sql_in("ladder", "kept", "SELECT FROM smquiz.run").state, "");
    assert_string_equal(sql_in("ladder", "kept", "CREATE ROLE evil").state, NOT_ALLOWED);
    db = open_ladder("kept");
    assert_false(team_admin_enrol(db, "evil", NULL, false, &e));
    assert_int_equal(e.status, STATUS_NO_PERMISSION);
    team_db_close(db);
    sql_in("ladder", ADMIN, "DROP OWNED BY warden, kept; DROP ROLE kept");
}

static void roles_may_be_called_anything(void **state)
{
    (void)state;
    static const char *const names[] = {"Zoë Ober-Lin", "x\"; DROP ROLE admin; --", "a'b\\c",
                                        "select"};
    struct team_change change;
    struct err e = {0};
    struct team_db *db = open_ladder(ADMIN);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        bool there = true;
        assert_true(team_admin_has_role(db, names[i], &there, &e));
        assert_false(there);
        assert_true(team_admin_enrol(db, names[i], "secret", false, &e));
        assert_true(team_admin_has_role(db, names[i], &there, &e));
        assert_true(there);
        assert_true(team_admin_enrol(db, names[i], "other", false, &e)); /* keeps the password */
        struct str drop = {0};
        str_add(&drop, "DROP ROLE ");
        assert_true(team_db_add_name(db, &drop, names[i], &e));
        assert_true(team_db_run(db, str_text(&drop), &e));
        str_free(&drop);
    }
    team_db_close(db);
}

static void passwords_go_as_verifiers(void **state)
{
    (void)state;
    struct team_change change;
    struct err e = {0};
    sql_in("postgres", ADMIN, "ALTER SYSTEM SET password_encryption = md5");
    sql_in("postgres", ADMIN, "SELECT pg_reload_conf()");
    struct team_db *db = open_ladder(ADMIN);
    assert_true(team_admin_init(db, team_schema(), &change, &e));
    assert_true(team_admin_enrol(db, "hidden", "open sesame", false, &e));
    team_db_close(db);
    struct said said =
        sql_in("postgres", ADMIN, "SELECT rolpassword FROM pg_authid WHERE rolname = 'hidden'");
    assert_memory_equal(said.value, "SCRAM-SHA-256$", 14);
    sql_in("postgres", ADMIN, "ALTER SYSTEM RESET password_encryption");
    sql_in("postgres", ADMIN, "DROP ROLE hidden");
}

static void texts_have_to_be_utf8(void **state)
{
    (void)state;
    char address[ADDRESS_SIZE];
    struct team_change change;
    struct err e = {0};
    sql_in("postgres", ADMIN,
           "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0"
           " LOCALE 'C'");
    address_in(address, "latin", ADMIN);
    struct team_db *db = team_db_open(address, &e);
    assert_non_null(db);
    assert_false(team_admin_init(db, team_schema(), &change, &e));
    assert_int_equal(e.status, STATUS_DATA);
    team_db_close(db);
    sql_in("postgres", ADMIN, "DROP DATABASE latin");
}

static void passwords_in_the_address_are_refused(void **state)
{
    (void)state;
    static const char *const addresses[] = {
        "postgresql://ann:open@/team",
        "postgresql:///team?password=open",
        "postgresql://ann@/team?sslpassword=open",
        "postgresql://ann:op%65n@localhost/team",
    };
    for (size_t i = 0; i < ARRAY_LEN(addresses); i++) {
        struct err e = {0};
        assert_null(share_open(addresses[i], &e));
        assert_int_equal(e.status, STATUS_USAGE);
        assert_non_null(strstr(e.text, ".pgpass"));
        assert_non_null(strstr(e.text, "pg_service.conf"));
        assert_null(strstr(e.text, "op"
                                   "en@"));
    }
    struct err e = {0};
    assert_null(share_open("postgresql://ann:secret@host/team?nonsense=1", &e));
    assert_int_equal(e.status, STATUS_USAGE);
    assert_null(strstr(e.text, "secret"));
}

static void what_is_local(void **state)
{
    (void)state;
    static const char *const local[] = {"",          "/run/postgresql", "localhost",
                                        "LocalHost", "127.0.0.1",       "127.9.8.7",
                                        "::1",       "@abstract",       "localhost,/tmp"};
    static const char *const remote[] = {
        "db.example.org",       "127.example.org", "10.0.0.1", "localhost,db.example.org", "::2",
        "localhost.example.org"};
    assert_true(team_host_local(NULL));
    for (size_t i = 0; i < ARRAY_LEN(local); i++)
        assert_true(team_host_local(local[i]));
    for (size_t i = 0; i < ARRAY_LEN(remote); i++)
        assert_false(team_host_local(remote[i]));
}

static void what_a_state_means(void **state)
{
    (void)state;
    char found[TEAM_STATE_SIZE];
    const char *rest = team_why_find(
        "connection to server failed: FATAL:  53300: sorry, too many\nLOCATION: x", found);
    assert_string_equal(found, "53300");
    assert_memory_equal(rest, "sorry, too many", 15);
    assert_int_equal(team_why_status(found), STATUS_TRY_LATER);
    team_why_find("could not translate host name \"a:  b\" to address", found);
    assert_string_equal(found, "");
    assert_int_equal(team_why_status("57P03"), STATUS_TRY_LATER);
    assert_int_equal(team_why_status("42501"), STATUS_NO_PERMISSION);
    assert_int_equal(team_why_status("XX000"), STATUS_IO);
    struct str shown = {0};
    team_why_show(&shown, "a\x1b[2Jb.\nsecond line");
    assert_string_equal(str_text(&shown), "a\\u{1b}[2Jb");
    str_free(&shown);
}

#define IN_LADDER(function) cmocka_unit_test_setup_teardown(function, make_database, drop_database)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_LADDER(init_is_done_once),
        IN_LADDER(a_ladder_is_climbed_by_migrate_alone),
        IN_LADDER(a_step_that_fails_leaves_nothing),
        IN_LADDER(two_climb_one_after_the_other),
        IN_LADDER(it_takes_no_superuser),
        IN_LADDER(roles_may_be_called_anything),
        IN_LADDER(passwords_go_as_verifiers),
        cmocka_unit_test(texts_have_to_be_utf8),
        cmocka_unit_test(passwords_in_the_address_are_refused),
        cmocka_unit_test(what_is_local),
        cmocka_unit_test(what_a_state_means),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
