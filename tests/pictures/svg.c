/* A terminal's screen as a picture in SVG. */
#include "pictures/svg.h"

#include <string.h>
#include <unistr.h>

#include "core/xml_text.h"

/* In pixels; a letter of a monospaced font is about 0.6 of its size wide. */
enum {
    CELL_WIDTH = 9,
    CELL_HEIGHT = 19,
    FONT_SIZE = 15,
    BASE_LINE = 14,
    UNDERLINE = 16,
    MARGIN = 18,
    RADIUS = 8
};
enum { MILLI = 1000, EIGHTHS = 8, PERCENT = 100 };

/* Between the white and the black page of whoever looks: a dark window with a grey edge. */
enum { INK = 0xd8dbe2, PAPER = 0x16181d, EDGE = 0x6e7681 };
#define FONTS                                                                                \
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', " \
    "monospace"

/* --- cells ----------------------------------------------------------------------------------- */

static const struct display_cell *cell_at(const struct picture *p, int x, int y)
{
    return &p->cells[y * p->cols + x];
}

/* The colour of a number of xterm's 256, or of one given as it is. */
static int32_t rgb_of(int32_t color, int32_t otherwise)
{
    static const int32_t ansi[] = {0x000000, 0xcd3131, 0x0dbc79, 0xe5e510, 0x2472c8, 0xbc3fbc,
                                   0x11a8cd, 0xe5e5e5, 0x666666, 0xf14c4c, 0x23d18b, 0xf5f543,
                                   0x3b8eea, 0xd670d6, 0x29b8db, 0xffffff};
    static const int32_t steps[] = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};
    enum { CUBE = 16, GREYS = 232, ALL = 256, SIDE = 6, DARKEST = 8, GREY_STEP = 10 };
    if (color == DISPLAY_COLOR_DEFAULT)
        return otherwise;
    if (color < CUBE)
        return ansi[color];
    if (color < GREYS)
        return (steps[(color - CUBE) / SIDE / SIDE] << 16) +
               (steps[(color - CUBE) / SIDE % SIDE] << 8) + steps[(color - CUBE) % SIDE];
    if (color < ALL)
        return (DARKEST + GREY_STEP * (color - GREYS)) * 0x010101;
    return color - DISPLAY_COLOR_RGB;
}

static int32_t paper_of(const struct display_cell *cell)
{
    return cell->reverse ? rgb_of(cell->ink, INK) : rgb_of(cell->paper, PAPER);
}

static int32_t ink_of(const struct display_cell *cell)
{
    return cell->reverse ? rgb_of(cell->paper, PAPER) : rgb_of(cell->ink, INK);
}

static ucs4_t char_of(const struct display_cell *cell)
{
    ucs4_t c = 0;
    u8_mbtouc(&c, (const uint8_t *)cell->text, strlen(cell->text));
    return c;
}

/* --- blocks ---------------------------------------------------------------------------------- */

/* The part of its cell that a block fills, in eighths, and how much of the ink. */
struct block {
    int x, y, width, height, percent;
};

static bool block_of(const struct display_cell *cell, struct block *out)
{
    enum { UPPER_HALF = 0x2580, FULL = 0x2588, LEFT_ONE = 0x258f, RIGHT_HALF = 0x2590 };
    enum { LIGHT = 0x2591, DARK = 0x2593, QUARTER = 25 };
    int c = (int)char_of(cell);
    *out = (struct block){0, 0, EIGHTHS, EIGHTHS, PERCENT};
    if (c < UPPER_HALF || c > DARK)
        return false;
    if (c == UPPER_HALF)
        out->height = EIGHTHS / 2;
    else if (c <= FULL)
        *out = (struct block){0, FULL - c, EIGHTHS, EIGHTHS - (FULL - c), PERCENT};
    else if (c <= LEFT_ONE)
        out->width = LEFT_ONE + 1 - c;
    else if (c == RIGHT_HALF)
        *out = (struct block){EIGHTHS / 2, 0, EIGHTHS / 2, EIGHTHS, PERCENT};
    else
        out->percent = (c - LIGHT + 1) * QUARTER;
    return true;
}

static bool same_block(const struct display_cell *a, const struct display_cell *b)
{
    return strcmp(a->text, b->text) == 0 && ink_of(a) == ink_of(b);
}

/* --- lines ----------------------------------------------------------------------------------- */

