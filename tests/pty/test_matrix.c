/* Every screen times everything that can happen to it: the terminal comes back, the program goes on
 * or ends as it should, it never burns processor time, and no answer is lost.
 * A part of the matrix that has every screen and every event in it; all of it, and at 40 x 12 too,
 * with SMQUIZ_TRIAL=whole (make trial-terminal). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pty/events.h"

enum { STRIDE = 8, SMALL_COLS = 40, SMALL_ROWS = 12 };

/* What was tried. */
struct tally {
    int cells, faults;
};

static bool is_whole(void)
{
    const char *trial = getenv("SMQUIZ_TRIAL");

    return trial != NULL && strcmp(trial, "whole") == 0;
}

static void try_cell(const struct place *place, const struct event *event, bool small,
                     struct tally *tally)
{
    struct play play = play_default();

    if (small) {
        play.cols = SMALL_COLS;
        play.rows = SMALL_ROWS;
    }
    play.ignore_hangup = (event->flags & IGNORING_HANGUP) != 0;
    const char *fault = place_go(&play, place) ? event->happen(&play, place, event->signal_number)
                                               : "it does not get there";
    tally->cells++;
    if (fault != NULL) {
        tally->faults++;
        fprintf(stderr, "%s%s, %s: %s\n", place->name, small ? " (40 x 12)" : "", event->name,
                fault);
    }
    play_end(&play);
}

static void place_stands_all(void **state)
{
    const struct place *place = *state;
    struct tally tally = {0};
    size_t count, number = (size_t)(place - places);
    const struct event *events = events_all(&count);
    bool whole = is_whole();

    for (size_t i = 0; i < count; i++)
        if (whole || ((events[i].flags & LONG_WATCHED) == 0 && (number + i) % STRIDE == 0))
            for (int small = 0; small <= (whole && !place->tiny); small++)
                try_cell(place, &events[i], small != 0, &tally);
    print_message("%s: %d of %zu events, %d faults\n", place->name, tally.cells, count,
                  tally.faults);
    assert_int_equal(tally.faults, 0);
}

int main(void)
{
    struct CMUnitTest tests[PLACE_COUNT];

    for (size_t i = 0; i < PLACE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = places[i].name,
                                       .test_func = place_stands_all,
                                       .initial_state = (void *)(uintptr_t)&places[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
