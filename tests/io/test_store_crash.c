/* The log's file under stress: crowds, kills, full disks and locks. */
#include "io/store_ladder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>
#if defined(__linux__)
#include <sys/mount.h>
#endif

enum { SHORT_PATIENCE_MS = 200, CROWD = 40, EACH = 5, KILLS = 20, FILL_BYTES = 4096 };

/* ---- crowds ---- */

/* Waits for all children; true when every one ended well. */
static bool all_ended_well(const pid_t *children, size_t count)
{
    bool well = true;
    for (size_t i = 0; i < count; i++) {
        int status = -1;
        waitpid(children[i], &status, 0);
        well = well && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    return well;
}

/* What a child of a crowd does: opens the file and saves a few answers. */
static int save_some(const char *path, const struct store_schema *schema)
{
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    struct store *store =
        store_sqlite_open_schema(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, schema, &e);
    bool ok = store != NULL;
    for (int i = 0; ok && i < EACH; i++)
        ok = save_one(store, &rng, &e);
    if (!ok)
        fprintf(stderr, "# %s\n", e.text);
    if (store)
        store->ops->close(store);
    return ok ? 0 : 1;
}

/* Lets a crowd loose on the file, all at once: they wait for the pipe to close. */
static void crowd(const char *path, const struct store_schema *schema)
{
    pid_t children[CROWD];
    int gate[2];
    assert_int_equal(pipe(gate), 0);
    for (int i = 0; i < CROWD; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            char byte;
            close(gate[1]);
            _exit(read(gate[0], &byte, 1) == 0 ? save_some(path, schema) : 1);
        }
    }
    close(gate[0]);
    close(gate[1]);
    assert_true(all_ended_well(children, CROWD));
}

static void a_crowd_on_a_new_file_loses_nothing(void **state)
{
    char path[PATH_SIZE];
    join(path, *state, "new/log.db");
    crowd(path, store_schema());
    assert_int_equal(count_answers(path), CROWD * EACH);
}

/* ---- kills ---- */

static void assert_sound(const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(stmt, 0), "ok");
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

/* Saves answers without end, and reports each one that was acknowledged through the pipe. */
static void save_for_ever(const char *path, int report)
{
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    struct store *store = store_sqlite_open(path, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &e);
    while (store && save_one(store, &rng, &e)) {
        if (write(report, "", 1) != 1)
            break;
    }
    fprintf(stderr, "# %s\n", e.text);
    _exit(1);
}

static void what_was_acknowledged_survives_kills(void **state)
{
    char path[PATH_SIZE];
    int acknowledged = 0;
    struct rng rng = rng_seeded(entropy_seed());
    join(path, *state, "log.db");
    for (int i = 0; i < KILLS; i++) {
        int ends[2], status;
        char byte;
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            save_for_ever(path, ends[1]);
        }
        close(ends[1]);
        for (uint32_t wait_for = 1 + rng_below(&rng, 60); wait_for > 0; wait_for--) {
            assert_int_equal(read(ends[0], &byte, 1), 1);
            acknowledged++;
        }
        kill(child, SIGKILL);
        while (read(ends[0], &byte, 1) == 1)
            acknowledged++;
        close(ends[0]);
        waitpid(child, &status, 0);
        assert_true(WIFSIGNALED(status));
        assert_sound(path);
        assert_in_range(count_answers(path), acknowledged, acknowledged + i + 1);
    }
}

/* ---- locks ---- */

/* Another program that has the file locked until it is let go. */
struct locker {
    pid_t child;
    int release;
};

/* Starts one; "begin" says how it locks. */
static struct locker lock(const char *path, const char *begin)
{
    int locked[2], release[2];
    char byte = 0;
    assert_int_equal(pipe(locked), 0);
    assert_int_equal(pipe(release), 0);
    struct locker locker = {.child = fork(), .release = release[1]};
    if (locker.child == 0) {
        sqlite3 *db;
        close(release[1]);
        bool well = sqlite3_open(path, &db) == SQLITE_OK &&
                    sqlite3_exec(db, begin, NULL, NULL, NULL) == SQLITE_OK &&
                    write(locked[1], "", 1) == 1 && read(release[0], &byte, 1) == 0 &&
                    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
        _exit(well ? 0 : 1);
    }
    close(locked[1]);
    close(release[0]);
    assert_int_equal(read(locked[0], &byte, 1), 1);
    close(locked[0]);
    return locker;
}

