/* Every description of a terminal that this system has, and mangled ones: full screen or lines, and
 * at the end the terminal's settings are those from before.  A few of them; all of them with
 * SMQUIZ_TRIAL=whole (make trial-terminal).  The mangling is drawn from a seed that is printed;
 * SMQUIZ_TEST_SEED repeats it. */
#if defined(__linux__) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700 /* nftw, nrand48 */
#endif
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "pty/play.h"

enum {
    MOST_CPU_MS = 500,
    MOST_OPEN = 16,
    MOST_NAMES = 8000,
    NAME_SIZE = 64,
    FEW = 97, /* so many are passed over for one that is tried */
    MANGLED_FEW = 10,
    MANGLED_ALL = 500,
    ENTRY_SIZE = 32768,
    HEADER_SIZE = 12, /* of a compiled description */
    MOST_SPOTS = 40,
    PATH_SIZE = 1000
};

/* What descriptions there are: file names, and one file to mangle. */
static struct {
    char names[MOST_NAMES][NAME_SIZE];
    size_t count;
    char xterm[PATH_SIZE];
} found;

static bool is_whole(void)
{
    const char *trial = getenv("SMQUIZ_TRIAL");

    return trial != NULL && strcmp(trial, "whole") == 0;
}

static int note(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    const char *name = path + where->base;

    (void)status;
    if (kind != FTW_F || found.count == MOST_NAMES || strlen(name) >= NAME_SIZE)
        return 0;
    memcpy(found.names[found.count++], name, strlen(name) + 1);
    if (strcmp(name, "xterm-256color") == 0)
        snprintf(found.xterm, sizeof found.xterm, "%s", path);
    return 0;
}

static int find_descriptions(void **state)
{
    static const char *const folders[] = {"/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo",
                                          "/usr/local/share/terminfo"};

    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        nftw(folders[i], note, MOST_OPEN, FTW_PHYS);
    return play_set_up(state);
}

/* Starts, lets the first of the output come, and asks to leave; whether it ended by that. */
static bool start_and_end(struct play *play)
{
    int status;

    play->unseen = true;
    play_command(play, "practice -n 4");
    (void)screen_wait_output(play->screen, 0, 1); /* a mangled one may end it before */
    screen_signal(play->screen, SIGTERM);
    assert_true(screen_wait_end(play->screen, &status));
    assert_true(screen_modes_restored(play->screen));
    assert_true(screen_cpu_ms(play->screen) < MOST_CPU_MS);
    play_end(play);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM;
}

static void every_description_is_left_well(void **state)
{
    struct play *play = *state;
    size_t tried = 0, step = is_whole() ? 1 : FEW;

    for (size_t i = 0; i < found.count; i += step, tried++) {
        play->term = found.names[i];
        if (!start_and_end(play)) {
            fprintf(stderr, "TERM=%s: it does not end by SIGTERM\n", found.names[i]);
            fail();
        }
    }
    if (found.count == 0)
        print_message("# skip there are no descriptions in files here\n");
    else
        print_message("# %zu of %zu descriptions of terminals\n", tried, found.count);
}

static size_t read_entry(char *entry)
{
    FILE *file = fopen(found.xterm, "rb");
    size_t len = file == NULL ? 0 : fread(entry, 1, ENTRY_SIZE, file);

    if (file != NULL)
        fclose(file);
    return len;
}

/* Puts the description where TERMINFO in `entry` leads. */
static void write_entry(struct play *play, const char *bytes, size_t len, char *entry, size_t size)
{
    char path[PATH_SIZE + NAME_SIZE];

    play_make_home(play);
    snprintf(entry, size, "TERMINFO=%s/terminfo", play->home);
    const char *folder = entry + strlen("TERMINFO=");
    mkdir(folder, 0700);
    snprintf(path, sizeof path, "%s/m", folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/m/mangled", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* ncurses may crash over one; the terminal comes back all the same. */
static void mangled_descriptions_do_not_keep_the_terminal(void **state)
{
    const char *given = getenv("SMQUIZ_TEST_SEED");
    unsigned long seed = given != NULL ? strtoul(given, NULL, 0) : (unsigned long)time(NULL);
    unsigned short dice[3] = {(unsigned short)seed, (unsigned short)(seed >> 16), 0};
    static char good[ENTRY_SIZE], bytes[ENTRY_SIZE];
    size_t good_len = read_entry(good);
    struct play *play = *state;
    int crashes = 0, count = is_whole() ? MANGLED_ALL : MANGLED_FEW;

    print_message("seed %lu\n", seed);
    if (good_len <= HEADER_SIZE) {
        print_message("# skip there is no description of xterm-256color here to mangle\n");
        return;
    }
    for (int i = 0; i < count; i++) {
        char entry[PATH_SIZE];
        size_t len = good_len;

        memcpy(bytes, good, len);
        for (long spots = 1 + nrand48(dice) % MOST_SPOTS; spots > 0; spots--)
            bytes[HEADER_SIZE + (size_t)nrand48(dice) % (len - HEADER_SIZE)] = (char)nrand48(dice);
        if (nrand48(dice) % 8 == 0)
            len = (size_t)nrand48(dice) % len;
        write_entry(play, bytes, len, entry, sizeof entry);
        play->term = "mangled";
        play->extra = entry;
        crashes += !start_and_end(play);
    }
    print_message("# %d mangled descriptions, %d crashes inside the library\n", count, crashes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_description_is_left_well, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(mangled_descriptions_do_not_keep_the_terminal, play_set_up,
                                        play_tear_down),
    };
    return cmocka_run_group_tests(tests, find_descriptions, NULL);
}
