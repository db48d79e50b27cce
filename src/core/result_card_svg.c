/* The card that keeps the result of one run, as a picture in SVG. */
#include "core/result_card_svg.h"

#include <string.h>

#include "core/language_tag.h"
#include "core/xml_text.h"

/* Places and sizes in tenths of a millimetre. */
enum {
    PAGE_WIDTH = 2100,
    PAGE_HEIGHT = 1480,
    MIDDLE = PAGE_WIDTH / 2,
    FRAME_MARGIN = 80,
    FRAME_RADIUS = 36,
    TEXT_WIDTH = 1720,
    SIDE_WIDTH = 760
};

/* The rule below the title: an arrow to either side, and a card between them. */
enum {
    RULE_Y = 430,
    RULE_END = 230, /* the left tip */
    RULE_HALF = 8,  /* half its height */
    HEAD_HALF = 28, /* and that of an arrow's head */
    HEAD_LENGTH = 54,
    CARD_WIDTH = 132,
    CARD_HEIGHT = 84
};

/* Ink that keeps its contrast in print; the colours of the sides are those of the screen
 * (Okabe & Ito, "Color Universal Design", 2008). */
#define INK "#222222"
#define SOFT_INK "#555555"
static const char *const side_color[SIDE_COUNT] = {"#E69F00", "#56B4E9"};

/* Where a text of the card goes and how large it may be. */
struct place {
    int x, y; /* y is the middle of its line or lines */
    int size, lines, width;
    const char *style; /* attributes */
};
#define SOFT "text-anchor=\"middle\" fill=\"" SOFT_INK "\""
#define PLAIN "text-anchor=\"middle\" fill=\"" INK "\""
#define BOLD PLAIN " font-weight=\"bold\""
#define AT_START "fill=\"" INK "\""
#define AT_END "text-anchor=\"end\" fill=\"" INK "\""

/* An element of text alone, which screen readers find by its name. */
static void add_element(struct str *out, const char *name, const char *text)
{
    str_addf(out, "  <%s id=\"%s\">", name, name);
    xml_add_foreign(out, text);
    str_addf(out, "</%s>\n", name);
}

/* About how wide a text is, in hundredths of its size, in the wider ones of the common sans-serif
 * fonts in bold: which font it will be, nobody knows yet. */
static int text_ems(const char *text, size_t len)
{
    enum { NARROW = 42, LETTER = 70, CAPITAL = 85, BROAD = 110, WIDE = 104 };
    int ems = 0;
    for (size_t i = 0, cluster; i < len && (cluster = text_clustern(text + i, len - i)) > 0;
         i += cluster) {
        char c = text[i];
        int cols = text_widthn(text + i, cluster);
        if (cols != 1)
            ems += cols * WIDE / 2;
        else if (strchr("ijltfrI .,:;'|!()[]-", c))
            ems += NARROW;
        else if (strchr("mwMW@%", c))
            ems += BROAD;
        else
            ems += c >= 'a' && c <= 'z' ? LETTER : CAPITAL;
    }
    return ems;
}

enum { LINES_MAX = 2 };

/* Breaks the text into `count` lines about equally long; false when it makes more or fewer. */
static bool break_evenly(const char *text, size_t count, struct text_line lines[LINES_MAX])
{
    int all = text_width(text);
    int cols = all / (int)count > 2 ? all / (int)count : 2;
    while (cols < all && text_wrap(text, cols, lines, LINES_MAX) > count)
        cols++;
    return text_wrap(text, cols, lines, LINES_MAX) == count;
}

/* The size, `most` at most, at which the widest of the lines has room. */
static int fitting_size(const struct text_line *lines, size_t count, int width, int most)
{
    int size = most;
    for (size_t i = 0; i < count; i++) {
        int ems = text_ems(lines[i].start, lines[i].len);
        if (ems > 0 && width * 100 / ems < size)
            size = width * 100 / ems;
    }
    return size;
}

static void add_line(struct str *out, const struct text_line *line, const struct place *place,
                     int y, int size)
{
    str_addf(out, "    <text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>", place->x, y, size,
             place->style);
    xml_addn(out, line->start, line->len);
    str_add(out, "</text>\n");
}

/* Sets a text: in one line, or in two smaller ones when one would be smaller still. */
static void add_text(struct str *out, const char *text, const struct place *place)
{
    enum { OF_TWO_LINES = 74, LEADING = 120, BASE_LINE = 36 }; /* hundredths of the size */
    struct str adapted = {0};
    struct text_line lines[LINES_MAX];
    text_adapt(&adapted, text, CHARSET_UTF8);
    size_t count = break_evenly(str_text(&adapted), 1, lines) ? 1 : 0;
    int most = place->size, size = fitting_size(lines, count, place->width, most);
    if (place->lines > 1 && size < most * OF_TWO_LINES / 100 &&
        break_evenly(str_text(&adapted), 2, lines)) {
        count = 2;
        size = fitting_size(lines, count, place->width, most * OF_TWO_LINES / 100);
    }
    for (size_t i = 0; i < count; i++) {
        int down = (2 * (int)i + 1 - (int)count) * LEADING / 2 + BASE_LINE;
        add_line(out, &lines[i], place, place->y + down * size / 100, size);
    }
    str_free(&adapted);
}

