/* One screenful as a grid of cells with roles, clickable rectangles and a cursor. */
#include "core/frame.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "core/text.h"
#include "core/xmalloc.h"

_Static_assert(sizeof(struct cell) == CELL_BYTES + 2, "cells are compared as bytes");
_Static_assert(sizeof(struct hit) == 6 * sizeof(int), "hits are compared as bytes");

static const struct cell blank = {.text = " ", .cols = 1, .role = ROLE_TEXT};

static struct cell *cell_at(const struct frame *f, int x, int y)
{
    return &f->cells[(size_t)y * (size_t)f->width + (size_t)x];
}

static size_t cell_count(const struct frame *f)
{
    return (size_t)f->width * (size_t)f->height;
}

void frame_init(struct frame *f, int width, int height)
{
    *f = (struct frame){0};
    frame_clear(f, width, height);
}

void frame_free(struct frame *f)
{
    free(f->cells);
    *f = (struct frame){0};
}

void frame_clear(struct frame *f, int width, int height)
{
    if (f->cells == NULL || f->width != width || f->height != height) {
        free(f->cells);
        f->width = width > 0 ? width : 0;
        f->height = height > 0 ? height : 0;
        f->cells = xcalloc(cell_count(f), sizeof *f->cells);
    }
    for (size_t i = 0; i < cell_count(f); i++)
        f->cells[i] = blank;
    f->hit_count = 0;
    f->cursor_x = f->cursor_y = -1;
}

/* Makes the cell free for something new: what is left of a wide cluster there becomes blank. */
static void vacate(struct frame *f, int x, int y)
{
    struct cell *cell = cell_at(f, x, y);
    struct cell *other = cell->cols == 0 ? cell - 1 : cell->cols == 2 ? cell + 1 : NULL;
    if (other != NULL) {
        uint8_t role = other->role;
        *other = blank;
        other->role = role;
    }
    *cell = blank;
}

/* Draws one cluster of `cols` columns, 1 or 2; a part left of the frame leaves a blank. */
static void put_cluster(struct frame *f, int x, int y, const char *text, size_t len, int cols,
                        enum role role)
{
    for (int i = 0; i < cols; i++) {
        if (x + i < 0)
            continue;
        vacate(f, x + i, y);
        cell_at(f, x + i, y)->role = (uint8_t)role;
    }
    if (x < 0)
        return;
    struct cell *cell = cell_at(f, x, y);
    if (len >= CELL_BYTES || u8_check((const uint8_t *)text, len) != NULL) {
        cell->text[0] = '?';
        return;
    }
    memcpy(cell->text, text, len);
    cell->cols = (uint8_t)cols;
    if (cols == 2)
        cell[1] = (struct cell){.cols = 0, .role = (uint8_t)role};
}

/* Draws `len` printable ASCII characters, a cell each, all inside the frame. */
static void put_plain(struct frame *f, int x, int y, const char *text, int len, enum role role)
{
    struct cell *cells = cell_at(f, x, y);
    for (int i = 0; i < len; i++) {
        if (cells[i].cols != 1)
            vacate(f, x + i, y);
        cells[i] = (struct cell){.text = {text[i]}, .cols = 1, .role = (uint8_t)role};
    }
}

/* How many bytes at the start are a cluster of one column each, `most` of them at most: plain ones,
 * but for the last when something follows that may join it. */
static size_t single_clusters(const char *text, size_t len, int most)
{
    size_t within = most < 0 ? 0 : (size_t)most < len ? (size_t)most : len;
    size_t plain = text_plain(text, within);
    bool joined = plain > 0 && plain < len && (unsigned char)text[plain] >= 0x80;
    return plain - joined;
}

int frame_putn(struct frame *f, int x, int y, int cols, const char *text, size_t len,
               enum role role)
{
    if (y < 0 || y >= f->height || x >= f->width)
        return 0;
    int limit = cols < f->width - x ? cols : f->width - x;
    int drawn = 0;
    for (size_t i = 0, step; i < len; i += step) {
        step = x + drawn < 0 ? 0 : single_clusters(text + i, len - i, limit - drawn);
        if (step > 0) {
            put_plain(f, x + drawn, y, text + i, (int)step, role);
            drawn += (int)step;
            continue;
        }
        step = text_clustern(text + i, len - i);
        int width = text_widthn(text + i, step);
        if (step == 0 || drawn + width > limit)
            break;
        if (width > 0)
            put_cluster(f, x + drawn, y, text + i, step, width, role);
        drawn += width;
    }
    return drawn;
}

int frame_put(struct frame *f, int x, int y, int cols, const char *text, enum role role)
{
    return frame_putn(f, x, y, cols, text, strlen(text), role);
}

void frame_paint(struct frame *f, int x, int y, int cols, enum role role)
{
    if (y < 0 || y >= f->height)
        return;
    for (int i = 0; i < cols; i++)
        if (x + i >= 0 && x + i < f->width)
            cell_at(f, x + i, y)->role = (uint8_t)role;
}

void frame_hit(struct frame *f, int x, int y, int width, int height, enum action action, int item)
{
    if (f->hit_count < FRAME_HITS_MAX)
        f->hits[f->hit_count++] = (struct hit){x, y, width, height, action, item};
}

enum action frame_action_at(const struct frame *f, int x, int y, int *item)
{
    for (int i = f->hit_count - 1; i >= 0; i--) {
        const struct hit *hit = &f->hits[i];
        if (x >= hit->x && x - hit->x < hit->width && y >= hit->y && y - hit->y < hit->height) {
            *item = hit->item;
            return hit->action;
        }
    }
    return ACTION_NONE;
}

/* How many cells of a row are not plain blanks at its end. */
static int used_width(const struct frame *f, int y, bool roles)
{
    int used = f->width;
    for (; used > 0; used--) {
        const struct cell *cell = cell_at(f, used - 1, y);
        if (strcmp(cell->text, " ") != 0 || (roles && cell->role != ROLE_TEXT))
            break;
    }
    return used;
}

void frame_write(const struct frame *f, struct str *out)
{
    for (int y = 0; y < f->height; y++) {
        int used = used_width(f, y, false);
        for (int x = 0; x < used; x++)
            str_add(out, cell_at(f, x, y)->text);
        str_addc(out, '\n');
    }
}

void frame_write_roles(const struct frame *f, struct str *out)
{
    static const char letters[ROLE_COUNT] = {
        [ROLE_TEXT] = '.',   [ROLE_TITLE] = 'T',     [ROLE_DIM] = 'D',    [ROLE_STRONG] = 'A',
        [ROLE_SALES] = 'S',  [ROLE_MARKETING] = 'M', [ROLE_RIGHT] = 'R',  [ROLE_WRONG] = 'W',
        [ROLE_CUE] = 'C',    [ROLE_KEY] = 'K',       [ROLE_BORDER] = 'B', [ROLE_SELECTED] = 'X',
        [ROLE_NOTICE] = 'N',
    };
    for (int y = 0; y < f->height; y++) {
        int used = used_width(f, y, true);
        for (int x = 0; x < used; x++)
            str_addc(out, letters[cell_at(f, x, y)->role]);
        str_addc(out, '\n');
    }
}

bool frame_equal(const struct frame *a, const struct frame *b)
{
    return a->width == b->width && a->height == b->height && a->cursor_x == b->cursor_x &&
           a->cursor_y == b->cursor_y && a->context == b->context && a->hit_count == b->hit_count &&
           memcmp(a->cells, b->cells, cell_count(a) * sizeof *a->cells) == 0 &&
           memcmp(a->hits, b->hits, (size_t)a->hit_count * sizeof a->hits[0]) == 0;
}