enum { ARM_LEFT = 1, ARM_RIGHT = 2, ARM_UP = 4, ARM_DOWN = 8 };

/* The arms of a character of thin lines, 0 for another. */
static int arms_of(const struct display_cell *cell)
{
    static const struct {
        ucs4_t c;
        int arms;
    } lines[] = {{0x2500, ARM_LEFT | ARM_RIGHT},
                 {0x2502, ARM_UP | ARM_DOWN},
                 {0x250c, ARM_RIGHT | ARM_DOWN},
                 {0x2510, ARM_LEFT | ARM_DOWN},
                 {0x2514, ARM_RIGHT | ARM_UP},
                 {0x2518, ARM_LEFT | ARM_UP},
                 {0x251c, ARM_UP | ARM_DOWN | ARM_RIGHT},
                 {0x2524, ARM_UP | ARM_DOWN | ARM_LEFT},
                 {0x252c, ARM_LEFT | ARM_RIGHT | ARM_DOWN},
                 {0x2534, ARM_LEFT | ARM_RIGHT | ARM_UP},
                 {0x253c, ARM_LEFT | ARM_RIGHT | ARM_UP | ARM_DOWN}};
    ucs4_t c = char_of(cell);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        if (lines[i].c == c)
            return lines[i].arms;
    return 0;
}

/* --- writing --------------------------------------------------------------------------------- */

/* A length in thousandths of a pixel, without zeros at its end. */
static void add_length(struct str *out, const char *name, int milli)
{
    str_addf(out, " %s=\"%d", name, milli / MILLI);
    int rest = milli % MILLI, digits = 3;
    for (; digits > 0 && rest % 10 == 0; rest /= 10)
        digits--;
    if (digits > 0)
        str_addf(out, ".%0*d", digits, rest);
    str_addc(out, '"');
}

static void add_rect(struct str *out, int x, int y, int width, int height, int32_t rgb)
{
    str_add(out, "<rect");
    add_length(out, "x", x);
    add_length(out, "y", y);
    add_length(out, "width", width);
    add_length(out, "height", height);
    str_addf(out, " fill=\"#%06x\"", (unsigned)rgb);
}

/* Ground that is not the window's own, a rectangle for each run of cells. */
static void add_papers(const struct picture *p, int y, struct str *out)
{
    for (int x = 0, end; x < p->cols; x = end) {
        int32_t rgb = paper_of(cell_at(p, x, y));
        for (end = x + 1; end < p->cols && paper_of(cell_at(p, end, y)) == rgb;)
            end++;
        if (rgb == PAPER)
            continue;
        add_rect(out, x * CELL_WIDTH * MILLI, y * CELL_HEIGHT * MILLI,
                 (end - x) * CELL_WIDTH * MILLI, CELL_HEIGHT * MILLI, rgb);
        str_add(out, "/>\n");
    }
}

static void add_blocks(const struct picture *p, int y, struct str *out)
{
    enum { WIDTH = CELL_WIDTH * MILLI, HEIGHT = CELL_HEIGHT * MILLI };
    for (int x = 0, end; x < p->cols; x = end) {
        const struct display_cell *cell = cell_at(p, x, y);
        struct block block;
        end = x + 1;
        if (!block_of(cell, &block))
            continue;
        while (block.width == EIGHTHS && end < p->cols && same_block(cell, cell_at(p, end, y)))
            end++;
        add_rect(out, x * WIDTH + block.x * WIDTH / EIGHTHS,
                 y * HEIGHT + block.y * HEIGHT / EIGHTHS,
                 (end - x - 1) * WIDTH + block.width * WIDTH / EIGHTHS,
                 block.height * HEIGHT / EIGHTHS, ink_of(cell));
        if (block.percent < PERCENT)
            str_addf(out, " fill-opacity=\".%d\"", block.percent);
        str_add(out, "/>\n");
    }
}

/* Whether the half of a cell has an arm of this ink: halves are counted along the row (or down the
 * column, for the other two arms). */
static bool half_is_drawn(const struct picture *p, int along, int across, bool row, int32_t rgb)
{
    const struct display_cell *cell =
        row ? cell_at(p, along / 2, across) : cell_at(p, across, along / 2);
    int first = row ? ARM_LEFT : ARM_UP, second = row ? ARM_RIGHT : ARM_DOWN;
    return (arms_of(cell) & (along % 2 ? second : first)) != 0 && ink_of(cell) == rgb;
}

