/* Another window size at any moment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "pty/play.h"

enum { CARDS = 4 };

static bool shows(struct screen *s, const void *text)
{
    return strcmp(screen_text(s), text) == 0;
}

static void to_small_and_back(struct play *play, bool (*is_there)(struct play *, int, int))
{
    screen_resize(play->screen, 40, 12);
    assert_true(is_there(play, 1, CARDS));
    screen_resize(play->screen, 20, 5);
    assert_true(screen_wait_text(play->screen, "smquiz needs"));
    screen_resize(play->screen, 80, 24);
    assert_true(is_there(play, 1, CARDS));
    screen_resize(play->screen, 200, 60);
    assert_true(is_there(play, 1, CARDS));
    screen_resize(play->screen, 80, 24);
    assert_true(is_there(play, 1, CARDS));
}

static void card_and_verdict_follow_the_size(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4 --seed 2");
    assert_true(play_wait_card(play, 1, CARDS));
    to_small_and_back(play, play_wait_card);
    screen_send(play->screen, play_card_is_marketing(play) ? "m" : "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    to_small_and_back(play, play_wait_verdict);
}

/* What stands there after many sizes is what would have stood there from the start. */
static void after_a_storm_of_sizes_the_screen_is_the_same(void **state)
{
    static const int sizes[][2] = {{1, 1},  {10, 3}, {500, 200}, {2, 2},   {1000, 1000}, {79, 25},
                                   {80, 1}, {1, 24}, {40, 12},   {41, 13}, {80, 23}};
    struct play *play = *state;
    play_command(play, "practice -n 4 --seed 3");
    assert_true(play_wait_card(play, 1, CARDS));
    assert_true(screen_wait_text(play->screen, "q: end")); /* what is drawn last */
    char *before = strdup(screen_text(play->screen));
    assert_non_null(before);
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            screen_resize(play->screen, sizes[i][0], sizes[i][1]);
    screen_resize(play->screen, 80, 24);
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, " ");
    assert_true(screen_wait_text(play->screen, "? not sure"));
    screen_send(play->screen, " \f"); /* the tag off again, and Ctrl-L */
    bool same = screen_wait(play->screen, shows, before);
    free(before);
    assert_true(same);
}

static void a_tiny_start_tells_and_grows(void **state)
{
    struct play *play = *state;

    play->cols = 20;
    play->rows = 5;
    play_command(play, "practice -n 4");
    assert_true(screen_wait_text(play->screen, "smquiz needs"));
    screen_resize(play->screen, 80, 24);
    assert_true(play_wait_card(play, 1, CARDS));
}

/* A serial line often says 0 x 0: then it is 80 x 24. */
static void no_size_means_the_usual_one(void **state)
{
    struct play *play = *state;
    int y = 0;

    play_command(play, "practice -n 4");
    assert_true(play_wait_card(play, 1, CARDS));
    screen_resize(play->screen, 40, 12);
    assert_true(play_wait_card(play, 1, CARDS));
    screen_claim_size(play->screen, 0, 0);
    assert_true(screen_wait_text(play->screen, "┌──"));
    assert_true(play_wait_card(play, 1, CARDS));
    assert_true(screen_find(play->screen, "space: not sure", NULL, &y));
    assert_int_equal(y, 23);
}

/* curses would take minutes over such a screen. */
static void an_absurd_size_means_plain_mode(void **state)
{
    static const int sizes[][2] = {{1001, 24}, {80, 1001}, {32767, 32767}, {65535, 65535}};
    struct play *play = *state;

    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        play->told_cols = sizes[i][0];
        play->told_rows = sizes[i][1];
        play_command(play, "practice -n 4");
        assert_true(screen_wait_text(play->screen, ">"));
        assert_false(screen_is_full(play->screen));
        assert_true(screen_find(play->screen, "1000", NULL, NULL));
        play_end(play);
    }
}

/* The sizes change while answers are given: each is kept, none is given by a size. */
static void answers_amid_a_storm_are_kept(void **state)
{
    static const int sizes[][2] = {{1, 1}, {500, 200}, {39, 12}, {40, 11}, {200, 1}, {81, 25}};
    struct play *play = *state;

    play_command(play, "practice -n 4 --seed 3");
    for (int card = 1; card <= CARDS; card++) {
        assert_true(play_wait_card(play, card, CARDS));
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            screen_resize(play->screen, sizes[i][0], sizes[i][1]);
            screen_send(play->screen, "\f");
        }
        screen_resize(play->screen, 80, 24);
        assert_true(play_wait_card(play, card, CARDS));
        screen_send(play->screen, "s");
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            screen_resize(play->screen, sizes[i][0], sizes[i][1]);
        screen_resize(play->screen, 80, 24);
        assert_true(play_wait_verdict(play, card, CARDS));
        assert_int_equal(play_stored_answers(play), card);
        screen_send(play->screen, "\r");
    }
    assert_true(screen_wait_text(play->screen, "of 4 right."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(card_and_verdict_follow_the_size, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(after_a_storm_of_sizes_the_screen_is_the_same, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(a_tiny_start_tells_and_grows, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(no_size_means_the_usual_one, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(answers_amid_a_storm_are_kept, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(an_absurd_size_means_plain_mode, play_set_up,
                                        play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
