/* The full-screen front end; the only file that includes curses.h. */
#include "ui/ui_curses.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1 /* get_wch and its kin; the second name is for other curses */
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <curses.h>

#include "core/text.h"
#include "core/xmalloc.h"
#include "ui/keys.h"
#include "ui/last_frame.h"
#include "ui/terminal.h"
#include "ui/terminfo.h"
#include "ui/theme.h"
#include "ui/tty.h"

enum {
    ESCAPE_DELAY_MS = 25,
    BRIGHT_COLORS = 256,
    BASIC_COLORS = 8,
    RUN_SIZE = TTY_MOST_CELLS * CELL_BYTES /* wide characters of one row at most */
};

struct curses_ui {
    struct ui ui; /* first, so that the one pointer is the other */
    SCREEN *screen;
    attr_t attributes[ROLE_COUNT];
    short pairs[ROLE_COUNT];
    struct frame last; /* what is on the screen */
    bool stale;        /* the screen does not show `last` any more */
    unsigned context;
    const struct keymap *keys;
    wchar_t run[RUN_SIZE + 1];
};

bool ui_curses_usable(const char **why)
{
    int cols, rows;

    *why = NULL;
    if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)
        return false;
    switch (terminfo_examine()) {
    case TERMINFO_PLAIN:
        return false;
    case TERMINFO_UNKNOWN:
        *why = _("This type of terminal is not known here, so plain mode is used.");
        return false;
    case TERMINFO_GOOD:
        break;
    }
    if (tty_size(&cols, &rows) && (cols > TTY_MOST_CELLS || rows > TTY_MOST_CELLS)) {
        *why = _("The terminal says it has more than 1000 rows or columns, so plain mode is used.");
        return false;
    }
    return true;
}

/* Tells the guard how to leave full screen without curses. */
static void register_leave(bool mouse)
{
    struct str leave = {0};

    terminfo_leave(&leave, mouse);
    terminal_full_screen(str_text(&leave));
    str_free(&leave);
}

static attr_t look_attributes(const struct look *look)
{
    attr_t attributes = A_NORMAL;

    attributes |= look->bold ? A_BOLD : A_NORMAL;
    attributes |= look->underline ? A_UNDERLINE : A_NORMAL;
    attributes |= look->reverse ? A_REVERSE : A_NORMAL;
    return attributes;
}

/* Colours where they are wanted and possible; else attributes alone. */
static void set_theme(struct curses_ui *c, const struct ui_options *options)
{
    const struct theme *theme = theme_find(options->theme == NULL ? "dark" : options->theme);
    bool wanted = options->color == COLOR_ALWAYS ||
                  (options->color == COLOR_AUTO && !options->no_color_in_env);

    if (theme == NULL)
        theme = theme_find("dark");
    bool colored = wanted && strcmp(theme->name, "mono") != 0 && has_colors() &&
                   start_color() == OK && COLORS >= BASIC_COLORS && COLOR_PAIRS > ROLE_COUNT;
    if (!colored)
        theme = theme_find("mono");
    bool own_paper = colored && theme->paper != THEME_DEFAULT_COLOR;
    bool transparent = colored && use_default_colors() == OK;

    for (int role = 0; role < ROLE_COUNT; role++) {
        const struct look *look = &theme->looks[role];
        short color = COLORS >= BRIGHT_COLORS ? look->color256 : look->color8;
        short paper = own_paper ? theme->paper : THEME_DEFAULT_COLOR;

        c->attributes[role] = look_attributes(look);
        c->pairs[role] = 0;
        if (!colored || (color == THEME_DEFAULT_COLOR && !own_paper))
            continue;
        if (!transparent && paper == THEME_DEFAULT_COLOR)
            paper = COLOR_BLACK;
        if (init_pair((short)(role + 1), color, paper) == OK)
            c->pairs[role] = (short)(role + 1);
    }
    if (own_paper)
        bkgdset((chtype)(' ' | COLOR_PAIR(c->pairs[ROLE_TEXT])));
}

static void size(struct ui *ui, int *cols, int *rows)
{
    (void)ui;
    getmaxyx(stdscr, *rows, *cols);
}

/* Appends a cell's text to the run as wide characters; never a control character.  Curses knows no
 * characters that join: what it would put beside the cell, or into the next row, is left away. */
