/* What a terminal of 80 x 24 shows, cell by cell with its colours, by libvterm. */
#include "bench/speed_picture.h"

#include <stdlib.h>
#include <string.h>

#include <vterm.h>

#include "bench/floor_screens.h"

struct terminal {
    VTerm *vterm;
    VTermScreen *screen;
    int cursor_x, cursor_y;
    bool cursor_shows;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct terminal *t = user;

    if (property == VTERM_PROP_CURSORVISIBLE)
        t->cursor_shows = value->boolean != 0;
    return 1;
}

static int on_cursor(VTermPos position, VTermPos before, int visible, void *user)
{
    struct terminal *t = user;

    (void)before;
    (void)visible;
    t->cursor_x = position.col;
    t->cursor_y = position.row;
    return 1;
}

struct terminal *terminal_open(void)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property,
                                                   .movecursor = on_cursor};
    struct terminal *t = calloc(1, sizeof *t);
    VTerm *vterm = vterm_new(PICTURE_ROWS, PICTURE_COLS);

    if (t == NULL || vterm == NULL)
        abort();
    t->vterm = vterm;
    t->cursor_shows = true;
    vterm_set_utf8(vterm, 1);
    t->screen = vterm_obtain_screen(vterm);
    vterm_screen_set_callbacks(t->screen, &callbacks, t);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
    return t;
}

void terminal_close(struct terminal *t)
{
    vterm_free(t->vterm);
    free(t);
}

void terminal_feed(struct terminal *t, const char *bytes, size_t len)
{
    vterm_input_write(t->vterm, bytes, len);
}

static int32_t color_of(const VTermColor *color, bool usual)
{
    return usual || !VTERM_COLOR_IS_INDEXED(color) ? -1 : color->indexed.idx;
}

static void take_cell(const VTermScreenCell *from, struct picture_cell *to)
{
    *to = (struct picture_cell){
        .front = color_of(&from->fg, VTERM_COLOR_IS_DEFAULT_FG(&from->fg)),
        .back = color_of(&from->bg, VTERM_COLOR_IS_DEFAULT_BG(&from->bg)),
        .attributes = (from->attrs.bold ? SCREEN_BOLD : 0) |
                      (from->attrs.underline ? SCREEN_UNDERLINE : 0) |
                      (from->attrs.reverse ? SCREEN_REVERSE : 0),
        .width = from->width,
    };
    if (from->chars[0] == (uint32_t)-1)
        return;
    for (int i = 0; i < PICTURE_CHARS && i < VTERM_MAX_CHARS_PER_CELL && from->chars[i] != 0; i++)
        to->chars[i] = from->chars[i];
    if (to->chars[0] == 0)
        to->chars[0] = ' ';
}

void terminal_picture(struct terminal *t, struct picture *out)
{
    for (int y = 0; y < PICTURE_ROWS; y++)
        for (int x = 0; x < PICTURE_COLS; x++) {
            VTermScreenCell cell;

            vterm_screen_get_cell(t->screen, (VTermPos){.row = y, .col = x}, &cell);
            take_cell(&cell, &out->cells[y][x]);
        }
    out->cursor_x = t->cursor_x;
    out->cursor_y = t->cursor_y;
    out->cursor_shows = t->cursor_shows;
}

bool picture_same(const struct picture *a, const struct picture *b)
{
    return memcmp(a->cells, b->cells, sizeof a->cells) == 0 && a->cursor_shows == b->cursor_shows &&
           (!a->cursor_shows || (a->cursor_x == b->cursor_x && a->cursor_y == b->cursor_y));
}

bool picture_has(const struct picture *p, const char *text)
{
    int len = (int)strlen(text);

    for (int y = 0; y < PICTURE_ROWS; y++)
        for (int x = 0; x + len <= PICTURE_COLS; x++) {
            int same = 0;

            while (same < len && p->cells[y][x + same].chars[0] == (unsigned char)text[same])
                same++;
            if (same == len)
                return true;
        }
    return false;
}

void picture_print(const struct picture *p, FILE *out)
{
    for (int y = 0; y < PICTURE_ROWS; y++) {
        for (int x = 0; x < PICTURE_COLS; x++) {
            uint32_t c = p->cells[y][x].chars[0];

            fputc(c >= ' ' && c < 0x7f ? (int)c : '?', out);
        }
        fputc('\n', out);
    }
}

/* ---- for the floors ---- */

static bool put(int32_t number, FILE *out)
{
    return fwrite(&number, sizeof number, 1, out) == 1;
}

static bool same_look(const struct picture_cell *a, const struct picture_cell *b)
{
    return a->front == b->front && a->back == b->back && a->attributes == b->attributes;
}

/* Where the piece that begins at x ends: cells of one look. */
static int piece_end(const struct picture_cell *row, int x)
{
    int end = x + 1;

    while (end < PICTURE_COLS && same_look(&row[end], &row[x]))
        end++;
    return end;
}

static bool is_blank(const struct picture_cell *cell)
{
    static const struct picture_cell plain = {.front = -1, .back = -1};

    return same_look(cell, &plain) && cell->chars[0] == ' ' && cell->chars[1] == 0;
}

static bool all_blank(const struct picture_cell *row, int x, int end)
{
    while (x < end && is_blank(&row[x]))
        x++;
    return x == end;
}

static bool write_piece(const struct picture_cell *row, int x, int end, FILE *out)
{
    int len = 0;

    for (int i = x; i < end; i++)
        for (int c = 0; c < PICTURE_CHARS && row[i].chars[c] != 0; c++)
            len++;
    bool ok = put(x, out) && put(row[x].front, out) && put(row[x].back, out) &&
              put(row[x].attributes, out) && put(len, out);
    for (int i = x; i < end; i++)
        for (int c = 0; c < PICTURE_CHARS && row[i].chars[c] != 0; c++)
            ok = ok && put((int32_t)row[i].chars[c], out);
    return ok;
}

static bool write_row(const struct picture_cell *row, int y, FILE *out)
{
    int pieces = 0;
    bool ok;

    for (int x = 0; x < PICTURE_COLS; x = piece_end(row, x))
        pieces += !all_blank(row, x, piece_end(row, x));
    ok = put(y, out) && put(pieces, out);
    for (int x = 0; ok && x < PICTURE_COLS; x = piece_end(row, x))
        ok = all_blank(row, x, piece_end(row, x)) || write_piece(row, x, piece_end(row, x), out);
    return ok;
}

static bool row_changes(const struct picture *p, const struct picture *before, int y)
{
    if (before == NULL)
        return !all_blank(p->cells[y], 0, PICTURE_COLS);
    return memcmp(p->cells[y], before->cells[y], sizeof p->cells[y]) != 0;
}

bool picture_write(const struct picture *p, const struct picture *before, bool durable, FILE *out)
{
    int rows = 0;

    for (int y = 0; y < PICTURE_ROWS; y++)
        rows += row_changes(p, before, y);
    bool ok = put(durable, out) && put(rows, out);
    for (int y = 0; ok && y < PICTURE_ROWS; y++)
        ok = !row_changes(p, before, y) || write_row(p->cells[y], y, out);
    return ok && put(p->cursor_y, out) && put(p->cursor_x, out) && put(p->cursor_shows, out);
}
