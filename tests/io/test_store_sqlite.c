/* The log's file: where it may lie, and which files are refused. */
#include "io/store_place.h"

#include <fcntl.h>
#include <grp.h>

enum { NOBODY = 65534 };

/* Tries in another process as somebody without rights; false (said aloud) when that cannot be. */
static bool try_as_nobody(const char *path, enum store_access access, struct outcome *outcome)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        struct outcome got = {0};
        bool dropped = getuid() != 0 ||
                       (setgroups(0, NULL) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
        if (dropped)
            got = try(path, access);
        if (!dropped || write(ends[1], &got, sizeof got) != (ssize_t)sizeof got)
            _exit(1);
        _exit(0);
    }
    close(ends[1]);
    ssize_t got = read(ends[0], outcome, sizeof *outcome);
    close(ends[0]);
    waitpid(child, NULL, 0);
    if (got == (ssize_t)sizeof *outcome)
        return true;
    print_message("# skip: cannot become another user here\n");
    return false;
}

static void give_to_nobody(const char *path)
{
    if (getuid() == 0)
        assert_int_equal(chown(path, NOBODY, NOBODY), 0);
}

/* ---- the place ---- */

static void files_and_folders_are_closed_under_any_umask(void **state)
{
    static const mode_t masks[] = {0, 022, 077, 0277};
    for (size_t i = 0; i < ARRAY_LEN(masks); i++) {
        char top[PATH_SIZE], folder[PATH_SIZE], path[PATH_SIZE], beside[PATH_SIZE + 8];
        snprintf(top, sizeof top, "%s/%zu", (const char *)*state, i);
        join(folder, top, "below");
        join(path, folder, "log.db");
        mode_t old = umask(masks[i]);
        struct store *store = open_well(path);
        assert_int_equal(mode_of(top), 0700);
        assert_int_equal(mode_of(folder), 0700);
        assert_int_equal(mode_of(path), 0600);
        static const char *const suffixes[] = {"-wal", "-shm"};
        for (size_t j = 0; j < ARRAY_LEN(suffixes); j++) {
            snprintf(beside, sizeof beside, "%s%s", path, suffixes[j]);
            if (exists(beside))
                assert_int_equal(mode_of(beside), 0600);
        }
        store->ops->close(store);
        umask(old);
    }
}

static void folders_that_are_there_keep_their_mode(void **state)
{
    char path[PATH_SIZE];
    assert_int_equal(chmod(*state, 0755), 0);
    join(path, *state, "log.db");
    struct store *store = open_well(path);
    store->ops->close(store);
    assert_int_equal(mode_of(*state), 0755);
    assert_int_equal(chmod(path, 0664), 0); /* somebody opened it up: close it again */
    store = open_well(path);
    store->ops->close(store);
    assert_int_equal(mode_of(path), 0600);
}

static void a_path_without_folder_is_here(void **state)
{
    char here[PATH_SIZE], path[PATH_SIZE];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(*state), 0);
    struct outcome outcome = try("log.db", STORE_WRITE);
    assert_int_equal(chdir(here), 0);
    assert_true(outcome.saved);
    join(path, *state, "log.db");
    assert_int_equal(count_answers(path), 1);
}

static void symlinks_are_not_followed(void **state)
{
    char target[PATH_SIZE], path[PATH_SIZE], folder[PATH_SIZE], through[PATH_SIZE];
    join(target, *state, "target.db");
    join(path, *state, "log.db");
    assert_int_equal(symlink(target, path), 0);
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "symbolic link");
    assert_false(exists(target));
    assert_true(try(target, STORE_WRITE).saved);
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "symbolic link");
    expect_refusal(path, STORE_READ, STATUS_NO_INPUT, "symbolic link");
    join(folder, *state, "folder"); /* a home may well be reached through one */
    assert_int_equal(symlink(*state, folder), 0);
    join(through, folder, "target.db");
    assert_true(try(through, STORE_WRITE).saved);
    assert_int_equal(count_answers(target), 2);
}

static void folders_others_can_write_are_refused(void **state)
{
    static const mode_t modes[] = {0770, 0702, 01777, 0775};
    char path[PATH_SIZE];
    join(path, *state, "log.db");
    for (size_t i = 0; i < ARRAY_LEN(modes); i++) {
        assert_int_equal(chmod(*state, modes[i]), 0);
        expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "chmod go-w");
        assert_false(exists(path));
    }
    assert_int_equal(chmod(*state, 0700), 0);
    assert_true(try(path, STORE_WRITE).saved);
    assert_int_equal(chmod(*state, 0777), 0);
    expect_refusal(path, STORE_READ, STATUS_NO_INPUT, "chmod go-w");
}