static int add_cell(struct curses_ui *c, int len, const struct cell *cell)
{
    const char *text = cell->text;
    int cols = 0;

    while (*text != '\0' && len < RUN_SIZE) {
        uint32_t key;
        size_t bytes = keys_from_utf8(text, &key);

        cols += text_widthn(text, bytes);
        if (cols > cell->cols)
            break;
        text += bytes;
        c->run[len++] = key < ' ' || (key >= 0x7f && key <= 0x9f) ? L' ' : (wchar_t)key;
    }
    return len;
}

/* Draws a part of one row in runs of one role.  A run also ends behind anything but plain ASCII, so
 * that what follows stands where it should even if curses thinks otherwise of the width. */
static void draw_row(struct curses_ui *c, const struct frame *f, int y, struct span span)
{
    const struct cell *row = f->cells + (size_t)y * (size_t)f->width;

    for (int x = span.from; x < span.to;) {
        int start = x, len = 0;
        bool plain = true;

        while (x < span.to && plain && row[x].role == row[start].role) {
            len = add_cell(c, len, &row[x]);
            plain = row[x].text[0] != '\0' && row[x].text[1] == '\0';
            x += row[x].cols > 1 ? row[x].cols : 1;
        }
        attr_set(c->attributes[row[start].role], c->pairs[row[start].role], NULL);
        mvaddnwstr(y, start, c->run, len);
    }
    attr_set(A_NORMAL, 0, NULL);
}

static void show_frame(struct ui *ui, const struct frame *frame)
{
    struct curses_ui *c = (struct curses_ui *)ui;
    bool resized = frame->width != c->last.width || frame->height != c->last.height;

    c->context = frame->context;
    if (c->stale || resized) {
        clear();
        frame_clear(&c->last, frame->width, frame->height);
    }
    for (int y = 0; y < frame->height; y++) {
        struct span changed = last_frame_take_row(&c->last, frame, y);

        if (y < LINES)
            draw_row(c, frame, y, changed);
    }
    c->stale = false;
    last_frame_take_rest(&c->last, frame);
    bool visible = frame->cursor_x >= 0 && frame->cursor_y >= 0;
    /* Where it cannot be hidden, it waits in the corner. */
    move(visible ? frame->cursor_y : LINES - 1, visible ? frame->cursor_x : 0);
    refresh();
    /* Only now: hidden before refresh() enters the second screen again, it would be hidden in the
     * first one afterwards, for terminals that save it there. */
    curs_set(visible ? 1 : 0);
}

/* Another size, or continued after a stop: takes the modes and the size anew. */
static struct input take_size(struct curses_ui *c)
{
    int cols, rows;

    reset_prog_mode();
    if (tty_size(&cols, &rows))
        resize_term(rows < TTY_MOST_CELLS ? rows : TTY_MOST_CELLS,
                    cols < TTY_MOST_CELLS ? cols : TTY_MOST_CELLS);
    keypad(stdscr, TRUE);
    clearok(curscr, TRUE);
    c->stale = true;
    return (struct input){.kind = INPUT_RESIZE};
}

static struct input take_wheel(const struct curses_ui *c, enum action action)
{
    struct input input = {.kind = INPUT_UNKNOWN};

    if ((action_info(action)->contexts & c->context) != 0) {
        input.kind = INPUT_ACTION;
        input.action = action;
    }
    return input;
}

static struct input take_click(const struct curses_ui *c)
{
    MEVENT event;

    if (getmouse(&event) != OK)
        return (struct input){.kind = INPUT_UNKNOWN};
    if ((event.bstate & BUTTON4_PRESSED) != 0)
        return take_wheel(c, ACTION_UP);
#ifdef BUTTON5_PRESSED
    if ((event.bstate & BUTTON5_PRESSED) != 0)
        return take_wheel(c, ACTION_DOWN);
#endif
    if ((event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) != 0)
        return keys_click(&c->last, event.x, event.y);
    return (struct input){.kind = INPUT_UNKNOWN};
}

/* After an Escape: the rest of a key's sequence that the terminal's description does not know.
 * Without this, an unusual key would end the run.  Whether there was one. */
static bool skip_unknown_sequence(void)
{
    wint_t key;

    if (get_wch(&key) == ERR)
        return false;
    if (key != '[' && key != 'O') {
        unget_wch((wchar_t)key);
        return false;
    }
    while (get_wch(&key) == OK && (key < '@' || key > '~'))
        ;
    return true;
}

