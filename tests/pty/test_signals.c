/* Signals at odd moments: amid the first screen, in the background, again and again.  What each of
 * them does on every screen is for test_matrix. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>

#include "pty/play.h"

enum { CARDS = 4, STOPS = 20 };

/* --- in the background ------------------------------------------------------------------------ */

/* As a shell does for "fg": the terminal as commands expect it, then the foreground. */
static void bring_to_foreground(struct play *play)
{
    screen_set_cooked(play->screen);
    screen_continue(play->screen);
}

static void leave_well(struct play *play)
{
    int status;

    screen_signal(play->screen, SIGTERM);
    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFSIGNALED(status));
    assert_null(screen_leftover(play->screen));
}

/* What it remembers to give back is what "fg" gave it, not what the shell's line editor had. */
static void started_in_the_background_it_waits_for_the_foreground(void **state)
{
    struct play *play = *state;
    size_t written;

    play->in_background = true;
    play_command(play, "practice -n 4");
    assert_true(screen_wait_stopped(play->screen));
    screen_output(play->screen, &written);
    assert_int_equal(written, 0);
    screen_continue_in_background(play->screen);
    assert_true(screen_wait_stopped(play->screen));
    bring_to_foreground(play);
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    leave_well(play);
}

static void lines_in_the_background_wait_for_the_foreground(void **state)
{
    struct play *play = *state;

    play->in_background = true;
    play_command(play, "practice -n 4 --plain");
    assert_true(screen_wait_text(play->screen, ">"));
    screen_send(play->screen, "\n"); /* something to read, but not for it */
    assert_true(screen_wait_stopped(play->screen));
    bring_to_foreground(play);
    screen_send(play->screen, "s\n");
    assert_true(screen_wait_text(play->screen, "The clue:"));
    leave_well(play);
}

/* --- amid the first screen -------------------------------------------------------------------- */

static const size_t moments[] = {0, 1, 10, 40, 80, 160, 320}; /* bytes written by then */

/* The signal comes when so much was written. */
static void start_and_signal(struct play *play, size_t bytes, int signal_number)
{
    play_command(play, "practice -n 4");
    assert_true(screen_wait_output(play->screen, 0, bytes));
    screen_signal(play->screen, signal_number);
}

static void a_signal_amid_the_first_screen_gives_the_terminal_back(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGUSR1};
    struct play *play = *state;
    int status;

    for (size_t m = 0; m < sizeof moments / sizeof moments[0]; m++)
        for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
            start_and_signal(play, moments[m], signals[i]);
            assert_true(screen_wait_end(play->screen, &status));
            assert_true(WIFSIGNALED(status));
            assert_int_equal(WTERMSIG(status), signals[i]);
            assert_null(screen_leftover(play->screen));
            play_stop(play);
        }
}

static void a_stop_amid_the_first_screen_gives_it_back_too(void **state)
{
    struct play *play = *state;

    for (size_t m = 0; m < sizeof moments / sizeof moments[0]; m++) {
        start_and_signal(play, moments[m], SIGTSTP);
        assert_true(screen_wait_stopped(play->screen));
        assert_null(screen_leftover(play->screen));
        screen_continue(play->screen);
        assert_true(play_wait_card(play, 1, CARDS));
        leave_well(play);
        play_end(play);
    }
}

/* The first frame is drawn for a size that is not the window's any more. */
static void a_size_that_changes_amid_the_first_screen_is_noticed(void **state)
{
    struct play *play = *state;

    for (size_t m = 0; m < sizeof moments / sizeof moments[0]; m++) {
        play_command(play, "practice -n 4");
        assert_true(screen_wait_output(play->screen, 0, moments[m]));
        screen_resize(play->screen, 20, 5);
        assert_true(screen_wait_text(play->screen, "smquiz needs"));
        leave_well(play);
        play_end(play);
    }
}

/* --- stopped ---------------------------------------------------------------------------------- */

/* Again and again: a Ctrl-Z that comes while the screen is being drawn must not be lost. */
static void stopped_it_is_cooked_and_continued_it_is_whole(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4 --seed 1");
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    for (int stop = 0; stop < STOPS; stop++) {
        screen_send(play->screen, "\032"); /* Ctrl-Z */
        assert_true(screen_wait_stopped(play->screen));
        assert_null(screen_leftover(play->screen));

        screen_continue(play->screen);
        assert_true(play_wait_verdict(play, 1, CARDS));
        assert_true(screen_is_full(play->screen));
        assert_false(screen_is_cooked(play->screen));
    }
    screen_send(play->screen, "\r");
    assert_true(play_wait_card(play, 2, CARDS));
}

/* Who is in the background hears nothing of a new size. */
static void a_size_changed_meanwhile_is_noticed(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4");
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "\032");
    assert_true(screen_wait_stopped(play->screen));
    screen_resize(play->screen, 20, 5);
    screen_continue(play->screen);
    assert_true(screen_wait_text(play->screen, "smquiz needs"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_signal_amid_the_first_screen_gives_the_terminal_back,
                                        play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(a_stop_amid_the_first_screen_gives_it_back_too, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_size_that_changes_amid_the_first_screen_is_noticed,
                                        play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(started_in_the_background_it_waits_for_the_foreground,
                                        play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(lines_in_the_background_wait_for_the_foreground,
                                        play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(stopped_it_is_cooked_and_continued_it_is_whole, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_size_changed_meanwhile_is_noticed, play_set_up,
                                        play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
