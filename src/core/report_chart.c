/* The charts of a session's report as SVG within HTML. */
#include "core/report_chart.h"

#include <math.h>

#include "core/interval.h"
#include "core/xml_text.h"

/* Places and sizes in pixels of a picture that the page makes as wide as it has room. */
enum { WIDTH = 640, EDGE = 4, INNER = WIDTH - 2 * EDGE, PERCENT = 100 };

/* The colours of Okabe & Ito, "Color Universal Design" (2008), and greys. */
#define INK "#222222"
#define SOFT "#555555"
#define TRACK "#e9edf1"
#define BLUE "#0072b2"
#define SALES "#e69f00"
#define MARKETING "#56b4e9"

static double x_of(double share)
{
    return EDGE + INNER * (share < 0 ? 0 : share > 1 ? 1 : share);
}

/* The start of a picture; its end is end_picture.  `desc` is freed. */
static void start_picture(struct str *out, const char *id, int height, const char *title,
                          struct str *desc)
{
    str_addf(out,
             "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" "
             "aria-labelledby=\"%s-title %s-desc\">\n<title id=\"%s-title\">",
             WIDTH, height, id, id, id);
    xml_add_foreign(out, title);
    str_addf(out, "</title>\n<desc id=\"%s-desc\">", id);
    xml_add_foreign(out, str_text(desc));
    str_add(out, "</desc>\n");
    str_free(desc);
}

static void end_picture(struct str *out)
{
    str_add(out, "</svg>\n");
}

static void add_rect(struct str *out, double x, double y, double width, double height,
                     const char *fill)
{
    str_addf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n", x,
             y, width > 0 ? width : 0, height, fill);
}

/* A rectangle with an outline, for a colour that alone is too pale to be told from the paper. */
static void add_area(struct str *out, double x, double y, double width, double height,
                     const char *fill)
{
    str_addf(out,
             "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" "
             "stroke=\"" INK "\"/>\n",
             x, y, width > 0 ? width : 0, height, fill);
}

static void add_line(struct str *out, double x1, double y1, double x2, double y2, const char *style)
{
    str_addf(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>\n", x1, y1, x2, y2,
             style);
}

/* `anchor` is start, middle or end. */
static void add_text(struct str *out, double x, double y, const char *anchor, const char *style,
                     const char *text)
{
    str_addf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>", x, y, anchor, style);
    xml_add_foreign(out, text);
    str_add(out, "</text>\n");
}

#define PLAIN "font-size=\"15\" fill=\"" INK "\""
#define BOLD PLAIN " font-weight=\"600\""
#define SMALL "font-size=\"13\" fill=\"" SOFT "\""

/* --- shares ---------------------------------------------------------------------------------- */

enum { ROW = 58, BAR_Y = 24, BAR_HEIGHT = 16, FOOT = 22 };

static int percent(int right, int answers)
{
    return (int)floor(PERCENT * (double)right / answers + 0.5);
}

static void describe_row(struct str *out, const struct chart_row *row)
{
    if (row->answers > 0) {
        struct interval interval = interval_wilson(row->right, row->answers);
        /* TRANSLATORS: what is counted, how many were right of how many, in per cent, and the
           bounds of its interval, in per cent. */
        str_addf(out, _("%s: %d of %d right, %d %% (95 %% interval: %d to %d)."), row->label,
                 row->right, row->answers, percent(row->right, row->answers),
                 (int)floor(PERCENT * interval.low + 0.5),
                 (int)floor(PERCENT * interval.high + 0.5));
        str_addc(out, ' ');
    }
}

/* A whisker: white below ink, so that it shows on bar and track. */
static void add_whisker(struct str *out, struct interval interval, double y)
{
    static const char *const strokes[] = {"stroke=\"#ffffff\" stroke-width=\"5\"",
                                          "stroke=\"" INK "\" stroke-width=\"1.5\""};
    enum { TICK = 4 };
    for (size_t i = 0; i < ARRAY_LEN(strokes); i++) {
        add_line(out, x_of(interval.low), y, x_of(interval.high), y, strokes[i]);
        add_line(out, x_of(interval.low), y - TICK, x_of(interval.low), y + TICK, strokes[i]);
        add_line(out, x_of(interval.high), y - TICK, x_of(interval.high), y + TICK, strokes[i]);
    }
}