/* The strokes of this ink along one row or column, each as long as it goes. */
static void add_strokes(const struct picture *p, int across, bool row, int32_t rgb, struct str *out)
{
    int halves = 2 * (row ? p->cols : p->rows), end;
    for (int at = 0; at < halves; at = end + 1) {
        end = at;
        while (end < halves && half_is_drawn(p, end, across, row, rgb))
            end++;
        if (end == at)
            continue;
        /* in halves of a pixel: the middle of a cell is one */
        int from = at * (row ? CELL_WIDTH : CELL_HEIGHT),
            to = end * (row ? CELL_WIDTH : CELL_HEIGHT),
            middle = (2 * across + 1) * (row ? CELL_HEIGHT : CELL_WIDTH);
        if (row)
            str_addf(out, "M%d %dH%d", from, middle, to);
        else
            str_addf(out, "M%d %dV%d", middle, from, to);
    }
}

/* The ink of the first cell with lines from `at` on whose ink no cell before it has; the cell's
 * number, or the number of all cells. */
static int next_line_ink(const struct picture *p, int at)
{
    for (; at < p->cols * p->rows; at++) {
        int before = 0;
        if (!arms_of(&p->cells[at]))
            continue;
        while (before < at &&
               (!arms_of(&p->cells[before]) || ink_of(&p->cells[before]) != ink_of(&p->cells[at])))
            before++;
        if (before == at)
            break;
    }
    return at;
}

static void add_lines(const struct picture *p, struct str *out)
{
    int all = p->cols * p->rows;
    for (int at = next_line_ink(p, 0); at < all; at = next_line_ink(p, at + 1)) {
        int32_t rgb = ink_of(&p->cells[at]);
        str_addf(out,
                 "<path transform=\"scale(.5)\" fill=\"none\" stroke=\"#%06x\" stroke-width=\"2\" "
                 "stroke-linecap=\"square\" d=\"",
                 (unsigned)rgb);
        for (int y = 0; y < p->rows; y++)
            add_strokes(p, y, true, rgb, out);
        for (int x = 0; x < p->cols; x++)
            add_strokes(p, x, false, rgb, out);
        str_add(out, "\"/>\n");
    }
}

/* --- text ------------------------------------------------------------------------------------ */

/* Whether the cell is set as a letter; blocks and lines are shapes. */
static bool is_text(const struct display_cell *cell)
{
    struct block ignored;
    return cell->text[0] != '\0' && !block_of(cell, &ignored) && !arms_of(cell);
}

/* Symbols and wide letters often come from another font, with widths of its own: each stands alone
 * in the middle of its cells. */
static bool stands_alone(const struct display_cell *cell)
{
    enum { LAST_LATIN = 0x24f, FIRST_PUNCTUATION = 0x2010, LAST_PUNCTUATION = 0x2027 };
    ucs4_t c = char_of(cell);
    return cell->cols != 1 || (c > LAST_LATIN && (c < FIRST_PUNCTUATION || c > LAST_PUNCTUATION));
}

static bool same_pen(const struct display_cell *a, const struct display_cell *b)
{
    return ink_of(a) == ink_of(b) && a->bold == b->bold && a->underline == b->underline;
}

/* The end of the run of letters that begins at x: single blanks belong to it, two end it. */
static int run_end(const struct picture *p, int x, int y)
{
    const struct display_cell *first = cell_at(p, x, y);
    int end = x + 1;
    if (stands_alone(first))
        return end;
    for (int at = end; at < p->cols && at - end < 2; at++) {
        const struct display_cell *cell = cell_at(p, at, y);
        bool blank = cell->text[0] == '\0';
        if (blank ? cell->underline != first->underline
                  : !is_text(cell) || stands_alone(cell) || !same_pen(first, cell))
            break;
        if (!blank)
            end = at + 1;
    }
    return end;
}

