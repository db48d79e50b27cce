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

#include "pty/events.h"

enum { STRIDE = 8, SMALL_COLS = 40, SMALL_ROWS = 12, PATH_SIZE = 1000 };

/* What was tried at a place. */
struct tally {
    int cells, faults;
};

static bool is_whole(void)
{
    const char *trial = getenv("SMQUIZ_TRIAL");

    return trial != NULL && strcmp(trial, "whole") == 0;
}

/* Whether this cell is tried.  ISO 8859-1 only where the trial has made such a locale: LOCPATH. */
static bool is_tried(const struct event *event, size_t place_number, size_t event_number)
{
    if ((event->flags & IN_LATIN1) != 0 && getenv("LOCPATH") == NULL)
        return false;
    if (is_whole())
        return true;
    return (event->flags & LONG_WATCHED) == 0 && (place_number + event_number) % STRIDE == 0;
}

/* Sets how the program is to be started; *locale_path has room for what is pointed to. */
static void set_up(struct play *play, unsigned flags, char *locale_path, size_t size)
{
    play->ignore_hangup = (flags & IGNORING_HANGUP) != 0;
    if ((flags & IN_C) != 0)
        play->locale = "C";
    if ((flags & IN_NO_LOCALE) != 0)
        play->locale = "xx_XX.no-such-locale";
    if ((flags & IN_LATIN1) != 0) {
        snprintf(locale_path, size, "LOCPATH=%s", getenv("LOCPATH"));
        play->locale = "en_US.ISO-8859-1";
        play->extra = locale_path;
    }
    if ((flags & ON_VT100) != 0)
        play->term = "vt100";
    if ((flags & ON_LINUX) != 0)
        play->term = "linux";
}

static void try_cell(const struct place *place, const struct event *event, bool small,
                     struct tally *tally)
{
    char locale_path[PATH_SIZE];
    struct play play = play_default();

    if (small) {
        play.cols = SMALL_COLS;
        play.rows = SMALL_ROWS;
    }
    set_up(&play, event->flags, locale_path, sizeof locale_path);
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

static void everything_happens_there(void **state)
{
    const struct place *place = *state;
    struct tally tally = {0};
    size_t count, happened = 0, number = (size_t)(place - places);
    const struct event *events = events_all(&count);

    for (size_t i = 0; i < count; i++)
        if (is_tried(&events[i], number, i)) {
            happened++;
            for (int small = 0; small < (is_whole() && !place->tiny ? 2 : 1); small++)
                try_cell(place, &events[i], small != 0, &tally);
        }
    print_message("# %s: %zu of %zu events, %d cells, %d faults\n", place->name, happened, count,
                  tally.cells, tally.faults);
    assert_int_equal(tally.faults, 0);
}

int main(void)
{
    struct CMUnitTest tests[PLACE_COUNT];

    for (size_t i = 0; i < PLACE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = places[i].name,
                                       .test_func = everything_happens_there,
                                       .initial_state = (void *)(uintptr_t)&places[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
