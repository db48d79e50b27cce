/* Many people at once: as many of the real program stand before their last card, get its answer in
 * the same moment, and all of it is there once, in one store that they share, or in one session's
 * folder.  MANY says how many (24). */
#if defined(__linux__) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700 /* setenv, realpath */
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>

#include "io/clock.h"
#include "io/share.h"
#include "io/store_place.h"

enum {
    MANY = 24,
    MOST = 1000,
    CARDS = 2,
    TOLD_SIZE = 8192,
    SPARE_FILES = 40,
    ARGUMENTS = 16,
    START_PATIENCE_MS = 120000,
    BOUND_MS = 30000
};

struct person {
    pid_t pid;
    int keys, words; /* what it reads and what it writes; words is -1 when it has ended */
    char told[TOLD_SIZE];
    size_t len;
};

struct crowd {
    struct person *people;
    int count;
    int alive[2]; /* a pipe that every process of theirs has open for writing, and no other */
    int64_t took_ms, started_ms;
};

static int how_many(void)
{
    const char *given = getenv("MANY");
    int many = given != NULL ? atoi(given) : MANY;

    return many < 1 ? 1 : many > MOST ? MOST : many;
}

/* --- processes -------------------------------------------------------------------------------- */

static void make_pipe(int ends[2])
{
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFD, FD_CLOEXEC), 0);
    assert_int_equal(fcntl(ends[1], F_SETFD, FD_CLOEXEC), 0);
}

