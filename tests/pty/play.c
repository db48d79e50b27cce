/* The real program for a test: in a fresh home of its own, on a screen, over the small bank. */
#if defined(__linux__) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700 /* nftw */
#endif
#include "pty/play.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 6000, MOST_OPEN = 16 };

struct play play_default(void)
{
    return (struct play){.bank = "tests/bank/small.cfg",
                         .term = "xterm-256color",
                         .locale = "C.UTF-8",
                         .cols = 80,
                         .rows = 24};
}

/* Switches off what comes by chance between the cards, unless a test is about it. */
static void write_settings(const struct play *play)
{
    char path[PATH_SIZE];
    FILE *file;

    snprintf(path, sizeof path, "%s/config", play->home);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/config/smquiz", play->home);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/config/smquiz/smquiz.cfg", play->home);
    file = fopen(path, "w");
    if (file == NULL || fprintf(file, "clues = %s;\n", play->clues ? "true" : "false") < 0 ||
        fclose(file) != 0) {
        fprintf(stderr, "pty: no settings for the test\n");
        abort();
    }
}

void play_make_home(struct play *play)
{
    if (play->home != NULL)
        return;
    const char *tmp = getenv("TMPDIR");
    char path[PATH_SIZE];

    if (tmp == NULL) /* in memory where there is such a folder: hundreds of homes come and go */
        tmp = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(path, sizeof path, "%s/smquiz-pty-XXXXXX", tmp);
    if (mkdtemp(path) == NULL) {
        fprintf(stderr, "pty: no folder for the test\n");
        abort();
    }
    play->home = strdup(path);
    write_settings(play);
}

/* Adds a copy of "NAME=value"; free_environment frees it. */
static void add_entry(char **env, const char *entry)
{
    size_t at = 0;

    while (env[at] != NULL)
        at++;
    env[at] = strdup(entry);
    if (env[at] == NULL || at + 2 > PLAY_ENVIRONMENT)
        abort();
}

static void add(char **env, const char *name, const char *value, const char *more)
{
    char entry[PATH_SIZE];

    snprintf(entry, sizeof entry, "%s=%s%s", name, value, more);
    add_entry(env, entry);
}

/* Nothing of the person's own environment but what sanitizers and coverage need, and the time where
 * a test has set that. */
