/* Killed at any moment (SIGKILL), no answer whose verdict was shown is lost, and the run can be
 * continued.  The moments are drawn from a seed that is printed; SMQUIZ_TEST_SEED repeats it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "pty/play.h"

enum { KILLS = 50, CARDS = 6, MOST_BYTES = 600, MOST_WHOLE = 4 };

/* splitmix64: moments need no better dice. */
static uint64_t draw(uint64_t *state, uint64_t below)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

static uint64_t take_seed(void)
{
    const char *given = getenv("SMQUIZ_TEST_SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 0)
                                  : (uint64_t)time(NULL) * 1000u + (uint64_t)getpid();

    print_message("seed %" PRIu64 "\n", seed);
    return seed;
}

static bool verdict_shows(struct screen *s)
{
    return screen_find(s, "✓ Sales.", NULL, NULL) || screen_find(s, "✓ Marketing.", NULL, NULL) ||
           screen_find(s, "✗ You said ", NULL, NULL);
}

struct moment {
    size_t bytes; /* of output in all */
};

/* So much was written, or all there was to write. */
static bool has_come(struct screen *s, const void *arg)
{
    const struct moment *moment = arg;
    size_t len;

    screen_output(s, &len);
    return len >= moment->bytes || verdict_shows(s);
}

/* Plays on from the open card `number`: some whole cards, then an answer and, somewhere on the way
 * to its verdict or just behind it, the end.  Returns how many verdicts could be read. */
static int play_and_die(struct play *play, uint64_t *dice, int number)
{
    struct screen *s = play->screen;
    int whole = (int)draw(dice, MOST_WHOLE), seen = 0;

    for (; seen < whole && number < CARDS; seen++, number++) {
        screen_send(s, draw(dice, 2) ? "s" : "m");
        assert_true(play_wait_verdict(play, number, CARDS));
        screen_send(s, "\r");
        assert_true(play_wait_card(play, number + 1, CARDS));
    }
    struct moment moment;
    screen_output(s, &moment.bytes);
    moment.bytes += draw(dice, MOST_BYTES);
    screen_send(s, draw(dice, 2) ? "s" : "m");
    if (draw(dice, 4) != 0) /* else at once */
        assert_true(screen_wait(s, has_come, &moment));
    screen_signal(s, SIGKILL);
    int status;
    assert_true(screen_wait_end(s, &status));
    return seen + verdict_shows(s);
}

/* Continues the run that was cut short and plays it to its end. */
static void continue_and_finish(struct play *play, int answered)
{
    play_command(play, "practice -n 6");
    assert_true(screen_wait_text(play->screen, "Enter: choose")); /* the offer */
    screen_send(play->screen, "\r");
    assert_true(play_wait_verdict(play, answered, CARDS));
    for (int number = answered + 1; number <= CARDS; number++) {
        screen_send(play->screen, "\r");
        assert_true(play_wait_card(play, number, CARDS));
        screen_send(play->screen, "s");
        assert_true(play_wait_verdict(play, number, CARDS));
    }
    screen_send(play->screen, "\r");
    assert_true(screen_wait_text(play->screen, "of 6 right."));
}

static void nothing_shown_is_lost(void **state)
{
    uint64_t dice = take_seed();
    int shown_in_all = 0, surplus = 0;

    (void)state;
    for (int kill = 0; kill < KILLS; kill++) {
        struct play play = play_default();

        play_command(&play, "practice -n 6");
        assert_true(play_wait_card(&play, 1, CARDS));
        int shown = play_and_die(&play, &dice, 1);
        play_stop(&play);
        int stored = play_stored_answers(&play);
        assert_true(stored >= shown);
        assert_true(stored <= shown + 1);
        shown_in_all += shown;
        surplus += stored - shown;
        if (stored > 0 && stored < CARDS) {
            continue_and_finish(&play, stored);
            play_stop(&play);
            assert_int_equal(play_stored_answers(&play), CARDS);
        }
        play_end(&play);
    }
    print_message("%d verdicts shown, none lost; %d more stored than shown\n", shown_in_all,
                  surplus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_shown_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
