/* Terminals and locales of every kind: full screen where it works, plain lines where not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "pty/play.h"

enum { CARDS = 4, LONG_NAME = 5000 };

static bool output_has(struct play *play, const char *bytes)
{
    size_t len;
    const char *output = screen_output(play->screen, &len);

    return output != NULL && strstr(output, bytes) != NULL;
}

/* Whether the program set a foreground or background colour (SGR 30 … 49, 90 … 107). */
static bool output_has_color(struct play *play)
{
    size_t len;
    const char *at = screen_output(play->screen, &len);

    for (at = at == NULL ? NULL : strstr(at, "\033["); at != NULL; at = strstr(at, "\033[")) {
        const char *numbers = at + 2, *stop = numbers + strspn(numbers, "0123456789;");
        at = stop;
        while (*stop == 'm' && numbers < stop) {
            char *next;
            long n = strtol(numbers, &next, 10);
            if ((n >= 30 && n <= 49 && n != 39 && n != 49) || (n >= 90 && n <= 107))
                return true;
            numbers = next + 1;
        }
    }
    return false;
}

/* --- which terminals take full screen --------------------------------------------------------- */

static void terminals_that_can_get_full_screen(void **state)
{
    static const char *const terms[] = {
        "xterm-256color", "xterm", "linux", "vt100", "screen", "screen-256color", "tmux-256color"};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        int status;

        play->term = terms[i];
        play_command(play, "practice -n 4 --seed 5");
        assert_true(play_wait_card(play, 1, CARDS));
        assert_false(screen_is_cooked(play->screen));
        screen_send(play->screen, "s");
        assert_true(play_wait_verdict(play, 1, CARDS));
        screen_signal(play->screen, SIGTERM);
        assert_true(screen_wait_end(play->screen, &status));
        assert_null(screen_leftover(play->screen));
        play_end(play);
    }
}

static void check_plain(struct play *play)
{
    int status;

    play_command(play, "practice -n 4 --seed 5");
    assert_true(screen_wait_text(play->screen, ">"));
    assert_true(screen_is_cooked(play->screen));
    screen_send(play->screen, "q\n");
    assert_true(screen_wait_text(play->screen, "No answers, no result."));
    screen_send(play->screen, "\n");
    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_false(output_has(play, "\033"));
}

static void terminals_that_cannot_get_lines(void **state)
{
    static const char *const terms[] = {NULL, "", "dumb"};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        play->term = terms[i];
        check_plain(play);
        assert_false(output_has(play, "not known here"));
        play_end(play);
    }
}

/* Told once, and the name itself is never printed: it may hold anything. */
static void unknown_terminals_get_lines_and_are_told(void **state)
{
    char *longest = calloc(LONG_NAME + 1, 1);
    assert_non_null(longest);
    memset(longest, 'A', LONG_NAME);
    const char *const terms[] = {"no-such-terminal", "\033]0;title\a", "../../etc/passwd", longest};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        play->term = terms[i];
        check_plain(play);
        assert_true(output_has(play, "not known here"));
        assert_false(output_has(play, "title"));
        assert_false(output_has(play, "no-such-terminal"));
        assert_false(output_has(play, "AAAA"));
        play_end(play);
    }
    free(longest);
}

/* --- colour ------------------------------------------------------------------------------------
 */

static bool card_is_colored(struct play *play, const char *words, const char *extra)
{
    play->extra = extra;
    play_command(play, words);
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    bool colored = output_has_color(play);
    play_end(play);
    return colored;
}

static void colour_follows_option_and_environment(void **state)
{
    struct play *play = *state;

    assert_true(card_is_colored(play, "practice -n 4", NULL));
    assert_true(card_is_colored(play, "practice -n 4", "NO_COLOR="));
    assert_false(card_is_colored(play, "practice -n 4", "NO_COLOR=1"));
    assert_false(card_is_colored(play, "practice -n 4 --color never", NULL));
    assert_true(card_is_colored(play, "practice -n 4 --color always", "NO_COLOR=1"));
    assert_false(card_is_colored(play, "practice -n 4 --theme mono", NULL));
}

