/* What the tests of the log's file share: a folder for each test, saving and counting answers. */
#ifndef SMQ_TESTS_STORE_PLACE_H
#define SMQ_TESTS_STORE_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/entropy.h"
#include "io/store_sqlite.h"

enum { START_MS = 1700000000, PATH_SIZE = 512 };

/* ---- a folder for each test ---- */

static inline void join(char out[PATH_SIZE], const char *folder, const char *name)
{
    assert_in_range(snprintf(out, PATH_SIZE, "%s/%s", folder, name), 0, PATH_SIZE - 1);
}

static inline int make_place(void **state)
{
    const char *tmp = getenv("TMPDIR");
    char template[PATH_SIZE];
    join(template, tmp && *tmp ? tmp : "/tmp", "smquiz-file-XXXXXX");
    if (!mkdtemp(template))
        return -1;
    *state = realpath(template, NULL);
    return 0;
}

static inline void run_program(const char *const argv[])
{
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    waitpid(child, NULL, 0);
}

static inline int remove_place(void **state)
{
    const char *const chmod_all[] = {"chmod", "-R", "u+rwx", *state, NULL};
    const char *const remove_all[] = {"rm", "-rf", *state, NULL};
    run_program(chmod_all);
    run_program(remove_all);
    free(*state);
    return 0;
}

/* ---- opening, here and in another process ---- */

struct outcome {
    bool opened, saved;
    struct err err;
};

static inline struct store *open_well(const char *path)
{
    struct err e = {0};
    struct store *store = store_sqlite_open(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &e);
    assert_string_equal(e.text, "");
    assert_non_null(store);
    return store;
}

/* Stores one answer of a new run. */
static inline bool save_one(struct store *store, struct rng *rng, struct err *e)
{
    struct learner learner = {.name = "Anna"};
    struct run run = {.mode = "practice",
                      .rules = "",
                      .bank = "core",
                      .items = "",
                      .session = "",
                      .part = "",
                      .started_utc_ms = START_MS};
    struct event event = {.sequence = 1,
                          .kind = EVENT_ANSWER,
                          .activity = "core:a/1",
                          .keyed = SIDE_SALES,
                          .choice = SIDE_SALES,
                          .note = ""};
    uuid7(learner.id, START_MS, rng);
    uuid7(run.id, START_MS, rng);
    uuid7(event.id, START_MS, rng);
    memcpy(run.learner, learner.id, UUID_SIZE);
    memcpy(event.run, run.id, UUID_SIZE);
    return store->ops->append(store, &learner, &run, &event, e);
}

static inline struct outcome try(const char *path, enum store_access access)
{
    struct outcome outcome = {0};
    struct rng rng = rng_seeded(entropy_seed());
    struct store *store = store_sqlite_open(path, access, STORE_PATIENCE_SCRIPT_MS, &outcome.err);
    outcome.opened = store != NULL;
    if (store) {
        outcome.saved = save_one(store, &rng, &outcome.err);
        store->ops->close(store);
    }
    return outcome;
}

static inline void expect_refusal(const char *path, enum store_access access, enum status status,
                                  const char *words)
{
    struct outcome outcome = try(path, access);
    assert_false(outcome.opened);
    if (outcome.err.status != status || !strstr(outcome.err.text, words))
        print_error("got %d: %s\n", (int)outcome.err.status, outcome.err.text);
    assert_int_equal(outcome.err.status, status);
    assert_non_null(strstr(outcome.err.text, words));
}

static inline bool count_row(const struct answer_row *row, void *count)
{
    assert_string_equal(row->event->activity, "core:a/1");
    ++*(int *)count;
    return true;
}

static inline int count_answers(const char *path)
{
    struct err e = {0};
    int count = 0;
    struct store *store = store_sqlite_open(path, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &e);
    assert_string_equal(e.text, "");
    assert_non_null(store);
    assert_true(store->ops->each_answer(store, NULL, count_row, &count, &e));
    store->ops->close(store);
    return count;
}

/* ---- files made by hand ---- */

static inline void sql(const char *path, const char *statements)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, statements, NULL, NULL, &message);
    if (message)
        print_error("%s\n", message);
    assert_null(message);
    sqlite3_close(db);
}

static inline size_t slurp(const char *path, char **bytes)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size_t len = (size_t)ftell(file);
    rewind(file);
    *bytes = calloc(len + 1, 1);
    assert_int_equal(fread(*bytes, 1, len, file), len);
    fclose(file);
    return len;
}

static inline void spill(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

static inline mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode & 07777;
}

static inline bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

#endif