static void add_start(struct str *out, const struct result_card *card)
{
    struct str words = {0}, run = {0}, bank = {0};
    str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    str_addf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%dmm\" height=\"%dmm\" "
             "viewBox=\"0 0 %d %d\" lang=\"%s\" role=\"img\" aria-labelledby=\"title desc\">\n",
             PAGE_WIDTH / 10, PAGE_HEIGHT / 10, PAGE_WIDTH, PAGE_HEIGHT, language_tag(_("en")));
    str_addf(&words, *card->name ? _("%s, %s") : "%s%s", card->bank->title, card->name);
    add_element(out, "title", str_text(&words));
    str_clear(&words);
    str_addf(&words, "%s%s%s ", card->result, *card->note ? " " : "", card->note);
    result_card_add_run(&run, card);
    result_card_add_bank(&bank, card);
    /* TRANSLATORS: the run and its day, and which bank it was, read out. */
    str_addf(&words, _("%s. %s."), str_text(&run), str_text(&bank));
    add_element(out, "desc", str_text(&words));
    str_free(&words);
    str_free(&run);
    str_free(&bank);
}

/* The arrow of one side: the left one, or the same mirrored. */
static void add_arrow(struct str *out, enum side side)
{
    str_addf(out, "  <path d=\"M%d %dl%d %dv%dH%dv%dH%dv%dz\" fill=\"%s\"", RULE_END, RULE_Y,
             HEAD_LENGTH, -HEAD_HALF, HEAD_HALF - RULE_HALF, MIDDLE, 2 * RULE_HALF,
             RULE_END + HEAD_LENGTH, HEAD_HALF - RULE_HALF, side_color[side]);
    if (side == SIDE_MARKETING)
        str_addf(out, " transform=\"matrix(-1 0 0 1 %d 0)\"", PAGE_WIDTH);
    str_add(out, "/>\n");
}

static void add_drawing(struct str *out)
{
    str_addf(out, "  <rect width=\"%d\" height=\"%d\" fill=\"#FFFFFF\"/>\n", PAGE_WIDTH,
             PAGE_HEIGHT);
    str_addf(out,
             "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"none\" "
             "stroke=\"" SOFT_INK "\" stroke-width=\"5\"/>\n",
             FRAME_MARGIN, FRAME_MARGIN, PAGE_WIDTH - 2 * FRAME_MARGIN,
             PAGE_HEIGHT - 2 * FRAME_MARGIN, FRAME_RADIUS);
    add_arrow(out, SIDE_SALES);
    add_arrow(out, SIDE_MARKETING);
    str_addf(out,
             "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"12\" fill=\"#FFFFFF\" "
             "stroke=\"" INK "\" stroke-width=\"7\"/>\n",
             MIDDLE - CARD_WIDTH / 2, RULE_Y - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT);
}

void result_card_svg(struct str *out, const struct result_card *card)
{
    static const struct place title = {MIDDLE, 280, 74, 2, TEXT_WIDTH, SOFT},
                              name = {MIDDLE, 740, 136, 2, TEXT_WIDTH, BOLD},
                              result = {MIDDLE, 945, 76, 2, TEXT_WIDTH, BOLD},
                              note = {MIDDLE, 1065, 60, 2, TEXT_WIDTH, PLAIN},
                              result_alone = {MIDDLE, 985, 76, 2, TEXT_WIDTH, BOLD},
                              run = {MIDDLE, 1230, 42, 1, TEXT_WIDTH, SOFT},
                              bank = {MIDDLE, 1296, 42, 1, TEXT_WIDTH, SOFT},
                              sides[SIDE_COUNT] = {
                                  {RULE_END, 510, 48, 1, SIDE_WIDTH, AT_START},
                                  {PAGE_WIDTH - RULE_END, 510, 48, 1, SIDE_WIDTH, AT_END}};
    struct str foot = {0};
    add_start(out, card);
    add_drawing(out);
    str_add(out, "  <g font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', "
                 "sans-serif\">\n");
    add_text(out, card->bank->title, &title);
    for (int side = 0; side < SIDE_COUNT; side++)
        add_text(out, card->bank->side_name[side], &sides[side]);
    add_text(out, card->name, &name);
    add_text(out, card->result, *card->note ? &result : &result_alone);
    add_text(out, card->note, &note);
    result_card_add_run(&foot, card);
    add_text(out, str_text(&foot), &run);
    str_clear(&foot);
    result_card_add_bank(&foot, card);
    add_text(out, str_text(&foot), &bank);
    str_add(out, "  </g>\n</svg>\n");
    str_free(&foot);
}