static void folders_and_other_things_are_no_stores(void **state)
{
    char path[PATH_SIZE];
    join(path, *state, "thing");
    assert_int_equal(mkdir(path, 0700), 0);
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "is a folder");
    join(path, *state, "thing/");
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "is a folder");
    join(path, *state, "fifo");
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "regular file");
    join(path, *state, "plain");
    spill(path, "text", 4);
    join(path, *state, "plain/log.db");
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "part of its path is a file");
    join(path, *state, "missing.db");
    expect_refusal(path, STORE_READ, STATUS_NO_INPUT, "no saved results");
    join(path, *state, "no/such/log.db");
    expect_refusal(path, STORE_READ, STATUS_NO_INPUT, "no saved results");
    expect_refusal("", STORE_WRITE, STATUS_CANT_CREATE, "is a folder");
    join(path, *state, "esc\x1b[31m\n.db/");
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "esc\\u{1b}[31m\\u{a}.db");
}

static void read_only_places_say_so(void **state)
{
    char folder[PATH_SIZE], path[PATH_SIZE], fresh[PATH_SIZE];
    struct outcome outcome;
    assert_int_equal(chmod(*state, 0755), 0);
    join(folder, *state, "own");
    assert_int_equal(mkdir(folder, 0700), 0);
    give_to_nobody(folder);
    join(path, folder, "log.db");
    join(fresh, folder, "new.db");
    if (!try_as_nobody(path, STORE_WRITE, &outcome))
        return;
    if (!outcome.opened && strstr(outcome.err.text, "read-only")) {
        print_message("# skip: another user cannot reach TMPDIR\n");
        return;
    }
    assert_true(outcome.saved);

    assert_int_equal(chmod(path, 0400), 0);
    assert_true(try_as_nobody(path, STORE_WRITE, &outcome));
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(outcome.err.text, "read-only"));

    assert_int_equal(chmod(path, 0600), 0);
    assert_int_equal(chmod(folder, 0500), 0);
    assert_true(try_as_nobody(path, STORE_WRITE, &outcome));
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(outcome.err.text, "read-only"));
    assert_true(try_as_nobody(fresh, STORE_WRITE, &outcome));
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(outcome.err.text, "read-only"));
}

static void a_read_only_folder_asks_for_a_copy_to_read(void **state)
{
    char folder[PATH_SIZE], path[PATH_SIZE], copy[PATH_SIZE], *bytes;
    struct outcome outcome;
    assert_int_equal(chmod(*state, 0755), 0);
    join(path, *state, "log.db");
    join(folder, *state, "shelf");
    join(copy, folder, "log.db");
    assert_true(try(path, STORE_WRITE).saved);
    size_t len = slurp(path, &bytes);
    assert_int_equal(mkdir(folder, 0700), 0);
    spill(copy, bytes, len);
    free(bytes);
    give_to_nobody(copy);
    give_to_nobody(folder);
    assert_int_equal(chmod(folder, 0500), 0);
    if (!try_as_nobody(copy, STORE_READ, &outcome))
        return;
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_NO_INPUT);
    if (strstr(outcome.err.text, "closed to you; ask"))
        print_message("# skip: another user cannot reach TMPDIR\n");
    else
        assert_non_null(strstr(outcome.err.text, "copy it"));
}

static void files_and_folders_of_others_are_refused(void **state)
{
    char path[PATH_SIZE], folder[PATH_SIZE];
    struct outcome outcome;
    if (getuid() != 0) {
        print_message("# skip: only root can make folders of two users\n");
        return;
    }
    assert_int_equal(chmod(*state, 0755), 0);
    join(path, *state, "log.db");
    assert_true(try(path, STORE_WRITE).saved);
    if (!try_as_nobody(path, STORE_WRITE, &outcome))
        return;
    assert_false(outcome.opened);
    assert_int_equal(outcome.err.status, STATUS_CANT_CREATE);
    join(folder, *state, "theirs");
    assert_int_equal(mkdir(folder, 0755), 0);
    give_to_nobody(folder);
    join(path, folder, "log.db");
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "another user");
    join(path, *state, "given.db");
    spill(path, "", 0);
    give_to_nobody(path);
    expect_refusal(path, STORE_WRITE, STATUS_CANT_CREATE, "another user");
}

/* ---- the content ---- */

