/* How a room splits, as large digits and bars, or in a sentence. */
#include "core/content_split.h"

#include <string.h>

#include "core/bar.h"
#include "core/big_digits.h"
#include "core/content_piece.h"

enum {
    COLUMNS_GAP = 4,
    GAP_NARROW = 2,
    NARROW_COLS = 50, /* up to so many columns things stand closer */
    DOT_MOST = 3,     /* columns of a dot of a digit at most */
    DOT_HIGH = 2,     /* rows of a dot where there is plenty of room */
    BAR_ROWS = 2
};

/* The columns of one half, and where the other begins. */
struct halves {
    int cols, second;
};

static struct halves halve(const struct page *page)
{
    int gap = page->cols < NARROW_COLS ? GAP_NARROW : COLUMNS_GAP;
    int half = (page->cols - gap) / 2;
    return (struct halves){half, half + gap};
}

/* A row with one text in each half, as the page shows it, each in the role of its side. */
static void add_row(struct page *page, struct halves halves, const struct str sides[SIDE_COUNT])
{
    struct str row = {0};
    const char *left = str_text(&sides[SIDE_SALES]), *right = str_text(&sides[SIDE_MARKETING]);
    size_t fits = text_clip(left, halves.cols);
    str_addn(&row, left, fits);
    str_addf(&row, "%*s", halves.second - text_width(str_text(&row)), "");
    str_addn(&row, right, text_clip(right, halves.cols));
    struct paragraph *p = page_add(page, content_piece_role(SIDE_SALES), str_text(&row));
    p->mark = text_clip(p->text, halves.second);
    p->mark_len = strlen(p->text) - p->mark;
    p->mark_role = content_piece_role(SIDE_MARKETING);
    str_free(&row);
}

static void add_names(const struct scene *scene, struct page *page, struct halves halves)
{
    struct str names[SIDE_COUNT] = {{0}};
    for (int side = 0; side < SIDE_COUNT; side++)
        text_adapt(&names[side], scene->bank->side_name[side], page->charset);
    add_row(page, halves, names);
    for (int side = 0; side < SIDE_COUNT; side++)
        str_free(&names[side]);
}

/* The columns a dot may have so that both numbers fit their halves. */
static int dot_of(const struct show_hands *hands, struct halves halves, enum air air)
{
    int dot = air == AIR_PLENTY ? DOT_MOST : 2;
    for (; dot > 1; dot--)
        if (big_digits_cols(hands->of[SIDE_SALES], dot) <= halves.cols &&
            big_digits_cols(hands->of[SIDE_MARKETING], dot) <= halves.cols)
            break;
    return dot;
}

static void add_digits(const struct show_hands *hands, struct page *page, struct halves halves,
                       enum air air)
{
    int dot = dot_of(hands, halves, air);
    int high = air == AIR_PLENTY && dot == DOT_MOST ? DOT_HIGH : 1;
    for (int row = 0; row < BIG_DIGITS_ROWS * high; row++) {
        struct str sides[SIDE_COUNT] = {{0}};
        for (int side = 0; side < SIDE_COUNT; side++)
            big_digits_add(&sides[side], hands->of[side], row / high, dot);
        add_row(page, halves, sides);
        for (int side = 0; side < SIDE_COUNT; side++)
            str_free(&sides[side]);
    }
}

static void add_bars(const struct show_hands *hands, struct page *page, struct halves halves,
                     enum air air)
{
    struct str bars[SIDE_COUNT] = {{0}};
    for (int side = 0; side < SIDE_COUNT; side++)
        bar_add(&bars[side], hands->of[side], show_counted(hands), halves.cols);
    for (int row = 0; row < (air == AIR_NONE ? 1 : BAR_ROWS); row++)
        add_row(page, halves, bars);
    for (int side = 0; side < SIDE_COUNT; side++)
        str_free(&bars[side]);
}

void content_split(const struct scene *scene, const struct show_hands *hands, struct page *page,
                   enum air air)
{
    if (!scene->lines) {
        struct halves halves = halve(page);
        add_names(scene, page, halves);
        if (air != AIR_NONE)
            page_gap(page);
        add_digits(hands, page, halves, air);
        page_gap(page);
        add_bars(hands, page, halves, air);
        if (air != AIR_NONE)
            page_gap(page);
    }
    page_addf(page, ROLE_TEXT, _("%d sales, %d marketing."), hands->of[SIDE_SALES],
              hands->of[SIDE_MARKETING]);
}

/* Appends the question that the side in the minority is asked first. */
static void ask_minority(const struct show_hands *hands, struct str *out)
{
    int sales = hands->of[SIDE_SALES], marketing = hands->of[SIDE_MARKETING];
    if (sales < marketing)
        str_addf(out,
                 ngettext("The one who says sales first: which words decide?",
                          "One of the %d who say sales first: which words decide?",
                          (unsigned long)sales),
                 sales);
    else
        str_addf(out,
                 ngettext("The one who says marketing first: which words decide?",
                          "One of the %d who say marketing first: which words decide?",
                          (unsigned long)marketing),
                 marketing);
}

void content_split_question(const struct scene *scene, const struct show_hands *hands,
                            struct page *page)
{
    int sales = hands->of[SIDE_SALES], marketing = hands->of[SIDE_MARKETING];
    struct str text = {0};
    if (!sales && !marketing)
        str_add(&text, _("One who says sales, then one who says marketing: which words decide?"));
    else if (!marketing)
        str_add(&text, _("All say sales. What would make it marketing?"));
    else if (!sales)
        str_add(&text, _("All say marketing. What would make it sales?"));
    else if (sales == marketing)
        str_add(&text, _("An even split. One from each side: which words decide?"));
    else
        ask_minority(hands, &text);
    struct paragraph *p = page_add(page, ROLE_STRONG, str_text(&text));
    if (!scene->lines)
        page_balance(p, page->cols);
    str_free(&text);
}