static void fill_environment(const struct play *play, char **env)
{
    static const char *const passed[] = {
        "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "GCOV_PREFIX", "TZ", "SMQUIZ_NOW"};

    for (size_t i = 0; i < sizeof passed / sizeof passed[0]; i++)
        if (getenv(passed[i]) != NULL)
            add(env, passed[i], getenv(passed[i]), "");
    add(env, "HOME", play->home, "");
    add(env, "XDG_CONFIG_HOME", play->home, "/config");
    add(env, "XDG_DATA_HOME", play->home, "/data");
    add(env, "XDG_STATE_HOME", play->home, "/state");
    add(env, "XDG_CACHE_HOME", play->home, "/cache");
    add(env, "XDG_CONFIG_DIRS", play->home, "/etc");
    add(env, "SMQUIZ_BANK", play->bank, "");
    add(env, "LC_ALL", play->locale, "");
    if (play->term != NULL)
        add(env, "TERM", play->term, "");
    if (play->extra != NULL)
        add_entry(env, play->extra);
}

static void free_environment(char **env)
{
    for (size_t i = 0; env[i] != NULL; i++)
        free(env[i]);
}

void play_start(struct play *play)
{
    const char *program = getenv("SMQUIZ");
    const char *argv[PLAY_ARGUMENTS + 2] = {program == NULL ? "build/smquiz" : program};
    char *env[PLAY_ENVIRONMENT] = {NULL};
    size_t at = 1;

    for (size_t i = 0; i < PLAY_ARGUMENTS && play->arguments[i] != NULL; i++)
        argv[at++] = play->arguments[i];
    play_make_home(play);
    fill_environment(play, env);
    struct screen_setup setup = {.argv = argv,
                                 .env = (const char *const *)env,
                                 .cols = play->cols,
                                 .rows = play->rows,
                                 .told_cols = play->told_cols,
                                 .told_rows = play->told_rows,
                                 .ignore_hangup = play->ignore_hangup,
                                 .unseen = play->unseen,
                                 .in_background = play->in_background,
                                 .input = play->input,
                                 .output = play->output};
    play->screen = screen_open(&setup);
    free_environment(env);
}

void play_stop(struct play *play)
{
    if (play->screen != NULL)
        screen_close(play->screen);
    play->screen = NULL;
}

static void start_with(struct play *play, const char *words, const char *last)
{
    size_t count = 0;
    char *rest = NULL;

    free(play->words);
    play->words = strdup(words);
    for (char *word = strtok_r(play->words, " ", &rest); word != NULL && count + 2 < PLAY_ARGUMENTS;
         word = strtok_r(NULL, " ", &rest))
        play->arguments[count++] = word;
    play->arguments[count++] = last;
    play->arguments[count] = NULL;
    play_start(play);
}

void play_words(struct play *play, const char *words)
{
    start_with(play, words, NULL);
}

void play_command(struct play *play, const char *words)
{
    start_with(play, words, "--no-motion");
}

/* The number as the header shows it, and what sets a card apart from its verdict. */
struct expected {
    char progress[32];
    bool judged;
};

static bool is_there(struct screen *s, const void *arg)
{
    const struct expected *expected = arg;
    bool open = screen_find(s, "space: not sure", NULL, NULL);
    bool verdict = screen_find(s, "✓ Sales.", NULL, NULL) ||
                   screen_find(s, "✓ Marketing.", NULL, NULL) ||
                   screen_find(s, "✗ You said ", NULL, NULL);

    return screen_find(s, expected->progress, NULL, NULL) &&
           (expected->judged ? verdict && !open : open && !verdict);
}

static bool rule_shows(struct screen *s)
{
    return screen_find(s, "New to you: ", NULL, NULL);
}

static bool is_there_or_rule(struct screen *s, const void *arg)
{
    return rule_shows(s) || is_there(s, arg);
}

static bool wait_progress(struct play *play, int number, int of, bool judged)
{
    struct expected expected = {.judged = judged};

    snprintf(expected.progress, sizeof expected.progress, "%d of %d", number, of);
    if (!judged && screen_wait(play->screen, is_there_or_rule, &expected) &&
        rule_shows(play->screen))
        screen_send(play->screen, "\r");
    return screen_wait(play->screen, is_there, &expected);
}

bool play_wait_card(struct play *play, int number, int of)
{
    return wait_progress(play, number, of, false);
}

bool play_wait_verdict(struct play *play, int number, int of)
{
    return wait_progress(play, number, of, true);
}

bool play_card_is_marketing(struct play *play)
{
    static const struct {
        const char *words;
        bool marketing;
    } cards[] = {{"Drafting the headline", true}, {"Agreeing a delivery date", false},
                 {"Printing a poster", true},     {"Visiting the owner", false},
                 {"Making the slides", true},     {"Showing the slides", false},
                 {"Writing the brochure", true},  {"Going through the brochure", false}};

    for (size_t i = 0; i < sizeof cards / sizeof cards[0]; i++)
        if (screen_find(play->screen, cards[i].words, NULL, NULL))
            return cards[i].marketing;
    fprintf(stderr, "pty: no card of the small bank:\n%s\n", screen_text(play->screen));
    abort();
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

void play_end(struct play *play)
{
    play_stop(play);
    if (play->home != NULL)
        nftw(play->home, remove_one, MOST_OPEN, FTW_DEPTH | FTW_PHYS);
    free(play->home);
    free(play->words);
    play->home = play->words = NULL;
}

int play_stored_answers(const struct play *play)
{
    char path[PATH_SIZE];
    sqlite3 *db = NULL;
    sqlite3_stmt *count = NULL;
    int answers = -1;

    snprintf(path, sizeof path, "%s/data/smquiz/smquiz.db", play->home);
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "SELECT count(*) FROM event WHERE kind = 'answer'", -1, &count,
                           NULL) == SQLITE_OK &&
        sqlite3_step(count) == SQLITE_ROW)
        answers = sqlite3_column_int(count, 0);
    sqlite3_finalize(count);
    sqlite3_close(db);
    return answers;
}

int play_set_up(void **state)
{
    static struct play play;

    play = play_default();
    *state = &play;
    return 0;
}

int play_tear_down(void **state)
{
    play_end(*state);
    return 0;
}