static void add_row(struct str *out, const struct chart_row *row, double y)
{
    struct str value = {0};
    double share = row->answers > 0 ? (double)row->right / row->answers : 0;
    add_text(out, EDGE, y + BAR_Y - 8, "start", BOLD, row->label);
    if (row->answers > 0)
        /* TRANSLATORS: right answers, answers, and the same in per cent. */
        str_addf(&value, _("%d of %d, %d %%"), row->right, row->answers,
                 percent(row->right, row->answers));
    else
        str_add(&value, _("no answers"));
    add_text(out, WIDTH - EDGE, y + BAR_Y - 8, "end", PLAIN, str_text(&value));
    add_rect(out, EDGE, y + BAR_Y, INNER, BAR_HEIGHT, TRACK);
    add_rect(out, EDGE, y + BAR_Y, INNER * share, BAR_HEIGHT, BLUE);
    if (row->answers > 0)
        add_whisker(out, interval_wilson(row->right, row->answers), y + BAR_Y + BAR_HEIGHT / 2.0);
    str_free(&value);
}

void chart_shares(struct str *out, const char *id, const char *title, const struct chart_row *rows,
                  size_t count)
{
    struct str desc = {0};
    double end = (double)count * ROW;
    for (size_t i = 0; i < count; i++)
        describe_row(&desc, &rows[i]);
    start_picture(out, id, (int)count * ROW + FOOT, title, &desc);
    for (size_t i = 0; i < count; i++) {
        add_row(out, &rows[i], (double)i * ROW);
        add_line(out, x_of(0.5), (double)i * ROW + BAR_Y - 3, x_of(0.5),
                 (double)i * ROW + BAR_Y + BAR_HEIGHT + 3,
                 "stroke=\"" INK "\" stroke-width=\"1\" stroke-dasharray=\"3 3\"");
    }
    add_text(out, EDGE, end + 12, "start", SMALL, "0");
    add_text(out, x_of(0.5), end + 12, "middle", SMALL, _("50 %: guessing"));
    add_text(out, WIDTH - EDGE, end + 12, "end", SMALL, "100 %");
    end_picture(out);
}

/* --- what was said --------------------------------------------------------------------------- */

/* Marketing is hatched, so that the sides differ on grey paper too. */
static void add_hatch(struct str *out, const char *id)
{
    str_addf(out,
             "<defs><pattern id=\"%s-hatch\" width=\"8\" height=\"8\" "
             "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
             "<rect width=\"8\" height=\"8\" fill=\"" MARKETING "\"/>"
             "<rect width=\"3\" height=\"8\" fill=\"#2b7fb0\"/></pattern></defs>\n",
             id);
}

void chart_split(struct str *out, const char *id, const char *title,
                 const char *const side_name[SIDE_COUNT], const int said[SIDE_COUNT],
                 enum side right)
{
    enum { HEIGHT = 62, TOP = 4, TALL = 28, LABEL_Y = 52, GAP = 2 };
    int all = said[SIDE_SALES] + said[SIDE_MARKETING];
    double middle = x_of(all > 0 ? (double)said[SIDE_SALES] / all : 0.5);
    struct str desc = {0}, fill = {0};
    /* TRANSLATORS: how many said which side, twice, and the right side. */
    str_addf(&desc, _("%d said %s, %d said %s; %s is right."), said[SIDE_SALES],
             side_name[SIDE_SALES], said[SIDE_MARKETING], side_name[SIDE_MARKETING],
             side_name[right]);
    start_picture(out, id, HEIGHT, title, &desc);
    add_hatch(out, id);
    str_addf(&fill, "url(#%s-hatch)", id);
    add_area(out, EDGE, TOP, middle - EDGE - GAP / 2.0, TALL, SALES);
    add_area(out, middle + GAP / 2.0, TOP, WIDTH - EDGE - middle - GAP / 2.0, TALL,
             str_text(&fill));
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct str label = {0};
        str_addf(&label, "%s%s: %d", side == (int)right ? "✓ " : "", side_name[side], said[side]);
        add_text(out, side == SIDE_SALES ? EDGE : WIDTH - EDGE, LABEL_Y,
                 side == SIDE_SALES ? "start" : "end", side == (int)right ? BOLD : PLAIN,
                 str_text(&label));
        str_free(&label);
    }
    end_picture(out);
    str_free(&fill);
}