/* What is left when the disk was full as the store was first made. */
static void an_empty_file_holds_no_answers_and_is_made_anew(void **state)
{
    char path[PATH_SIZE];
    join(path, *state, "empty.db");
    spill(path, "", 0);
    assert_int_equal(chmod(path, 0600), 0);
    expect_refusal(path, STORE_READ, STATUS_NO_INPUT, "holds no answers yet");
    assert_true(try(path, STORE_WRITE).saved);
}

static void foreign_files_are_refused_untouched(void **state)
{
    static const struct {
        const char *name, *sql;
    } files[] = {
        {"other.db", "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)"},
        {"marked.db", "PRAGMA application_id = 0x736d717a; PRAGMA user_version = 1;"
                      "CREATE TABLE learner (id, name)"},
        {"newest.db", "PRAGMA application_id = 0x736d717a; PRAGMA user_version = 2;"
                      "CREATE TABLE learner (id, name)"},
        {"version.db", "PRAGMA user_version = 1"},
        {"unmarked.db", "PRAGMA application_id = 7; CREATE TABLE t (x)"},
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        char path[PATH_SIZE], *before, *after;
        join(path, *state, files[i].name);
        sql(path, files[i].sql);
        assert_int_equal(chmod(path, 0600), 0);
        size_t len = slurp(path, &before);
        expect_refusal(path, STORE_READ, STATUS_DATA, "is not a store of smquiz");
        expect_refusal(path, STORE_WRITE, STATUS_DATA, "is not a store of smquiz");
        size_t len_after = slurp(path, &after);
        assert_int_equal(len_after, len);
        assert_memory_equal(before, after, len);
        free(before);
        free(after);
    }
}

static void changed_tables_are_refused(void **state)
{
    static const char *const changes[] = {
        "CREATE TABLE more (x)",
        "CREATE TRIGGER planted AFTER INSERT ON event BEGIN DELETE FROM learner; END",
        "CREATE VIEW seen AS SELECT * FROM event",
        "CREATE INDEX slow ON event (note)",
        "DROP INDEX run_by_learner",
        "ALTER TABLE learner ADD COLUMN score INTEGER",
    };
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        char path[PATH_SIZE], name[32];
        snprintf(name, sizeof name, "%zu.db", i);
        join(path, *state, name);
        assert_true(try(path, STORE_WRITE).saved);
        sql(path, changes[i]);
        expect_refusal(path, STORE_WRITE, STATUS_DATA, "is not a store of smquiz");
        expect_refusal(path, STORE_READ, STATUS_DATA, "is not a store of smquiz");
    }
}

static void garbage_and_torn_files_are_refused(void **state)
{
    char path[PATH_SIZE], torn[PATH_SIZE], *bytes;
    char garbage[5000];
    memset(garbage, 'g', sizeof garbage);
    join(path, *state, "garbage.db");
    spill(path, garbage, sizeof garbage);
    expect_refusal(path, STORE_WRITE, STATUS_DATA, "is not a store of smquiz");
    expect_refusal(path, STORE_READ, STATUS_DATA, "is not a store of smquiz");

    join(path, *state, "log.db");
    join(torn, *state, "torn.db");
    assert_true(try(path, STORE_WRITE).saved);
    size_t len = slurp(path, &bytes);
    spill(torn, bytes, len / 2);
    struct outcome outcome = try(torn, STORE_WRITE);
    assert_false(outcome.opened && outcome.saved);
    assert_int_equal(outcome.err.status, STATUS_DATA);
    free(bytes);
}

static bool pass_row(const struct answer_row *row, void *context)
{
    (void)context;
    assert_true(uuid_valid(row->event->id));
    return true;
}

static void flipped_bytes_never_crash(void **state)
{
    enum { ROUNDS = 150, ROWS = 40, FLIPS = 8 };
    char path[PATH_SIZE], broken[PATH_SIZE], *bytes;
    uint64_t seed = entropy_seed();
    struct rng rng = rng_seeded(seed);
    struct err e = {0};
    join(path, *state, "log.db");
    join(broken, *state, "broken.db");
    struct store *store = open_well(path);
    for (int i = 0; i < ROWS; i++)
        assert_true(save_one(store, &rng, &e));
    store->ops->close(store);
    size_t len = slurp(path, &bytes);
    print_message("# seed %016llx\n", (unsigned long long)seed);
    for (int round = 0; round < ROUNDS; round++) {
        char *copy = malloc(len);
        memcpy(copy, bytes, len);
        for (int i = 0; i < FLIPS; i++)
            copy[rng_below(&rng, (uint32_t)len)] ^= (char)(1 + rng_below(&rng, 255));
        spill(broken, copy, len);
        free(copy);
        struct err failure = {0};
        struct outcome outcome = try(broken, STORE_READ);
        assert_false(outcome.saved);
        assert_true(strlen(outcome.err.text) > 0);
        store = store_sqlite_open(broken, STORE_WRITE, STORE_PATIENCE_SCRIPT_MS, &failure);
        if (store) {
            struct run_log log;
            bool found = false;
            store->ops->each_answer(store, NULL, pass_row, NULL, &failure);
            if (store->ops->open_run(store, "x", "core", &log, &found, &failure) && found)
                run_log_free(&log);
            store->ops->close(store);
        }
    }
    free(bytes);
}

