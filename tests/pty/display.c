/* The picture a terminal makes of a program's output, by libvterm. */
#include "pty/display.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vterm.h>

_Static_assert(DISPLAY_CELL_SIZE > 4 * VTERM_MAX_CHARS_PER_CELL, "a cell's text has room");

struct display {
    VTerm *vterm;
    VTermScreen *cells;
    int cols, rows;
    bool full, cursor_visible;
    VTermPos cursor;
    char *text; /* of the last display_text */
};

static void *checked(void *memory)
{
    if (memory == NULL)
        abort();
    return memory;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct display *d = user;

    if (property == VTERM_PROP_ALTSCREEN)
        d->full = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        d->cursor_visible = value->boolean;
    return 1;
}

static int on_cursor(VTermPos position, VTermPos before, int visible, void *user)
{
    struct display *d = user;

    (void)before;
    (void)visible;
    d->cursor = position;
    return 1;
}

struct display *display_open(int cols, int rows)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property,
                                                   .movecursor = on_cursor};
    struct display *d = checked(calloc(1, sizeof *d));

    d->cols = cols;
    d->rows = rows;
    d->cursor_visible = true;
    d->vterm = checked(vterm_new(rows, cols));
    vterm_set_utf8(d->vterm, 1);
    d->cells = vterm_obtain_screen(d->vterm);
    vterm_screen_set_callbacks(d->cells, &callbacks, d);
    vterm_screen_enable_altscreen(d->cells, 1);
    vterm_screen_reset(d->cells, 1);
    return d;
}

void display_close(struct display *d)
{
    vterm_free(d->vterm);
    free(d->text);
    free(d);
}

size_t display_feed(struct display *d, const char *bytes, size_t len, char *answer, size_t size)
{
    vterm_input_write(d->vterm, bytes, len);
    return vterm_output_read(d->vterm, answer, size);
}

void display_resize(struct display *d, int cols, int rows)
{
    d->cols = cols;
    d->rows = rows;
    vterm_set_size(d->vterm, rows, cols);
}

/* Writes the cell's characters, a blank for none, and returns the bytes. */
static size_t put_cell(struct display *d, int x, int y, char *out)
{
    VTermRect cell = {.start_row = y, .end_row = y + 1, .start_col = x, .end_col = x + 1};
    size_t len = vterm_screen_get_text(d->cells, out, DISPLAY_CELL_SIZE, cell);

    if (len == 0)
        out[len++] = ' ';
    return len;
}

/* Writes row y as text; starts[i], when not NULL, is the column byte i belongs to. */
static size_t put_row(struct display *d, int y, char *out, int *starts)
{
    size_t len = 0, used = 0;

    for (int x = 0; x < d->cols;) {
        VTermScreenCell cell;

        vterm_screen_get_cell(d->cells, (VTermPos){.row = y, .col = x}, &cell);
        size_t bytes = put_cell(d, x, y, out + len);
        for (size_t i = 0; starts != NULL && i < bytes; i++)
            starts[len + i] = x;
        len += bytes;
        if (cell.chars[0] != 0 && cell.chars[0] != ' ')
            used = len;
        x += cell.width > 1 ? cell.width : 1;
    }
    out[used] = '\0';
    return used;
}

static size_t row_size(const struct display *d)
{
    return (size_t)(d->cols + 1) * DISPLAY_CELL_SIZE;
}

bool display_find(struct display *d, const char *text, int *x, int *y)
{
    char *row = checked(malloc(row_size(d)));
    int *starts = checked(calloc(row_size(d), sizeof *starts));
    bool found = false;

    for (int i = 0; i < d->rows && !found; i++) {
        put_row(d, i, row, starts);
        const char *at = strstr(row, text);
        found = at != NULL;
        if (found && x != NULL)
            *x = starts[at - row];
        if (found && y != NULL)
            *y = i;
    }
    free(row);
    free(starts);
    return found;
}

const char *display_text(struct display *d)
{
    size_t len = 0;

    free(d->text);
    d->text = checked(malloc(row_size(d) * (size_t)d->rows + 1));
    for (int y = 0; y < d->rows; y++) {
        len += put_row(d, y, d->text + len, NULL);
        d->text[len++] = '\n';
    }
    d->text[len] = '\0';
    return d->text;
}

static int32_t color_of(const VTermColor *color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
        return DISPLAY_COLOR_DEFAULT;
    if (VTERM_COLOR_IS_INDEXED(color))
        return color->indexed.idx;
    return DISPLAY_COLOR_RGB + (color->rgb.red << 16) + (color->rgb.green << 8) + color->rgb.blue;
}

void display_cell(struct display *d, int x, int y, struct display_cell *cell)
{
    VTermScreenCell from, before;
    bool covered = false;

    vterm_screen_get_cell(d->cells, (VTermPos){.row = y, .col = x}, &from);
    if (x > 0 && vterm_screen_get_cell(d->cells, (VTermPos){.row = y, .col = x - 1}, &before) != 0)
        covered = before.width > 1;
    *cell = (struct display_cell){.cols = covered ? 0 : from.width,
                                  .ink = color_of(&from.fg),
                                  .paper = color_of(&from.bg),
                                  .bold = from.attrs.bold,
                                  .underline = from.attrs.underline != 0,
                                  .reverse = from.attrs.reverse};
    if (!covered && from.chars[0] != 0 && from.chars[0] != ' ')
        cell->text[put_cell(d, x, y, cell->text)] = '\0';
}

bool display_is_full(const struct display *d)
{
    return d->full;
}

bool display_cursor(const struct display *d, int *x, int *y)
{
    *x = d->cursor.col;
    *y = d->cursor.row;
    return d->cursor_visible;
}

bool display_pen_is_plain(const struct display *d)
{
    static const VTermAttr flags[] = {VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_REVERSE};
    const VTermState *state = vterm_obtain_state(d->vterm);
    VTermValue value, paper;

    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (vterm_state_get_penattr(state, flags[i], &value) == 0 ||
            (flags[i] == VTERM_ATTR_UNDERLINE ? value.number : value.boolean) != 0)
            return false;
    return vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value) != 0 &&
           vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &paper) != 0 &&
           VTERM_COLOR_IS_DEFAULT_FG(&value.color) && VTERM_COLOR_IS_DEFAULT_BG(&paper.color);
}

size_t display_arrow(struct display *d, char direction, char *bytes, size_t size)
{
    static const VTermKey keys[] = {VTERM_KEY_UP, VTERM_KEY_DOWN, VTERM_KEY_RIGHT, VTERM_KEY_LEFT};

    vterm_keyboard_key(d->vterm, keys[direction - 'A'], VTERM_MOD_NONE);
    return vterm_output_read(d->vterm, bytes, size);
}

bool display_mode_is_on(const char *output, int mode)
{
    bool on = false;

    for (const char *at = output; at != NULL && (at = strstr(at, "\033[?")) != NULL;) {
        bool named = false;

        for (at += 3; *at >= '0' && *at <= '9'; at += *at == ';') {
            char *stop;
            named |= strtol(at, &stop, 10) == mode;
            at = stop;
        }
        if (named && (*at == 'h' || *at == 'l'))
            on = *at == 'h';
    }
    return on;
}