/* --- before and after ------------------------------------------------------------------------ */

static void add_scale(struct str *out, double y)
{
    add_line(out, EDGE, y, WIDTH - EDGE, y, "stroke=\"" SOFT "\" stroke-width=\"1\"");
    for (int tick = 0; tick <= PERCENT; tick += PERCENT / 4) {
        struct str label = {0};
        double x = x_of((double)tick / PERCENT);
        str_addf(&label, "%d %%", tick);
        add_line(out, x, y - 4, x, y + 4, "stroke=\"" SOFT "\" stroke-width=\"1\"");
        add_text(out, x, y + 20,
                 tick == 0         ? "start"
                 : tick == PERCENT ? "end"
                                   : "middle",
                 SMALL, str_text(&label));
        str_free(&label);
    }
}

/* A label beside a point, kept within the picture. */
static void add_point_label(struct str *out, double x, double y, const char *word, double share)
{
    enum { NEAR_EDGE = 60 };
    struct str label = {0};
    str_addf(&label, _("%s: %d %%"), word, (int)floor(share + 0.5));
    add_text(out, x, y,
             x < NEAR_EDGE           ? "start"
             : x > WIDTH - NEAR_EDGE ? "end"
                                     : "middle",
             BOLD, str_text(&label));
    str_free(&label);
}

void chart_gain(struct str *out, const char *id, const char *title, double before, double after,
                double low, double high)
{
    enum { HEIGHT = 128, MIDDLE = 50, BAND = 22, SCALE_Y = 100, RADIUS = 8 };
    double from = x_of(before / PERCENT), to = x_of(after / PERCENT);
    struct str desc = {0};
    str_addf(&desc, _("Before %d %% right, after %d %%."), (int)floor(before + 0.5),
             (int)floor(after + 0.5));
    if (low <= high) {
        str_addc(&desc, ' ');
        str_addf(&desc, _("After may be %d to %d %%."), (int)floor((low > 0 ? low : 0) + 0.5),
                 (int)floor((high < PERCENT ? high : PERCENT) + 0.5));
    }
    start_picture(out, id, HEIGHT, title, &desc);
    add_scale(out, SCALE_Y);
    if (low <= high)
        add_rect(out, x_of(low / PERCENT), MIDDLE - BAND / 2.0,
                 x_of(high / PERCENT) - x_of(low / PERCENT), BAND, "#cfe3f0");
    add_line(out, from, MIDDLE, to, MIDDLE, "stroke=\"" INK "\" stroke-width=\"2\"");
    str_addf(out,
             "<circle cx=\"%.1f\" cy=\"%d\" r=\"%d\" fill=\"#ffffff\" stroke=\"" INK
             "\" stroke-width=\"2.5\"/>\n",
             from, MIDDLE, RADIUS);
    str_addf(out, "<circle cx=\"%.1f\" cy=\"%d\" r=\"%d\" fill=\"" BLUE "\"/>\n", to, MIDDLE,
             RADIUS);
    add_point_label(out, from, MIDDLE - 20, _("Before"), before);
    add_point_label(out, to, MIDDLE + 32, _("After"), after);
    end_picture(out);
}