static void expect_locked(const char *path, enum store_access access)
{
    struct err e = {0};
    assert_null(store_sqlite_open(path, access, SHORT_PATIENCE_MS, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    assert_non_null(strstr(e.text, "is locked by another program"));
}

static void a_lock_is_told_after_the_patience_asked_for(void **state)
{
    char path[PATH_SIZE];
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    join(path, *state, "log.db");
    struct store *store = store_sqlite_open(path, STORE_WRITE, SHORT_PATIENCE_MS, &e);
    assert_non_null(store);
    struct locker locker = lock(path, "BEGIN IMMEDIATE");
    assert_false(save_one(store, &rng, &e));
    assert_int_equal(e.status, STATUS_TRY_LATER);
    assert_non_null(strstr(e.text, "is locked by another program"));
    expect_locked(path, STORE_WRITE);
    assert_int_equal(count_answers(path), 0); /* reading needs no lock of a writer */
    close(locker.release);
    assert_true(all_ended_well(&locker.child, 1));
    assert_true(save_one(store, &rng, &e)); /* trying again works */
    store->ops->close(store);
    assert_int_equal(count_answers(path), 1);
}

/* Choosing the journal of a new file is where SQLite does not wait by itself. */
static void a_lock_on_a_new_file_is_told_too(void **state)
{
    static const char *const locks[] = {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"};
    char path[PATH_SIZE];
    join(path, *state, "log.db");
    spill(path, "", 0);
    for (size_t i = 0; i < ARRAY_LEN(locks); i++) {
        struct locker locker = lock(path, locks[i]);
        expect_locked(path, STORE_WRITE);
        close(locker.release);
        assert_true(all_ended_well(&locker.child, 1));
    }
    assert_true(try(path, STORE_WRITE).saved);
}

static void a_lock_that_goes_in_time_is_not_told(void **state)
{
    char path[PATH_SIZE];
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    join(path, *state, "log.db");
    struct store *store = open_well(path);
    struct locker locker = lock(path, "BEGIN IMMEDIATE");
    close(locker.release); /* it commits while we wait for the lock */
    assert_true(save_one(store, &rng, &e));
    assert_true(all_ended_well(&locker.child, 1));
    store->ops->close(store);
    assert_int_equal(count_answers(path), 1);
}

/* ---- no room ---- */

/* Saves until it fails; returns how many were acknowledged. */
static int save_until_it_fails(struct store *store, struct err *e)
{
    struct rng rng = rng_seeded(entropy_seed());
    int saved = 0;
    while (saved < 100000 && save_one(store, &rng, e))
        saved++;
    return saved;
}

static void a_file_size_limit_is_told_and_loses_nothing(void **state)
{
    char path[PATH_SIZE];
    struct rlimit old, limit;
    struct err e = {0};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    join(path, *state, "log.db");
    sigaction(SIGXFSZ, &ignore, &before);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    limit = old;
    struct store *store = open_well(path);
    limit.rlim_cur = 200 * 1024;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    int saved = save_until_it_fails(store, &e);
    struct rng rng = rng_seeded(entropy_seed());
    struct err again = {0};
    bool saved_again = save_one(store, &rng, &again); /* still told, not only once */
    store->ops->close(store);
    limit.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &limit);
    char fresh[PATH_SIZE];
    join(fresh, *state, "fresh.db");
    struct outcome outcome = try(fresh, STORE_WRITE);
    setrlimit(RLIMIT_FSIZE, &old);
    sigaction(SIGXFSZ, &before, NULL);
    assert_true(saved > 0);
    assert_false(saved_again);
    assert_int_equal(e.status, STATUS_IO);
    assert_non_null(strstr(e.text, "file-size limit"));
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_IO);
    assert_sound(path);
    assert_int_equal(count_answers(path), saved);
    assert_true(try(path, STORE_WRITE).saved);
}

#if defined(__linux__)
/* Takes all the room there is on the file's disk. */
static void fill(const char *path)
{
    static const char bytes[FILL_BYTES];
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    size_t at_once = sizeof bytes;
    while (at_once > 0) {
        if (write(fd, bytes, at_once) < 0)
            at_once /= 2;
    }
    assert_int_equal(errno, ENOSPC);
    close(fd);
}

static void on_a_small_disk(const char *folder)
{
    char path[PATH_SIZE], filler[PATH_SIZE];
    struct err e = {0};
    struct rng rng = rng_seeded(entropy_seed());
    join(path, folder, "log.db");
    join(filler, folder, "filler");
    fill(filler);
    expect_refusal(path, STORE_WRITE, STATUS_IO, "disk is full");
    assert_int_equal(unlink(filler), 0);
    assert_true(try(path, STORE_WRITE).saved);
    fill(filler);
    expect_refusal(path, STORE_WRITE, STATUS_IO, "disk is full");
    assert_int_equal(unlink(filler), 0);
    struct store *store = open_well(path);
    fill(filler);
    int saved = 1 + save_until_it_fails(store, &e);
    assert_int_equal(e.status, STATUS_IO);
    assert_non_null(strstr(e.text, "disk is full"));
    assert_int_equal(unlink(filler), 0);
    assert_true(save_one(store, &rng, &e)); /* trying again works once there is room */
    store->ops->close(store);
    assert_sound(path);
    assert_int_equal(count_answers(path), saved + 1);
}

static void a_full_disk_is_told_and_can_be_mended(void **state)
{
    char folder[PATH_SIZE];
    join(folder, *state, "disk");
    assert_int_equal(mkdir(folder, 0700), 0);
    if (mount("tmpfs", folder, "tmpfs", 0, "size=400k,mode=0700") != 0) {
        print_message("# skip: no small disk can be mounted here (%s)\n", strerror(errno));
        return;
    }
    pid_t child = fork(); /* so that a failing assertion cannot leave the disk mounted */
    if (child == 0) {
        on_a_small_disk(folder);
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_int_equal(umount(folder), 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}
#endif

/* ---- no memory ---- */

/* SQLite gets a little more memory each time, until it is enough. */
static void memory_that_ran_out_is_told_and_loses_nothing(void **state)
{
    enum { STEP = 4096, ENOUGH = 4 * 1024 * 1024 };
    char path[PATH_SIZE];
    int saved = 0, told = 0;
    join(path, *state, "log.db");
    for (sqlite3_int64 limit = STEP; limit < ENOUGH && saved < 3; limit += STEP) {
        sqlite3_hard_heap_limit64(limit);
        struct outcome outcome = try(path, STORE_WRITE);
        sqlite3_hard_heap_limit64(0);
        if (!outcome.saved) {
            assert_int_equal(outcome.err.status, STATUS_NO_MEMORY);
            assert_non_null(strstr(outcome.err.text, "no memory left"));
        }
        saved += outcome.saved;
        told += !outcome.saved;
    }
    assert_int_equal(saved, 3);
    assert_true(told > 0);
    assert_sound(path);
    assert_int_equal(count_answers(path), saved);
}

/* ---- versions ---- */

static void a_crowd_on_an_older_file_loses_nothing(void **state)
{
    const char *steps[LADDER_MAX];
    const struct store_schema schema = taller(steps, tomorrow);
    char path[PATH_SIZE], kept[PATH_SIZE];
    struct err e = {0};
    int count = 0;
    join(path, *state, "log.db");
    copy_of_today(kept, path);
    assert_true(try(path, STORE_WRITE).saved);
    crowd(path, &schema);
    assert_int_equal(count_answers(kept), 1);
    struct store *store =
        store_sqlite_open_schema(path, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &schema, &e);
    assert_non_null(store);
    assert_true(store->ops->each_answer(store, NULL, count_row, &count, &e));
    store->ops->close(store);
    assert_int_equal(count, CROWD * EACH + 1);
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(a_crowd_on_a_new_file_loses_nothing),
        PLACED(what_was_acknowledged_survives_kills),
        PLACED(a_lock_is_told_after_the_patience_asked_for),
        PLACED(a_lock_on_a_new_file_is_told_too),
        PLACED(a_lock_that_goes_in_time_is_not_told),
        PLACED(a_file_size_limit_is_told_and_loses_nothing),
#if defined(__linux__)
        PLACED(a_full_disk_is_told_and_can_be_mended),
#endif
        PLACED(memory_that_ran_out_is_told_and_loses_nothing),
        PLACED(a_crowd_on_an_older_file_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