/* What a function key of curses means. */
static struct input take_function_key(struct curses_ui *c, wint_t key)
{
    static const struct {
        wint_t curses;
        uint32_t ours;
    } keys[] = {
        {KEY_LEFT, KEY_LEFT_ARROW},  {KEY_RIGHT, KEY_RIGHT_ARROW}, {KEY_UP, KEY_UP_ARROW},
        {KEY_DOWN, KEY_DOWN_ARROW},  {KEY_PPAGE, KEY_PAGE_BACK},   {KEY_NPAGE, KEY_PAGE_ON},
        {KEY_F(1), KEY_HELP_F1},     {KEY_HELP, KEY_HELP_F1},      {KEY_ENTER, KEY_RETURN},
        {KEY_BACKSPACE, KEY_RUBOUT}, {KEY_DC, KEY_RUBOUT},
    };

    if (key == KEY_RESIZE)
        return take_size(c);
    if (key == KEY_MOUSE)
        return take_click(c);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++)
        if (keys[i].curses == key)
            return keys_input(c->keys, keys[i].ours, c->context);
    return (struct input){.kind = INPUT_UNKNOWN};
}

/* What curses has read; false when there is nothing. */
static bool take_key(struct curses_ui *c, struct input *input)
{
    wint_t key;
    int kind = get_wch(&key);

    if (kind == ERR)
        return false;
    if (kind == KEY_CODE_YES)
        *input = take_function_key(c, key);
    else if (key == KEY_ESCAPE && skip_unknown_sequence())
        *input = (struct input){.kind = INPUT_UNKNOWN};
    else if (key == '\b' || key == 0x7f)
        *input = keys_input(c->keys, KEY_RUBOUT, c->context);
    else
        *input = keys_input(c->keys, (uint32_t)key, c->context);
    if (input->kind == INPUT_ACTION && input->action == ACTION_REDRAW) {
        clearok(curscr, TRUE);
        c->stale = true;
    }
    return true;
}

static struct input next(struct ui *ui, int timeout_ms)
{
    struct curses_ui *c = (struct curses_ui *)ui;
    struct input input;

    for (;;) {
        if (terminal_signal() != 0)
            return (struct input){.kind = INPUT_SIGNAL, .signal = terminal_signal()};
        if (take_key(c, &input)) /* first: curses may have read ahead */
            return input;
        switch (terminal_wait(STDIN_FILENO, timeout_ms)) {
        case TERMINAL_TIMEOUT:
            return (struct input){.kind = INPUT_TIMEOUT};
        case TERMINAL_STOP_ASKED:
            endwin();
            terminal_stop();
            /* at once: in the background this stops again, where get_wch() would write */
            return take_size(c);
        case TERMINAL_CHANGED:
            return take_size(c);
        case TERMINAL_SIGNALLED:
            break;
        case TERMINAL_READABLE: {
            int waiting = tty_waiting();
            if (take_key(c, &input))
                return input;
            if (tty_gone(waiting)) /* asking again would never end */
                return (struct input){.kind = INPUT_HANGUP};
            break;
        }
        }
    }
}

static void ring(struct ui *ui)
{
    (void)ui;
    beep();
}

static void close_curses(struct ui *ui)
{
    struct curses_ui *c = (struct curses_ui *)ui;

    if (!isendwin()) /* asked to leave while stopped, we have no terminal to set */
        endwin();
    terminal_catch_stop(false);
    delscreen(c->screen);
    terminal_full_screen(NULL);
    frame_free(&c->last);
    free(c);
}

struct ui *ui_curses_open(const struct ui_options *options, struct err *e)
{
    static const struct ui_ops ops = {
        .size = size, .show_frame = show_frame, .next = next, .bell = ring, .close = close_curses};

    unsetenv("LINES"); /* curses would believe them rather than the terminal */
    unsetenv("COLUMNS");
    fflush(stdout);
    terminal_await_foreground();
    register_leave(options->mouse);
    terminal_catch_stop(true);
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) {
        terminal_catch_stop(false);
        terminal_restore();
        terminal_full_screen(NULL);
        err_set(e, STATUS_UNAVAILABLE, _("Full-screen mode cannot be started on this terminal."));
        return NULL;
    }
    /* Until it was ended once, ncurses writes every stretch between two moves of the cursor by
     * itself, and a frame arrives in two dozen pieces; afterwards in one. */
    endwin();
    doupdate();
    struct curses_ui *c = xcalloc(1, sizeof *c);
    c->ui.ops = &ops;
    c->screen = screen;
    c->stale = true;
    c->keys = options->keys;
    frame_init(&c->last, 1, 1);
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_DELAY_MS);
    set_theme(c, options);
    if (options->mouse) {
        mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON4_PRESSED
#ifdef BUTTON5_PRESSED
                      | BUTTON5_PRESSED
#endif
                  ,
                  NULL);
        mouseinterval(0);
    }
    return &c->ui;
}
