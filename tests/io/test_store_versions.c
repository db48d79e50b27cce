/* The log's file in the hands of older and newer programs. */
#include "io/store_ladder.h"

#include <glob.h>

/* The ladder up to `version`, as the program of that time had it. */
static struct store_schema ladder_of(int version)
{
    return (struct store_schema){.steps = store_schema()->steps, .version = version};
}

/* How many files there are whose names begin so. */
static int files_like(const char *folder, const char *start)
{
    char pattern[PATH_SIZE + 1];
    glob_t found = {0};
    join(pattern, folder, start);
    strcat(pattern, "*");
    glob(pattern, 0, NULL, &found);
    int count = (int)found.gl_pathc;
    globfree(&found);
    return count;
}

static void a_new_file_is_not_an_older_one(void **state)
{
    char path[PATH_SIZE];
    join(path, *state, "log.db");
    assert_true(try(path, STORE_WRITE).saved);
    assert_int_equal(files_like(*state, ""), 1);
}

/* Every version there ever was becomes today's, with all that is in it. */
static void files_of_every_version_are_brought_up_to_date(void **state)
{
    for (int version = 1; version < store_schema()->version; version++) {
        const struct store_schema old = ladder_of(version);
        char path[PATH_SIZE], kept[PATH_SIZE + 16], name[32];
        struct err e = {0};
        struct rng rng = rng_seeded(entropy_seed());
        int count = 0;
        snprintf(name, sizeof name, "from-%d.db", version);
        join(path, *state, name);
        snprintf(kept, sizeof kept, "%s.v%d", path, version);
        struct store *store =
            store_sqlite_open_schema(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &old, &e);
        assert_non_null(store);
        assert_true(save_one(store, &rng, &e));
        store->ops->close(store);
        expect_refusal(path, STORE_READ, STATUS_DATA, "older smquiz");
        assert_false(exists(kept));

        assert_true(try(path, STORE_WRITE).saved);
        assert_int_equal(files_like(*state, name), 2); /* it and the copy; nothing else is left */
        assert_int_equal(count_answers(path), 2);
        store = store_sqlite_open_schema(kept, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &old, &e);
        assert_non_null(store);
        assert_true(store->ops->each_answer(store, NULL, count_row, &count, &e));
        assert_int_equal(count, 1); /* the copy is as it was, and read by a program of its time */
        store->ops->close(store);
        assert_null(
            store_sqlite_open_schema(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &old, &e));
        assert_non_null(strstr(e.text, "newer smquiz"));
    }
}

static void an_older_file_is_copied_and_brought_up_to_date(void **state)
{
    const char *steps[LADDER_MAX];
    const struct store_schema schema = taller(steps, tomorrow);
    char path[PATH_SIZE], kept[PATH_SIZE];
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    join(path, *state, "log.db");
    copy_of_today(kept, path);
    assert_true(try(path, STORE_WRITE).saved);
    assert_null(store_sqlite_open_schema(path, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &schema, &e));
    assert_int_equal(e.status, STATUS_DATA);
    assert_non_null(strstr(e.text, "older smquiz"));
    assert_false(exists(kept));

    struct store *store =
        store_sqlite_open_schema(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &schema, &e);
    assert_non_null(store);
    assert_true(save_one(store, &rng, &e));
    store->ops->close(store);
    assert_int_equal(mode_of(kept), 0600);
    assert_int_equal(count_answers(kept), 1);
    expect_refusal(path, STORE_WRITE, STATUS_DATA, "newer smquiz");
    expect_refusal(path, STORE_READ, STATUS_DATA, "newer smquiz");
    int count = 0;
    store = store_sqlite_open_schema(path, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &schema, &e);
    assert_non_null(store);
    assert_true(store->ops->each_answer(store, NULL, count_row, &count, &e));
    assert_int_equal(count, 2);
    store->ops->close(store);
}

static void a_step_that_fails_leaves_the_file_as_it_was(void **state)
{
    const char *steps[LADDER_MAX];
    const struct store_schema schema =
        taller(steps, "DELETE FROM event; DROP TABLE nothing; PRAGMA user_version = 4;");
    char path[PATH_SIZE];
    struct err e = {0};
    join(path, *state, "log.db");
    assert_true(try(path, STORE_WRITE).saved);
    assert_null(store_sqlite_open_schema(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &schema, &e));
    assert_true(strlen(e.text) > 0);
    assert_int_equal(count_answers(path), 1);
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(a_new_file_is_not_an_older_one),
        PLACED(files_of_every_version_are_brought_up_to_date),
        PLACED(an_older_file_is_copied_and_brought_up_to_date),
        PLACED(a_step_that_fails_leaves_the_file_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
