/* Lines instead of a full screen: signals and stops at the prompt, the end of input, and standard
 * streams that are closed, empty or full. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty/places.h"

enum { MOST_CPU_MS = 500, STATUS_IO_FAILED = 74, STATUS_NOTHING_READ = 66 };

static void go_to_prompt(struct play *play)
{
    play_command(play, "practice -n 4 --plain --seed 1");
    assert_true(screen_wait_text(play->screen, "Sales or marketing?"));
    assert_true(screen_wait_text(play->screen, ">"));
}

static void check_died(struct play *play, int signal_number)
{
    int status;

    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), signal_number);
    assert_null(screen_leftover(play->screen));
}

static void check_exit(struct play *play, int expected)
{
    int status;

    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), expected);
    assert_true(screen_cpu_ms(play->screen) < MOST_CPU_MS);
}

/* --- at the prompt ---------------------------------------------------------------------------- */

static void signals_end_it(void **state)
{
    static const int signals[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGSEGV,
                                  SIGABRT, SIGALRM, SIGUSR1, SIGUSR2};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        go_to_prompt(play);
        screen_signal(play->screen, signals[i]);
        check_died(play, signals[i]);
        play_end(play);
    }
    go_to_prompt(play);
    screen_send(play->screen, "\003"); /* Ctrl-C */
    check_died(play, SIGINT);
}

static void it_goes_on_after_what_is_ignored_and_after_stops(void **state)
{
    static const int ignored[] = {SIGPIPE, SIGXFSZ, SIGWINCH, SIGCONT};
    struct play *play = *state;

    go_to_prompt(play);
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        screen_signal(play->screen, ignored[i]);
    screen_send(play->screen, "\032"); /* Ctrl-Z */
    assert_true(screen_wait_stopped(play->screen));
    screen_continue(play->screen);
    screen_send(play->screen, "m\n");
    assert_true(screen_wait_text(play->screen, "2 of 4"));
    screen_signal(play->screen, SIGSTOP);
    assert_true(screen_wait_stopped(play->screen));
    screen_continue(play->screen);
    screen_send(play->screen, "m\n");
    assert_true(screen_wait_text(play->screen, "3 of 4"));
    assert_int_equal(play_stored_answers(play), 2);
}

static void the_end_of_input_ends_the_run(void **state)
{
    struct play *play = *state;

    go_to_prompt(play);
    screen_send(play->screen, "m\n");
    assert_true(screen_wait_text(play->screen, "The clue:"));
    assert_true(screen_wait_text(play->screen, "2 of 4"));
    screen_send(play->screen, "\004"); /* Ctrl-D: the run */
    assert_true(screen_wait_text(play->screen, "of 1 right."));
    check_exit(play, 0);
    assert_int_equal(play_stored_answers(play), 1);
}

static void a_closed_window_ends_it(void **state)
{
    struct play *play = *state;
    int status;

    play->ignore_hangup = true;
    go_to_prompt(play);
    screen_send(play->screen, "m\n");
    assert_true(screen_wait_text(play->screen, "2 of 4"));
    screen_hang_up(play->screen);
    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFEXITED(status));
    assert_true(screen_cpu_ms(play->screen) < MOST_CPU_MS);
    assert_int_equal(play_stored_answers(play), 1);
}

/* A question before the full screen, and one between two of them. */
static void questions_end_by_signals(void **state)
{
    static const struct place seat = {"hot seat", "session join --hot-seat", .mark = "Whose turn",
                                      .session = true};
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        assert_true(place_go(play, &seat));
        screen_signal(play->screen, signals[i]);
        check_died(play, signals[i]);
        play_end(play);

        assert_true(place_go(play, &seat));
        screen_send(play->screen, "Ann\n");
        assert_true(screen_wait_text(play->screen, "Not now"));
        screen_send(play->screen, "q");
        assert_true(screen_wait_text(play->screen, "not open yet."));
        screen_signal(play->screen, signals[i]);
        check_died(play, signals[i]);
        play_end(play);
    }
}

/* Runs a command to its end. */
static void run(struct play *play, const char *words)
{
    int status;
    play_words(play, words);
    assert_true(screen_wait_end(play->screen, &status));
    assert_int_equal(status, 0);
    play_stop(play);
}

/* Waits for the text and types the keys. */
static void type(struct play *play, const char *text, const char *keys)
{
    if (!screen_wait_text(play->screen, text))
        fail_msg("“%s” does not come", text);
    screen_send(play->screen, keys);
}

/* Whoever leaves amid a part goes on there, by the name in either case, and is told so. */
static void a_hot_seat_goes_on_where_somebody_was(void **state)
{
    struct play *play = *state;
    char place[256], words[512];
    play_make_home(play);
    snprintf(place, sizeof place, "%s/room", play->home);
    snprintf(words, sizeof words,
             "session new --title Room -n 2 --parts before,after --names -o %s/", place);
    run(play, words);
    snprintf(words, sizeof words, "session open %s before", place);
    run(play, words);
    snprintf(words, sizeof words, "session join --hot-seat %s", place);
    play_command(play, words);
    type(play, "Whose turn", "Cleo\n");
    type(play, "Not now", "q");
    type(play, "type the name Cleo again", "Cleo\n");
    type(play, "Not now", "\r");
    type(play, "1 of 2", "s");
    type(play, "2 of 2", "q");
    type(play, "1 of 2 answered", "z");
    type(play, "type the name Cleo again", "CLEO\n");
    type(play, "Cleo has begun here already", "y\n");
    type(play, "2 of 2", "s");
    type(play, "answers are in", "\r");
    type(play, "not open yet", "\n");
    play_stop(play);
    snprintf(words, sizeof words, "session join %s", place);
    play_command(play, words);
    type(play, "Go on as Cleo? Enter alone means yes", "\n");
    type(play, "Look again", "q");
}