static void add_run(const struct picture *p, int x, int end, int y, struct str *out)
{
    const struct display_cell *first = cell_at(p, x, y);
    int base = y * CELL_HEIGHT + BASE_LINE;
    if (stands_alone(first)) {
        str_add(out, "<text text-anchor=\"middle\"");
        add_length(out, "x", (2 * x + first->cols) * CELL_WIDTH * MILLI / 2);
        str_addf(out, " y=\"%d\"", base);
    } else {
        str_addf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\"", x * CELL_WIDTH, base,
                 (end - x) * CELL_WIDTH);
    }
    if (ink_of(first) != INK)
        str_addf(out, " fill=\"#%06x\"", (unsigned)ink_of(first));
    if (first->bold)
        str_add(out, " font-weight=\"bold\"");
    str_addc(out, '>');
    for (int i = x; i < end; i++)
        xml_add(out, cell_at(p, i, y)->text[0] ? cell_at(p, i, y)->text : " ");
    str_add(out, "</text>\n");
}

/* As a shape too: fonts put it at different heights. */
static void add_underlines(const struct picture *p, int y, struct str *out)
{
    for (int x = 0, end; x < p->cols; x = end) {
        const struct display_cell *cell = cell_at(p, x, y);
        end = x + 1;
        if (!cell->underline)
            continue;
        while (end < p->cols && cell_at(p, end, y)->underline &&
               ink_of(cell_at(p, end, y)) == ink_of(cell))
            end++;
        add_rect(out, x * CELL_WIDTH * MILLI, (y * CELL_HEIGHT + UNDERLINE) * MILLI,
                 (end - x) * CELL_WIDTH * MILLI, MILLI, ink_of(cell));
        str_add(out, "/>\n");
    }
}

static void add_texts(const struct picture *p, int y, struct str *out)
{
    for (int x = 0, end; x < p->cols; x = end) {
        end = x + 1;
        if (!is_text(cell_at(p, x, y)))
            continue;
        end = run_end(p, x, y);
        add_run(p, x, end, y, out);
    }
}

/* All rows as text, blanks and empty rows at the ends cut. */
static void add_description(const struct picture *p, struct str *out)
{
    struct str text = {0};
    size_t used = 0;
    for (int y = 0; y < p->rows; y++) {
        size_t row = text.len;
        for (int x = 0; x < p->cols; x++) {
            const struct display_cell *cell = cell_at(p, x, y);
            if (cell->text[0] != '\0')
                used = row = text.len;
            if (cell->cols > 0)
                str_add(&text, cell->text[0] ? cell->text : " ");
            if (cell->text[0] != '\0')
                used = row = text.len;
        }
        text.len = row;
        str_addc(&text, '\n');
    }
    xml_addn(out, str_text(&text), used);
    str_free(&text);
}

static void add_start(const struct picture *p, struct str *out)
{
    int width = p->cols * CELL_WIDTH + 2 * MARGIN, height = p->rows * CELL_HEIGHT + 2 * MARGIN;
    str_addf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
             "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\">\n",
             width, height, width, height);
    str_add(out, "<title id=\"title\">");
    xml_add(out, p->title);
    str_add(out, "</title>\n<desc id=\"desc\">");
    add_description(p, out);
    str_addf(out,
             "</desc>\n<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"%d\" "
             "fill=\"#%06x\" stroke=\"#%06x\"/>\n",
             width - 1, height - 1, RADIUS, (unsigned)PAPER, (unsigned)EDGE);
    str_addf(out,
             "<g transform=\"translate(%d %d)\" fill=\"#%06x\" font-family=\"%s\" "
             "font-size=\"%d\">\n",
             MARGIN, MARGIN, (unsigned)INK, FONTS, FONT_SIZE);
}

void svg_write(const struct picture *p, struct str *out)
{
    add_start(p, out);
    str_add(out, "<g shape-rendering=\"crispEdges\">\n");
    for (int y = 0; y < p->rows; y++) {
        add_papers(p, y, out);
        add_blocks(p, y, out);
    }
    str_add(out, "</g>\n");
    add_lines(p, out);
    for (int y = 0; y < p->rows; y++) {
        add_underlines(p, y, out); /* not with crisp edges: made small, some would be left out */
        add_texts(p, y, out);
    }
    if (p->cursor_x >= 0) {
        add_rect(out, p->cursor_x * CELL_WIDTH * MILLI, p->cursor_y * CELL_HEIGHT * MILLI,
                 CELL_WIDTH * MILLI, CELL_HEIGHT * MILLI, INK);
        str_add(out, " fill-opacity=\".55\"/>\n");
    }
    str_add(out, "</g>\n</svg>\n");
}
