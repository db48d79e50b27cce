/* The terminal's cursor, which magnifiers and screen readers follow: on every screen it shows, and
 * stands on what has the focus.  And nothing blinks or flashes there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty/places.h"

enum { SMALL_COLS = 40, SMALL_ROWS = 12, ROW_SIZE = 1000 };

struct spot {
    int x, y;
};

static bool is_blank(const struct display_cell *cell)
{
    return cell->text[0] == '\0' || strcmp(cell->text, " ") == 0;
}

/* The text of the columns from `from` to before `to`. */
static void read_row(struct play *play, int y, int from, int to, char *text, size_t size)
{
    size_t len = 0;

    for (int x = from; x < to; x++) {
        struct display_cell cell;
        screen_cell(play->screen, x, y, &cell);
        len += (size_t)snprintf(text + len, size - len, "%s",
                                cell.text[0] == '\0' && cell.cols > 0 ? " " : cell.text);
    }
}

/* Whether the text the cursor stands on begins with `focus`, or the text before it ends so where
 * the cursor waits for more. */
static bool stands_on(struct play *play, struct spot at, const char *focus)
{
    char row[ROW_SIZE] = "";
    struct display_cell cell;

    screen_cell(play->screen, at.x, at.y, &cell);
    if (!is_blank(&cell)) {
        read_row(play, at.y, at.x, play->cols, row, sizeof row);
        return strncmp(row, focus, strlen(focus)) == 0;
    }
    read_row(play, at.y, 0, at.x, row, sizeof row);
    return strlen(row) >= strlen(focus) && strcmp(row + strlen(row) - strlen(focus), focus) == 0;
}

/* Whether the cursor stands at the beginning of the card, which is bold. */
static bool stands_on_card(struct play *play, struct spot at)
{
    struct display_cell cell, before;

    screen_cell(play->screen, at.x, at.y, &cell);
    screen_cell(play->screen, at.x - 1, at.y, &before);
    return !is_blank(&cell) && (cell.bold || cell.reverse) && is_blank(&before);
}

static bool has_moved(struct screen *s, const void *arg)
{
    const struct spot *before = arg;
    struct spot now = {-1, -1};

    return screen_cursor(s, &now.x, &now.y) && (now.x != before->x || now.y != before->y);
}

/* Where there is a list to choose from, down takes the cursor to the next item, which is marked,
 * and up brings it back. */
static const char *follow_focus(struct play *play, struct spot at)
{
    struct display_cell cell;
    struct spot next = {-1, -1};

    if (!screen_find(play->screen, ": choose", NULL, NULL))
        return NULL;
    screen_arrow(play->screen, 'B');
    if (!screen_wait(play->screen, has_moved, &at))
        return "it stays where it was when the focus moves on";
    screen_settle(play->screen);
    screen_cursor(play->screen, &next.x, &next.y);
    screen_cell(play->screen, next.x, next.y, &cell);
    if (!cell.reverse)
        return "it is not on the marked item";
    screen_arrow(play->screen, 'A');
    return screen_wait(play->screen, has_moved, &next) ? NULL : "it does not come back";
}

/* Whether the numbers of a rendition (SGR), up to its end, say that text blinks. */
static bool sets_blinking(const char *numbers)
{
    enum { SLOW = 5, FAST = 6, INK = 38, PAPER = 48, OF_256 = 5 };
    char *next;

    for (long before = 0, n; (n = strtol(numbers, &next, 10), next != numbers); numbers = next) {
        bool color = n == OF_256 && (before == INK || before == PAPER);
        if (color && *next == ';') { /* which one of them is no rendition */
            strtol(next + 1, &next, 10);
            n = 0;
        }
        if (n == SLOW || n == FAST)
            return true;
        before = n;
        next += *next == ';';
    }
    return false;
}

/* Whether the program ever let text or the cursor blink, or the whole screen flash. */
static bool blinks(struct play *play)
{
    size_t len;
    const char *at = screen_output(play->screen, &len);

    if (strstr(at, "\033[?5h") != NULL || strstr(at, "\033[?12h") != NULL)
        return true;
    for (at = strstr(at, "\033["); at != NULL; at = strstr(at, "\033[")) {
        at += 2;
        if (at[strspn(at, "0123456789;")] == 'm' && sets_blinking(at))
            return true;
    }
    return false;
}

static const char *fault_at(struct play *play, const struct place *place)
{
    struct spot at;

    if (!place_go(play, place))
        return "it does not get there";
    screen_settle(play->screen);
    if (!screen_cursor(play->screen, &at.x, &at.y))
        return "it is hidden";
    if (place->focus == NULL ? !stands_on_card(play, at) : !stands_on(play, at, place->focus))
        return "it is elsewhere";
    const char *fault = follow_focus(play, at);
    return fault == NULL && blinks(play) ? "something blinks" : fault;
}

static void the_cursor_is_on_the_focus(void **state)
{
    const struct place *place = *state;

    for (int small = 0; small < 2; small++) {
        struct play play = play_default();
        if (small != 0) {
            play.cols = SMALL_COLS;
            play.rows = SMALL_ROWS;
        }
        const char *fault = fault_at(&play, place);
        if (fault != NULL)
            fprintf(stderr, "%s", screen_text(play.screen));
        play_end(&play);
        if (fault != NULL)
            fail_msg("%s%s: %s", place->name, small != 0 ? " (40 x 12)" : "", fault);
    }
}

int main(void)
{
    struct CMUnitTest tests[PLACE_COUNT];

    for (size_t i = 0; i < PLACE_COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = places[i].name,
                                       .test_func = the_cursor_is_on_the_focus,
                                       .initial_state = (void *)(uintptr_t)&places[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
