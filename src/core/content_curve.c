/* The learning curve: the share right of the new cards, block by block, with its band. */
#include "core/content_curve.h"

#include <math.h>

#include "core/bar.h"
#include "core/content_piece.h"

enum {
    AXIS_COLS = 6,  /* "100 ┤" */
    PITCH_MAX = 6,  /* columns from one block to the next at most */
    PITCH_WIDE = 5, /* from here on two of them are blank */
    WIDE_COLS = 54, /* from here on the chart is tall, and errors have bars */
    ROWS_TALL = 8,  /* rows of the chart; each label of the axis is a quarter */
    ROWS_LOW = 4,   /* the same where there is less room */
    QUARTERS = 4,
    BAR_COLS = 10,
    ERROR_COLS = 24,
    PER_CENT = 100
};

/* --- the chart ------------------------------------------------------------------------------- */

struct chart {
    const struct progress *progress;
    int rows, pitch, blank; /* of each pitch, so many columns are blank */
};

static struct chart chart_of(const struct progress *progress, int cols)
{
    int pitch = (cols - AXIS_COLS) / progress->block_count;
    pitch = pitch > PITCH_MAX ? PITCH_MAX : pitch;
    return (struct chart){.progress = progress,
                          .rows = cols >= WIDE_COLS ? ROWS_TALL : ROWS_LOW,
                          .pitch = pitch,
                          .blank = pitch >= PITCH_WIDE ? 2 : 1};
}

/* What a block shows in a row, 0 the lowest: the share in half rows, the band in whole ones. */
static const char *cell_of(const struct chart *chart, const struct progress_block *block, int row)
{
    int halves = 2 * chart->rows;
    int share = block->right * halves / block->answers;
    share = share == halves ? halves - 1 : share;
    if (share / 2 == row)
        return share % 2 ? "▀" : "▄";
    int low = (int)(block->band.low * chart->rows),
        high = (int)ceil(block->band.high * chart->rows);
    return row >= low && row < high ? "░" : " ";
}

/* One row with its piece of the axis; every quarter of the axis has its label at its upper edge. */
static void draw_row(const struct chart *chart, int row, struct page *page)
{
    struct str lead = {0}, text = {0};
    int quarter = chart->rows / QUARTERS;
    if ((row + 1) % quarter == 0)
        str_addf(&lead, "%3d ┤", (row + 1) / quarter * PER_CENT / QUARTERS);
    else
        str_add(&lead, "    │");
    for (int i = 0; i < chart->progress->block_count; i++) {
        const char *cell = cell_of(chart, &chart->progress->blocks[i], row);
        for (int col = 0; col < chart->pitch; col++)
            str_add(&text, col < chart->blank ? " " : cell);
    }
    page_add_lead(page, ROLE_DIM, str_text(&lead), AXIS_COLS, ROLE_TEXT, str_text(&text));
    str_free(&lead);
    str_free(&text);
}

static void draw_axis(const struct chart *chart, struct page *page)
{
    struct str text = {0};
    str_add(&text, "  0 └");
    for (int i = 0; i <= chart->progress->block_count * chart->pitch; i++)
        str_add(&text, "─");
    page_add(page, ROLE_DIM, str_text(&text));
    str_free(&text);
}

static void draw_chart(const struct progress *progress, struct page *page)
{
    struct chart chart = chart_of(progress, page->cols);
    if (chart.rows == ROWS_TALL)
        page_gap(page);
    for (int row = chart.rows - 1; row >= 0; row--)
        draw_row(&chart, row, page);
    draw_axis(&chart, page);
    page_add(page, ROLE_DIM, _("▀ right  ░ 95 % interval  50: a coin"));
}

/* --- in sentences ---------------------------------------------------------------------------- */

static void add_sentences(const struct progress *progress, struct page *page)
{
    struct str list = {0};
    const struct progress_block *last = &progress->blocks[progress->block_count - 1];
    for (int i = 0; i < progress->block_count; i++) {
        str_add(&list, i ? ", " : "");
        str_addf(&list, _("%d of %d"), progress->blocks[i].right, progress->blocks[i].answers);
    }
    page_addf(page, ROLE_TEXT, _("Right from the first new cards to the last: %s."),
              str_text(&list));
    /* TRANSLATORS: cards, and the two ends of an interval. */
    page_addf(page, ROLE_TEXT, _("From the last %d: over many more cards, expect %d to %d of 100."),
              last->answers, (int)floor(last->band.low * PER_CENT + 0.5),
              (int)floor(last->band.high * PER_CENT + 0.5));
    str_free(&list);
}

static void add_first_and_last(const struct progress *progress, struct page *page)
{
    const struct progress_block *first = &progress->blocks[0];
    const struct progress_block *last = &progress->blocks[progress->block_count - 1];
    page_addf(
        page, ROLE_STRONG,
        /* TRANSLATORS: right ones and cards of the first, right ones and cards of the last. */
        _("You had %d of your first %d new cards right, and %d of the last %d."), first->right,
        first->answers, last->right, last->answers);
}

/* --- errors ---------------------------------------------------------------------------------- */

static void add_error(const struct scene *scene, struct page *page, const struct tally *first,
                      enum side keyed)
{
    int missed = first->table[keyed][side_other(keyed)];
    int all = missed + first->table[keyed][keyed];
    const char *name =
        keyed == SIDE_SALES ? _("Sales called marketing") : _("Marketing called sales");
    struct str text = {0};
    if (!scene->lines && page->cols >= WIDE_COLS) {
        bar_add(&text, missed, all, BAR_COLS);
        str_add(&text, "  ");
    }
    str_addf(&text, scene->lines ? _("%d of %d.") : _("%d of %d"), missed, all);
    page_add_named(page, scene->lines, content_piece_role((enum side)keyed), name, ERROR_COLS,
                   ROLE_TEXT, str_text(&text));
    str_free(&text);
}

void content_curve(const struct scene *scene, const struct progress *progress, struct page *page)
{
    enum { CURVE_LEAST = 2 * PROGRESS_BLOCK_LEAST };
    if (progress->first.answers < CURVE_LEAST) {
        page_addf(page, ROLE_TEXT,
                  ngettext("The curve begins with the %dth card new to you; %d is behind you.",
                           "The curve begins with the %dth card new to you; %d are behind you.",
                           (unsigned long)progress->first.answers),
                  CURVE_LEAST, progress->first.answers);
    } else {
        add_first_and_last(progress, page);
        if (scene->lines)
            add_sentences(progress, page);
        else
            draw_chart(progress, page);
    }
    if (!progress->first.answers)
        return;
    page_gap(page);
    page_add(page, ROLE_TITLE, _("Which way it goes wrong, new cards only"));
    for (int side = 0; side < SIDE_COUNT; side++)
        add_error(scene, page, &progress->first, (enum side)side);
}