/* Starts a command on the one session of the home, with these words behind it. */
static void command_session(struct play *play, const char *command, const char *behind)
{
    char words[2048];

    play_stop(play);
    snprintf(words, sizeof words, "%s %s/team %s", command, play->home, behind);
    play_words(play, words);
}

/* Whoever sits at a terminal is told what was written where; a script's silence is not broken. */
static void a_file_that_is_written_is_told(void **state)
{
    static const struct place show = {"show", "session show", .session = true};
    struct play *play = *state;
    char words[512];

    assert_true(place_start(play, &show, NULL, NULL));
    snprintf(words, sizeof words, "--format html -o %s/r.html", play->home);
    command_session(play, "session report", words);
    assert_true(screen_wait_text(play->screen, "/r.html is written."));
    check_exit(play, 0);
    snprintf(words, sizeof words, "-o %s/s.txt", play->home);
    command_session(play, "session print", words);
    assert_true(screen_wait_text(play->screen, "/s.txt is written."));
    check_exit(play, 0);
    command_session(play, "session report", "-o -");
    check_exit(play, 0);
    assert_false(screen_find(play->screen, "is written.", NULL, NULL));
}

/* A part that people are in is closed only by somebody who means it. */
static void an_earlier_part_is_asked_about(void **state)
{
    static const struct place seat = {"show", "session show", .session = true};
    struct play *play = *state;

    assert_true(place_start(play, &seat, NULL, NULL));
    command_session(play, "session enter", "");
    assert_true(screen_wait_text(play->screen, ">"));
    screen_send(play->screen, "Anna: after A sm\n\n");
    assert_true(screen_wait_text(play->screen, "1 result was taken."));
    check_exit(play, 0);
    command_session(play, "session open", "after");
    assert_true(screen_wait_text(play->screen, "Open now: after"));
    check_exit(play, 0);
    command_session(play, "session open", "before");
    assert_true(screen_wait_text(play->screen, "people have begun it."));
    screen_send(play->screen, "n\n");
    assert_true(screen_wait_text(play->screen, "after stays open."));
    check_exit(play, 0);
    command_session(play, "session open", "before");
    assert_true(screen_wait_text(play->screen, "people have begun it."));
    screen_send(play->screen, "\004"); /* Ctrl-D */
    assert_true(screen_wait_text(play->screen, "nothing was changed."));
    check_exit(play, STATUS_NOTHING_READ);
    command_session(play, "session open", "before");
    assert_true(screen_wait_text(play->screen, "people have begun it."));
    screen_send(play->screen, "y\n");
    assert_true(screen_wait_text(play->screen, "Open now: before"));
    assert_true(screen_wait_text(play->screen, "This has closed after."));
    check_exit(play, 0);
    command_session(play, "session open", "after");
    assert_true(screen_wait_text(play->screen, "Open now: after"));
    check_exit(play, 0);
}

/* --- streams ---------------------------------------------------------------------------------- */

/* Every command with a screen; its standard streams lead where they lead. */
static void try_streams(struct play *play, const char *input, const char *output)
{
    static const struct place commands[] = {
        {"menu", .command = "--no-save"},
        {"first start", .command = "--seed 1"},
        {"practice", .command = "practice -n 4"},
        {"climb", .command = "climb"},
        {"sort", "sort", .bank = "tests/screens/board.cfg"},
        {"today", .command = "today"},
        {"sprint", .command = "sprint"},
        {"exam", .command = "exam -n 4"},
        {"learn", .command = "learn"},
        {"guide", .command = "guide"},
        {"progress", .command = "progress"},
        {"join", "session join", .session = true},
        {"show", "session show", .session = true},
        {"watch", "session watch", .session = true},
    };

    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        int status;

        assert_true(place_start(play, &commands[i], input, output));
        bool ended = screen_wait_end(play->screen, &status);
        bool good = ended && WIFEXITED(status) &&
                    WEXITSTATUS(status) == (output == NULL ? 0 : STATUS_IO_FAILED) &&
                    screen_cpu_ms(play->screen) < MOST_CPU_MS &&
                    screen_leftover(play->screen) == NULL && !screen_is_full(play->screen) &&
                    (output == NULL || screen_find(play->screen, "cannot be written", NULL, NULL));
        if (!good)
            fprintf(stderr, "%s, input %s, output %s: status %x\n%s\n", commands[i].name,
                    input == NULL ? "the terminal" : input,
                    output == NULL ? "the terminal" : output, (unsigned)status,
                    screen_text(play->screen));
        assert_true(good);
        play_end(play);
    }
}

static void nothing_to_read_ends_it_well(void **state)
{
    try_streams(*state, "/dev/null", NULL);
    try_streams(*state, "", NULL);
}

static void nowhere_to_write_is_told(void **state)
{
    try_streams(*state, "/dev/null", "");
    if (access("/dev/full", W_OK) == 0)
        try_streams(*state, "/dev/null", "/dev/full");
    else
        print_message("# skip there is no /dev/full here\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(signals_end_it, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(it_goes_on_after_what_is_ignored_and_after_stops,
                                        play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(the_end_of_input_ends_the_run, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(a_closed_window_ends_it, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(questions_end_by_signals, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(a_hot_seat_goes_on_where_somebody_was, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_is_written_is_told, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(an_earlier_part_is_asked_about, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(nothing_to_read_ends_it_well, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(nowhere_to_write_is_told, play_set_up, play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