static void every_theme_colours_as_it_should(void **state)
{
    struct play *play = *state;

    assert_true(card_is_colored(play, "practice -n 4 --theme light", NULL));
    assert_true(card_is_colored(play, "practice -n 4 --theme high-contrast", NULL));
    play->term = "xterm"; /* eight colours */
    assert_true(card_is_colored(play, "practice -n 4 --theme dark", NULL));
    play->term = "vt100";
    assert_false(card_is_colored(play, "practice -n 4 --theme dark", NULL));
}

/* --- locales ------------------------------------------------------------------------------------
 */

/* The full screen in these locales is for test_matrix. */
static void check_ascii(struct play *play)
{
    size_t len;
    int status;

    play_command(play, "practice -n 4 --plain");
    assert_true(screen_wait_text(play->screen, ">"));
    screen_send(play->screen, "s\n");
    assert_true(screen_wait_text(play->screen, "The clue:"));
    screen_signal(play->screen, SIGTERM);
    assert_true(screen_wait_end(play->screen, &status));
    const char *output = screen_output(play->screen, &len);
    for (size_t i = 0; i < len; i++)
        assert_true((unsigned char)output[i] < 0x80);
    play_end(play);
}

static void lines_in_locales_without_utf8_are_ascii(void **state)
{
    static const char *const locales[] = {"C", "POSIX", "xx_XX.no-such-locale"};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        play->locale = locales[i];
        check_ascii(play);
    }
}

/* --- the environment ----------------------------------------------------------------------------
 */

/* What the environment says of the terminal may be rubbish: it is passed over, or lines come. */
static void rubbish_in_the_environment_does_no_harm(void **state)
{
    char longest[LONG_NAME + sizeof "TERMINFO="] = "TERMINFO=";
    const char *const entries[] = {"LINES=99999",
                                   "LINES=-1",
                                   "LINES=0",
                                   "LINES=x",
                                   "COLUMNS=99999",
                                   "COLUMNS=-1",
                                   "COLUMNS=1",
                                   "COLUMNS=\033[2J",
                                   "TERMINFO=",
                                   "TERMINFO=/dev/null",
                                   "TERMINFO=/dev/zero",
                                   "TERMINFO=no/such/folder",
                                   "TERMINFO=tests/pty/play.c",
                                   "TERMINFO=\033]0;title\a",
                                   "TERMINFO=hex:ffff",
                                   "TERMINFO=b64:GgE",
                                   "TERMINFO_DIRS=::/dev/null:",
                                   "TERMCAP=xterm:co#0:",
                                   "ESCDELAY=-1",
                                   "ESCDELAY=99999999999",
                                   "NCURSES_ASSUMED_COLORS=999,-9",
                                   "NCURSES_NO_PADDING=",
                                   "NCURSES_NO_UTF8_ACS=1",
                                   "NCURSES_NO_SETBUF=1",
                                   "NCURSES_GPM_TERMS=x",
                                   "BAUDRATE=0",
                                   "COLORTERM=\033[31m",
                                   longest};
    struct play *play = *state;

    memset(longest + strlen(longest), 'A', LONG_NAME);
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        int status;

        play->extra = entries[i];
        play_command(play, "practice -n 4 --seed 5");
        assert_true(play_wait_card(play, 1, CARDS));
        screen_send(play->screen, "s");
        assert_true(play_wait_verdict(play, 1, CARDS));
        assert_false(output_has(play, "title"));
        screen_signal(play->screen, SIGTERM);
        assert_true(screen_wait_end(play->screen, &status));
        assert_null(screen_leftover(play->screen));
        play_end(play);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(terminals_that_can_get_full_screen, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(terminals_that_cannot_get_lines, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(unknown_terminals_get_lines_and_are_told, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(colour_follows_option_and_environment, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(every_theme_colours_as_it_should, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(lines_in_locales_without_utf8_are_ascii, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(rubbish_in_the_environment_does_no_harm, play_set_up,
                                        play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
