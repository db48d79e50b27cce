/* A journal that somebody else plants beside the log: SQLite would take its content over, so the
 * log is not opened.  Root and a user without rights are needed. */
#include "io/store_place.h"

#include <grp.h>

enum { MALLORY = 65534 };

struct plant {
    char log[PATH_SIZE], evil[PATH_SIZE], folder[PATH_SIZE];
};

/* Runs a piece of the attack as the other user; its database is left open in mid-transaction, as by
 * a kill. */
static void attack(const struct plant *p, const char *statements)
{
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        bool well = setgroups(0, NULL) == 0 && setgid(MALLORY) == 0 && setuid(MALLORY) == 0 &&
                    sqlite3_open(p->evil, &db) == SQLITE_OK &&
                    sqlite3_exec(db, statements, NULL, NULL, NULL) == SQLITE_OK;
        _exit(well ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void copy(const char *from, const char *to, const char *ending, uid_t owner)
{
    char source[PATH_SIZE + 10], target[PATH_SIZE + 10], *bytes;
    snprintf(source, sizeof source, "%s%s", from, ending);
    snprintf(target, sizeof target, "%s%s", to, ending);
    size_t len = slurp(source, &bytes);
    assert_true(*ending == '\0' || len > 0);
    spill(target, bytes, len);
    free(bytes);
    assert_int_equal(chown(target, owner, owner), 0);
}

static int text_column(void *context, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    snprintf(context, PATH_SIZE, "%s", values[0] ? values[0] : "");
    return 0;
}

/* What a program that looks at nothing finds: shows that the attack is one. */
static void assert_taken_in_elsewhere(const struct plant *p, const char *ending)
{
    char victim[PATH_SIZE], name[PATH_SIZE] = "";
    sqlite3 *db;
    join(victim, p->folder, "careless.db");
    copy(p->log, victim, "", getuid());
    copy(p->evil, victim, ending, MALLORY);
    assert_int_equal(sqlite3_open(victim, &db), SQLITE_OK);
    sqlite3_exec(db, "SELECT name FROM learner", text_column, name, NULL);
    sqlite3_close(db);
    assert_string_equal(name, "Mallory");
}

static bool begin(struct plant *p, const char *folder)
{
    char home[PATH_SIZE];
    if (getuid() != 0) {
        print_message("# skip: only root can try this as two users\n");
        return false;
    }
    snprintf(p->folder, sizeof p->folder, "%s", folder);
    join(p->log, folder, "log.db");
    assert_int_equal(chmod(folder, 0755), 0);
    assert_true(try(p->log, STORE_WRITE).saved);
    join(home, folder, "home");
    assert_int_equal(mkdir(home, 0700), 0);
    assert_int_equal(chown(home, MALLORY, MALLORY), 0);
    join(p->evil, home, "evil.db");
    copy(p->log, p->evil, "", MALLORY);
    return true;
}

/* Plants the file as the folder lets the other user do, and lets smquiz open the log. */
static void assert_refused(const struct plant *p, const char *ending)
{
    char *before, *after;
    assert_taken_in_elsewhere(p, ending);
    assert_int_equal(chmod(p->folder, 01777), 0);
    copy(p->evil, p->log, ending, MALLORY);
    size_t len = slurp(p->log, &before);
    expect_refusal(p->log, STORE_WRITE, STATUS_CANT_CREATE, "chmod go-w");
    expect_refusal(p->log, STORE_READ, STATUS_NO_INPUT, "chmod go-w");
    /* and when the owner has done what the sentence says */
    assert_int_equal(chmod(p->folder, 0755), 0);
    expect_refusal(p->log, STORE_WRITE, STATUS_CANT_CREATE, "another user has put there");
    expect_refusal(p->log, STORE_READ, STATUS_NO_INPUT, "another user has put there");
    assert_int_equal(slurp(p->log, &after), len);
    assert_memory_equal(before, after, len);
    free(before);
    free(after);
    char planted[PATH_SIZE + 10];
    snprintf(planted, sizeof planted, "%s%s", p->log, ending);
    assert_int_equal(unlink(planted), 0);
    assert_int_equal(count_answers(p->log), 1);
}

static void a_planted_journal_is_refused(void **state)
{
    struct plant p;
    if (!begin(&p, *state))
        return;
    attack(&p, "PRAGMA journal_mode = DELETE; UPDATE learner SET name = 'Mallory'");
    attack(&p, "PRAGMA synchronous = OFF; BEGIN IMMEDIATE; UPDATE learner SET name = 'x';"
               "UPDATE event SET note = 'x'; UPDATE run SET rules = 'x'; PRAGMA user_version = 9");
    assert_refused(&p, "-journal");
}

static void a_planted_log_of_writes_is_refused(void **state)
{
    struct plant p;
    if (!begin(&p, *state))
        return;
    attack(&p, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
               "UPDATE learner SET name = 'Mallory'");
    assert_refused(&p, "-wal");
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(a_planted_journal_is_refused),
        PLACED(a_planted_log_of_writes_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
