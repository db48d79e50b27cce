/* A round on a real terminal, by keys and by clicks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty/play.h"

enum { CARDS = 4 };

static void leave(struct play *play)
{
    int status;

    screen_send(play->screen, "q");
    assert_true(screen_wait_end(play->screen, &status));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_false(screen_is_full(play->screen));
    assert_true(screen_modes_restored(play->screen));
}

static void answers_by_keys_lead_to_the_result(void **state)
{
    struct play *play = *state;
    struct screen *s;

    play_command(play, "practice -n 4 --seed 7");
    s = play->screen;
    for (int card = 1; card <= CARDS; card++) {
        assert_true(play_wait_card(play, card, CARDS));
        bool marketing = play_card_is_marketing(play);
        if (card == 1) { /* the arrow, and right */
            screen_arrow(s, marketing ? 'C' : 'D');
            assert_true(screen_wait_text(s, marketing ? "✓ Marketing." : "✓ Sales."));
        } else if (card == 2) { /* the letter, and wrong */
            screen_send(s, marketing ? "s" : "m");
            assert_true(screen_wait_text(s, marketing ? "✗ You said sales; this is marketing."
                                                      : "✗ You said marketing; this is sales."));
        } else { /* not sure, and right */
            screen_send(s, " ");
            assert_true(screen_wait_text(s, "? not sure"));
            screen_send(s, marketing ? "m" : "s");
        }
        assert_true(play_wait_verdict(play, card, CARDS));
        assert_int_equal(play_stored_answers(play), card);
        screen_send(s, "\r");
    }
    assert_true(screen_wait_text(s, "3 of 4 right."));
    assert_true(screen_wait_text(s, "When sure: 1 of 2."));
    leave(play);
}

static void click_on(struct play *play, const char *text)
{
    int x, y;

    assert_true(screen_wait_text(play->screen, text));
    screen_find(play->screen, text, &x, &y);
    assert_true(screen_click(play->screen, x + 1, y));
}

static void clicks_lead_to_the_result(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4 --seed 8");
    for (int card = 1; card <= CARDS; card++) {
        assert_true(play_wait_card(play, card, CARDS));
        bool marketing = play_card_is_marketing(play);
        click_on(play, marketing ? "→  m" : "s  ←");
        assert_true(play_wait_verdict(play, card, CARDS));
        assert_true(screen_find(play->screen, marketing ? "✓ Marketing." : "✓ Sales.", NULL, NULL));
        click_on(play, "Enter: next");
    }
    assert_true(screen_wait_text(play->screen, "4 of 4 right."));
    leave(play);
}

static void without_mouse_no_clicks_are_asked_for(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4 --no-mouse");
    assert_true(play_wait_card(play, 1, CARDS));
    assert_false(screen_click(play->screen, 1, 1));
    leave(play);
}

struct place {
    int x, y;
};

static bool cursor_is_at(struct screen *s, const void *arg)
{
    const struct place *place = arg;
    int x, y;

    return screen_cursor(s, &x, &y) && x == place->x && y == place->y;
}

/* Screen readers follow the hardware cursor. */
static void the_cursor_rests_on_the_activity(void **state)
{
    struct play *play = *state;
    struct place text;

    play_command(play, "practice -n 4 --principle buyer-or-audience --seed 1");
    assert_true(play_wait_card(play, 1, CARDS));
    static const char *const starts[] = {"Drafting", "Agreeing", "Printing", "Visiting"};
    bool found = false;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0] && !found; i++)
        found = screen_find(play->screen, starts[i], &text.x, &text.y);
    assert_true(found);
    assert_true(screen_wait(play->screen, cursor_is_at, &text));
    leave(play);
}

/* A key whose sequence the terminal's description does not know begins with Escape, and must not
 * end the run as Escape does. */
static void an_unknown_key_does_not_end_the_run(void **state)
{
    struct play *play = *state;

    play_command(play, "practice -n 4");
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "\033[27;9;999~\033[1;9R ");
    assert_true(screen_wait_text(play->screen, "? not sure"));
    leave(play);
}

static void escape_ends_the_run(void **state)
{
    struct play *play = *state;
    int status;

    play_command(play, "practice -n 4");
    assert_true(play_wait_card(play, 1, CARDS));
    screen_send(play->screen, "s");
    assert_true(play_wait_verdict(play, 1, CARDS));
    screen_send(play->screen, "\033");
    assert_true(screen_wait_text(play->screen, "of 1 right."));
    screen_send(play->screen, "\r");
    assert_true(screen_wait_end(play->screen, &status));
    assert_int_equal(status, 0);
}

/* Curses gives every character of its own width cells of its own; one that joins another, as a
 * colour of skin does, must not lie over what stands beside it, or in the next row. */
static void what_joins_lies_over_nothing(void **state)
{
    static const char end[] = "Jedem winkt es zu 👋";
    enum { BEFORE = 18, EDGE = 80 };
    struct play *play = *state;
    int x, y;

    play->bank = "tests/screens/wide.cfg";
    play_command(play, "practice -n 2 --seed 3 --level 2 --no-motion");
    assert_true(screen_wait_text(play->screen, "New to you"));
    screen_send(play->screen, "\r");
    assert_true(screen_wait_text(play->screen, "Ein Schild"));
    screen_send(play->screen, "s");
    assert_true(screen_wait_text(play->screen, end));
    screen_settle(play->screen);
    assert_true(screen_find(play->screen, end, &x, &y));
    for (x += BEFORE + 2; x < EDGE; x++) {
        struct display_cell cell;
        screen_cell(play->screen, x, y, &cell);
        assert_true(strcmp(cell.text, "") == 0 || strcmp(cell.text, " ") == 0);
    }
    assert_false(screen_find(play->screen, "🏽", NULL, NULL));
    screen_send(play->screen, "q");
    assert_true(screen_wait_text(play->screen, "Enter: done"));
    leave(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(answers_by_keys_lead_to_the_result, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(clicks_lead_to_the_result, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(without_mouse_no_clicks_are_asked_for, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(the_cursor_rests_on_the_activity, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(an_unknown_key_does_not_end_the_run, play_set_up,
                                        play_tear_down),
        cmocka_unit_test_setup_teardown(escape_ends_the_run, play_set_up, play_tear_down),
        cmocka_unit_test_setup_teardown(what_joins_lies_over_nothing, play_set_up, play_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