/* Starts one, all answers but the last given. */
static void start(struct person *person, const char *const argv[])
{
    int keys[2], words[2];

    make_pipe(keys);
    make_pipe(words);
    person->pid = fork();
    assert_true(person->pid >= 0);
    if (person->pid == 0) {
        dup2(keys[0], STDIN_FILENO);
        dup2(words[1], STDOUT_FILENO);
        execvp(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    close(keys[0]);
    close(words[1]);
    person->keys = keys[1];
    person->words = words[0];
    person->len = 0;
    assert_int_equal(write(person->keys, "s\n", 2), 2);
}

static void listen_to(struct person *person)
{
    ssize_t n = read(person->words, person->told + person->len, TOLD_SIZE - 1 - person->len);

    if (n > 0)
        person->len += (size_t)n;
    person->told[person->len] = '\0';
    if (n > 0 || (n < 0 && errno == EINTR))
        return;
    close(person->words);
    person->words = -1;
}

/* Listens to all of them until each has said the words (NULL: has ended); false when the time is
 * over or one ends before. */
static bool wait_for(struct crowd *crowd, const char *words, int64_t until_ms)
{
    struct pollfd fds[MOST];
    struct person *whose[MOST];

    for (;;) {
        nfds_t waiting = 0;
        for (int i = 0; i < crowd->count; i++) {
            struct person *person = &crowd->people[i];
            if (words != NULL && strstr(person->told, words) != NULL)
                continue;
            if (words != NULL && person->words < 0)
                return false;
            whose[waiting] = person;
            fds[waiting] = (struct pollfd){.fd = person->words, .events = POLLIN};
            waiting += person->words >= 0;
        }
        int64_t left = until_ms - clock_now().mono_ms;
        if (waiting == 0 || left <= 0)
            return waiting == 0;
        if (poll(fds, waiting, (int)left) < 0 && errno != EINTR)
            return false;
        for (nfds_t i = 0; i < waiting; i++)
            if (fds[i].revents != 0)
                listen_to(whose[i]);
    }
}

/* Waits until no process of theirs is left, those in the background neither. */
static bool wait_for_silence(struct crowd *crowd, int64_t until_ms)
{
    struct pollfd fd = {.fd = crowd->alive[0], .events = POLLIN};
    int64_t left = until_ms - clock_now().mono_ms;

    return poll(&fd, 1, left > 0 ? (int)left : 0) == 1;
}

typedef void command_fn(const char *place, int number, char text[2][PATH_SIZE],
                        const char *argv[ARGUMENTS]);

static void gather(struct crowd *crowd, command_fn *command, const char *place)
{
    struct rlimit files;
    int64_t began_ms = clock_now().mono_ms;

    crowd->count = how_many();
    crowd->people = calloc((size_t)crowd->count, sizeof *crowd->people);
    assert_non_null(crowd->people);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        rlim_t needed = 2 * (rlim_t)crowd->count + SPARE_FILES;
        files.rlim_cur = files.rlim_cur < needed ? needed : files.rlim_cur;
        assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
    }
    assert_int_equal(pipe(crowd->alive), 0);
    assert_int_equal(fcntl(crowd->alive[0], F_SETFD, FD_CLOEXEC), 0);
    for (int i = 0; i < crowd->count; i++) {
        const char *argv[ARGUMENTS] = {NULL};
        char text[2][PATH_SIZE];
        command(place, i, text, argv);
        start(&crowd->people[i], argv);
    }
    close(crowd->alive[1]);
    assert_true(wait_for(crowd, "Card 2 of 2.", began_ms + START_PATIENCE_MS));
    crowd->started_ms = clock_now().mono_ms - began_ms;
}

/* All at once: the last answer, and the end. */
static void release(struct crowd *crowd)
{
    int64_t began_ms = clock_now().mono_ms, until_ms = began_ms + 2 * BOUND_MS;
    int status, good = 0;

    for (int i = 0; i < crowd->count; i++)
        assert_int_equal(write(crowd->people[i].keys, "m\n", 2), 2);
    for (int i = 0; i < crowd->count; i++)
        close(crowd->people[i].keys);
    assert_true(wait_for(crowd, NULL, until_ms));
    assert_true(wait_for_silence(crowd, until_ms));
    crowd->took_ms = clock_now().mono_ms - began_ms;
    for (int i = 0; i < crowd->count; i++)
        good += waitpid(crowd->people[i].pid, &status, 0) > 0 && status == 0;
    assert_int_equal(good, crowd->count);
}

static int how_many_were_told(const struct crowd *crowd, const char *words)
{
    int told = 0;

    for (int i = 0; i < crowd->count; i++)
        told += strstr(crowd->people[i].told, words) != NULL;
    return told;
}

static void disperse(struct crowd *crowd)
{
    close(crowd->alive[0]);
    free(crowd->people);
}

/* --- one store -------------------------------------------------------------------------------- */

static void practise(const char *place, int number, char text[2][PATH_SIZE],
                     const char *argv[ARGUMENTS])
{
    const char *const words[] = {
        getenv("SMQUIZ"),       "practice",  "-n",    "2",       "--plain", "-b",
        "tests/bank/small.cfg", "--learner", text[0], "--store", text[1]};

    snprintf(text[0], PATH_SIZE, "Person %d", number);
    join(text[1], place, "log.db");
    memcpy(argv, words, sizeof words);
}

static int number_in_store(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

static void is_in_store(const char *path, const char *sql, int expected)
{
    assert_int_equal(number_in_store(path, sql), expected);
}

static void one_store_has_all_of_it(void **state)
{
    struct crowd crowd = {0};
    char path[PATH_SIZE];

    gather(&crowd, practise, *state);
    release(&crowd);
    join(path, *state, "log.db");
    is_in_store(path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check", 1);
    is_in_store(path, "SELECT count(*) FROM pragma_foreign_key_check", 0);
    is_in_store(path, "SELECT count(*) FROM learner", crowd.count);
    is_in_store(path, "SELECT count(*) FROM run", crowd.count);
    is_in_store(path, "SELECT count(*) FROM event WHERE kind = 'answer'", CARDS * crowd.count);
    is_in_store(path,
                "SELECT count(*) FROM run WHERE 1 = (SELECT count(*) FROM event"
                " WHERE run = run.id AND kind = 'end' AND sequence = 3)",
                crowd.count);
    print_message(
        "%d at once in one store: all there once, after %.1f s (%.1f s to start); the last "
        "answers came within %d ms\n",
        crowd.count, (double)crowd.took_ms / 1000, (double)crowd.started_ms / 1000,
        number_in_store(path, "SELECT max(utc_ms) - min(utc_ms) FROM event"
                              " WHERE sequence = 2"));
    assert_true(crowd.took_ms < BOUND_MS);
    disperse(&crowd);
}

/* --- one session's folder --------------------------------------------------------------------- */

static void take_part(const char *place, int number, char text[2][PATH_SIZE],
                      const char *argv[ARGUMENTS])
{
    const char *const words[] = {getenv("SMQUIZ"), "session", "join",    place,  "--plain",
                                 "--name",         text[0],   "--store", text[1]};

    snprintf(text[0], PATH_SIZE, "Person %d", number);
    assert_in_range(snprintf(text[1], PATH_SIZE, "%s/../../kept-%d/log.db", place, number), 0,
                    PATH_SIZE - 1);
    memcpy(argv, words, sizeof words);
}

/* A session in the place, its first part open. */
static void make_session(const char *place, char session[PATH_SIZE])
{
    const char *smquiz = getenv("SMQUIZ"), *quietly = "exec \"$0\" \"$@\" >/dev/null";
    char team[PATH_SIZE], results[PATH_SIZE];

    join(team, place, "team");
    run_program((const char *const[]){"sh", "-c", quietly, smquiz, "session", "new", "-b",
                                      "tests/bank/small.cfg", "--title", "Many", "-n", "2",
                                      "--parts", "before", "--names", "--team", team, NULL});
    DIR *dir = opendir(team);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            join(session, team, entry->d_name);
    closedir(dir);
    join(results, session, "results");
    assert_int_equal(mode_of(results), 03733);
    run_program(
        (const char *const[]){"sh", "-c", quietly, smquiz, "session", "open", session, NULL});
}

struct counting {
    int whole, others;
    int64_t first_ms, last_ms; /* of the last answers */
};

static bool count_run(const struct shared_run *run, void *context)
{
    struct counting *counting = context;
    bool whole = shared_run_complete(run) && run->count == CARDS + 1 &&
                 run->events[1].choice == SIDE_MARKETING;

    if (whole) {
        int64_t ms = run->events[1].utc_ms;
        counting->first_ms =
            counting->whole == 0 || ms < counting->first_ms ? ms : counting->first_ms;
        counting->last_ms = ms > counting->last_ms ? ms : counting->last_ms;
    }
    counting->whole += whole;
    counting->others += !whole;
    return true;
}

static int count_files(const char *session)
{
    char results[PATH_SIZE];
    int count = 0;

    join(results, session, "results");
    DIR *dir = opendir(results);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static void one_folder_has_all_of_it(void **state)
{
    struct crowd crowd = {0};
    struct counting counting = {0};
    struct faults refused = {0};
    struct err e = {0};
    char session[PATH_SIZE];

    make_session(*state, session);
    gather(&crowd, take_part, session);
    release(&crowd);
    struct share *share = share_open(session, &e);
    assert_non_null(share);
    assert_true(share->ops->each_run(share, "", count_run, &counting, &refused, &e));
    share->ops->close(share);
    print_message(
        "%d at once in one session: %d there once, after %.1f s (%.1f s to start); the last "
        "answers came within %d ms; %d were told that they are there\n",
        crowd.count, counting.whole, (double)crowd.took_ms / 1000, (double)crowd.started_ms / 1000,
        (int)(counting.last_ms - counting.first_ms),
        how_many_were_told(&crowd, "Your answers are with the trainer."));
    assert_int_equal(counting.whole, crowd.count);
    assert_int_equal(counting.others, 0);
    assert_int_equal(refused.len, 0);
    assert_int_equal(count_files(session), crowd.count);
    assert_true(crowd.took_ms < BOUND_MS);
    faults_free(&refused);
    disperse(&crowd);
}

/* Nothing of the person's own settings and results. */
static int set_up(void **state)
{
    static const char *const folders[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                          "XDG_STATE_HOME", "XDG_CONFIG_DIRS"};

    if (make_place(state) != 0 || setenv("LC_ALL", "C", 1) != 0)
        return -1;
    for (size_t i = 0; i < ARRAY_LEN(folders); i++)
        if (setenv(folders[i], *state, 1) != 0)
            return -1;
    unsetenv("SMQUIZ_BANK");
    return setenv("SMQUIZ", "build/smquiz", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_store_has_all_of_it, set_up, remove_place),
        cmocka_unit_test_setup_teardown(one_folder_has_all_of_it, set_up, remove_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
