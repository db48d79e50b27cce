/* The terminal comes back on every way out, and hang-ups and stops are survived. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "pty/play.h"

enum { CARDS = 4, IDLE_CPU_MS = 500, STOPS = 20 };

/* --- bringing the program to a screen ------------------------------------------------------- */

static void go_to_intro(struct play *play)
{
    play_command(play, "--seed 1");
    assert_true(screen_wait_text(play->screen, "At a party"));
}

static void go_to_card(struct play *play)
{
    play_command(play, "practice -n 4 --seed 1");
    assert_true(play_wait_card(play, 1, CARDS));
}

static void go_to_verdict(struct play *play)
{
    go_to_card(play);
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
}

static void go_to_result(struct play *play)
{
    go_to_verdict(play);
    screen_send(play->screen, "q");
    assert_true(screen_wait_text(play->screen, "of 1 right."));
}

/* The menu is what somebody who has played before meets first. */
static void go_to_menu(struct play *play)
{
    int status;

    go_to_result(play);
    screen_send(play->screen, "\r");
    assert_true(screen_wait_end(play->screen, &status));
    play_stop(play);
    play_command(play, "");
    assert_true(screen_wait_text(play->screen, "Enter: choose"));
}

static void (*const go_to[])(struct play *) = {go_to_intro, go_to_card, go_to_verdict, go_to_result,
                                               go_to_menu};

/* --- ends ------------------------------------------------------------------------------------ */

static void check_ended_by(struct play *play, int signal_number)
{
    int status;

    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), signal_number);
    assert_false(screen_is_full(play->screen));
    assert_true(screen_modes_restored(play->screen));
}

/* Every screen, every signal: a fresh program each time. */
static void try_on_every_screen(struct play *play, const int *signals, size_t count)
{
    for (size_t screen = 0; screen < sizeof go_to / sizeof go_to[0]; screen++)
        for (size_t i = 0; i < count; i++) {
            go_to[screen](play);
            assert_true(screen_is_full(play->screen));
            assert_false(screen_is_cooked(play->screen));
            screen_signal(play->screen, signals[i]);
            check_ended_by(play, signals[i]);
            play_end(play);
        }
}

static void requests_to_leave_give_the_terminal_back(void **state)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    try_on_every_screen(*state, signals, sizeof signals / sizeof signals[0]);
}

static void crashes_give_the_terminal_back(void **state)
{
    static const int signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGXCPU, SIGALRM, SIGUSR1};

    try_on_every_screen(*state, signals, sizeof signals / sizeof signals[0]);
}

static void keys_that_make_signals_do_the_same(void **state)
{
    struct play *play = *state;

    go_to_card(play);
    screen_send(play->screen, "\003"); /* Ctrl-C */
    check_ended_by(play, SIGINT);
    play_end(play);
    go_to_card(play);
    screen_send(play->screen, "\034"); /* Ctrl-\ */
    check_ended_by(play, SIGQUIT);
}

static void a_signal_in_plain_mode_ends_too(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4 --plain");
    assert_true(screen_wait_text(play->screen, ">"));
    screen_signal(play->screen, SIGTERM);
    check_ended_by(play, SIGTERM);
}

/* Ignored by nohup: a SIGHUP changes nothing. */
static void an_ignored_hangup_signal_stays_ignored(void **state)
{
    struct play *play = *state;

    play->ignore_hangup = true;
    go_to_card(play);
    screen_signal(play->screen, SIGHUP);
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
}

static void broken_pipes_and_file_limits_do_not_kill(void **state)
{
    struct play *play = *state;

    go_to_card(play);
    screen_signal(play->screen, SIGPIPE);
    screen_signal(play->screen, SIGXFSZ);
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
}

/* The window is closed and nobody tells: reading gives nothing for ever. */
static void a_lost_terminal_ends_it_without_burning(void **state)
{
    struct play *play = *state;

    for (size_t screen = 0; screen < sizeof go_to / sizeof go_to[0]; screen++) {
        int status;

        play->ignore_hangup = true;
        go_to[screen](play);
        screen_hang_up(play->screen);
        assert_true(screen_wait_end(play->screen, &status));
        assert_true(WIFEXITED(status));
        assert_true(screen_cpu_ms(play->screen) < IDLE_CPU_MS);
        play_end(play);
    }
}

static void a_closed_window_ends_it(void **state)
{
    struct play *play = *state;
    int status;

    go_to_verdict(play);
    screen_hang_up(play->screen);
    assert_true(screen_wait_end(play->screen, &status));
    assert_int_equal(play_stored_answers(play), 1);
}

/* --- stop and go on --------------------------------------------------------------------------- */

/* Again and again: a Ctrl-Z that comes while the screen is being drawn must not be lost. */
static void stopped_it_is_cooked_and_continued_it_is_whole(void **state)
{
    struct play *play = *state;

    go_to_verdict(play);
    for (int stop = 0; stop < STOPS; stop++) {
        screen_send(play->screen, "\032"); /* Ctrl-Z */
        assert_true(screen_wait_stopped(play->screen));
        assert_true(screen_is_cooked(play->screen));
        assert_true(screen_modes_restored(play->screen));
        assert_false(screen_is_full(play->screen));

        screen_continue(play->screen);
        assert_true(play_wait_verdict(play, 1, CARDS));
        assert_true(screen_is_full(play->screen));
        assert_false(screen_is_cooked(play->screen));
    }
    screen_send(play->screen, "\r");
    assert_true(play_wait_card(play, 2, CARDS));
}

/* As "kill %1" does with a stopped job: it must not hang on a terminal that is not its own. */
static void stopped_and_asked_to_leave_it_leaves(void **state)
{
    struct play *play = *state;

    go_to_card(play);
    screen_send(play->screen, "\032");
    assert_true(screen_wait_stopped(play->screen));
    screen_signal(play->screen, SIGTERM);
    screen_continue_in_background(play->screen);
    check_ended_by(play, SIGTERM);
}

/* Who is in the background hears nothing of a new size. */
static void a_size_changed_meanwhile_is_noticed(void **state)
{
    struct play *play = *state;

    go_to_card(play);
    screen_send(play->screen, "\032");
    assert_true(screen_wait_stopped(play->screen));
    screen_resize(play->screen, 20, 5);
    screen_continue(play->screen);
    assert_true(screen_wait_text(play->screen, "smquiz needs"));
}

/* SIGSTOP cannot be caught; what the shell did to the terminal meanwhile is undone. */
static void after_a_hard_stop_the_modes_are_set_again(void **state)
{
    struct play *play = *state;

    go_to_card(play);
    screen_signal(play->screen, SIGSTOP);
    assert_true(screen_wait_stopped(play->screen));
    screen_set_cooked(play->screen);
    screen_continue(play->screen);
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    assert_false(screen_is_cooked(play->screen));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(requests_to_leave_give_the_terminal_back, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(crashes_give_the_terminal_back, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(keys_that_make_signals_do_the_same, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_signal_in_plain_mode_ends_too, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(an_ignored_hangup_signal_stays_ignored, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(broken_pipes_and_file_limits_do_not_kill, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_lost_terminal_ends_it_without_burning, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_closed_window_ends_it, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(stopped_it_is_cooked_and_continued_it_is_whole, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(stopped_and_asked_to_leave_it_leaves, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_size_changed_meanwhile_is_noticed, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(after_a_hard_stop_the_modes_are_set_again, play_set_up,
                                        play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