/* ---- rows somebody else wrote ---- */

static bool pass_past(const struct answer_row *row, void *context)
{
    (void)context;
    return row->event->keyed != SIDE_NONE;
}

static void rows_that_cannot_be_are_refused(void **state)
{
    static const struct {
        const char *sql;
        bool in_past; /* what each_past reads, too */
    } changes[] = {
        {"UPDATE event SET kind = 'answers'", true},
        {"UPDATE event SET keyed = 'both'", true},
        {"UPDATE event SET choice = ''", true},
        {"UPDATE event SET wording = 'ffff'", true},
        {"UPDATE event SET wording = '00000000000000FG'", true},
        {"UPDATE event SET sequence = 5000000000", false},
        {"UPDATE event SET sequence = -1", false},
        {"UPDATE event SET sure = 2", true},
        {"UPDATE event SET elapsed_ms = -5", false},
        {"UPDATE event SET utc_offset_min = 99999999999", true},
        {"UPDATE event SET note = printf('%.*c', 100000, 'n')", true},
        {"UPDATE event SET activity = ''", true},
        {"UPDATE event SET id = 'x'", false},
        {"UPDATE run SET seed = 'no number at all'", false},
    };
    char path[PATH_SIZE], broken[PATH_SIZE], *bytes;
    join(path, *state, "log.db");
    join(broken, *state, "broken.db");
    assert_true(try(path, STORE_WRITE).saved);
    size_t len = slurp(path, &bytes);
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct err e = {0};
        char statements[256];
        spill(broken, bytes, len);
        snprintf(statements, sizeof statements, "PRAGMA ignore_check_constraints = ON; %s",
                 changes[i].sql);
        sql(broken, statements);
        struct store *store = store_sqlite_open(broken, STORE_READ, STORE_PATIENCE_SCRIPT_MS, &e);
        assert_non_null(store);
        if (store->ops->each_answer(store, NULL, pass_row, NULL, &e))
            print_error("accepted: %s\n", changes[i].sql);
        assert_int_equal(e.status, STATUS_DATA);
        assert_non_null(strstr(e.text, "is damaged"));
        struct learner anna;
        bool found = false;
        e = (struct err){0};
        assert_true(store->ops->find_learner(store, "Anna", &anna, &found, &e) && found);
        bool read = store->ops->each_past(store, anna.id, pass_past, NULL, &e);
        assert_int_equal(read, !changes[i].in_past);
        assert_int_equal(e.status, read ? STATUS_OK : STATUS_DATA);
        store->ops->close(store);
    }
    free(bytes);
}

static void reading_changes_nothing(void **state)
{
    char path[PATH_SIZE], *before, *after;
    join(path, *state, "log.db");
    assert_true(try(path, STORE_WRITE).saved);
    size_t len = slurp(path, &before);
    struct outcome outcome = try(path, STORE_READ);
    assert_true(outcome.opened);
    assert_false(outcome.saved);
    assert_true(strlen(outcome.err.text) > 0);
    assert_int_equal(slurp(path, &after), len);
    assert_memory_equal(before, after, len);
    free(before);
    free(after);
    assert_int_equal(count_answers(path), 1);
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(files_and_folders_are_closed_under_any_umask),
        PLACED(folders_that_are_there_keep_their_mode),
        PLACED(a_path_without_folder_is_here),
        PLACED(symlinks_are_not_followed),
        PLACED(folders_others_can_write_are_refused),
        PLACED(folders_and_other_things_are_no_stores),
        PLACED(read_only_places_say_so),
        PLACED(a_read_only_folder_asks_for_a_copy_to_read),
        PLACED(files_and_folders_of_others_are_refused),
        PLACED(an_empty_file_holds_no_answers_and_is_made_anew),
        PLACED(foreign_files_are_refused_untouched),
        PLACED(changed_tables_are_refused),
        PLACED(garbage_and_torn_files_are_refused),
        PLACED(flipped_bytes_never_crash),
        PLACED(rows_that_cannot_be_are_refused),
        PLACED(reading_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
