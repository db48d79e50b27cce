/* How a session's room splits, card by card and principle by principle. */
#include "core/content_shares.h"

#include <string.h>

#include "core/bar.h"

enum {
    BAR_COLS_LEAST = 8,
    BAR_COLS_NARROW = 12,
    BAR_COLS_MAX = 40,
    BESIDE_BAR_COLS = 54,  /* what stands beside a principle's bar on a wide screen */
    BESIDE_CARD_COLS = 14, /* blanks, numbers and signs in the row of a card */
    WIDE_COLS = 60,
    TALL_ROWS = 16, /* from here on there are empty rows round headings */
    INDENT = 2,
    PER_CENT = 100
};

static int at_most(int cols, int most)
{
    return cols > most ? most : cols;
}

/* The columns of a principle's bar. */
static int bar_cols(const struct page *page)
{
    int cols = page->cols < WIDE_COLS ? BAR_COLS_NARROW : page->cols - BESIDE_BAR_COLS;
    return at_most(cols < BAR_COLS_NARROW ? BAR_COLS_NARROW : cols, BAR_COLS_MAX);
}

static int percent(int part, int whole)
{
    return (int)(((int64_t)part * PER_CENT + whole / 2) / whole);
}

/* Whether so few answers may show. */
static bool may_show(const struct watch *watch, int answers)
{
    return !watch->names ||
           (answers >= SHARES_LEAST &&
            (watch->board.people_count >= SHARES_LEAST || watch->board.hands >= SHARES_LEAST));
}

/* How many are left out, in a sentence. */
static void add_hidden(struct page *page, int hidden)
{
    if (!hidden)
        return;
    page_addf(page, ROLE_DIM, _("Too few answers to show beside names: %d more."), hidden);
}

static void tell_card(const struct scene *scene, const struct live_card *card, struct page *page)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    page_add(page, ROLE_TEXT, activity->text);
    page_addf(page, ROLE_TEXT,
              activity->side == SIDE_SALES
                  /* TRANSLATORS: how many said so; right answers, answers. */
                  ? _("%d sales, %d marketing; it is sales: %d of %d right.")
                  /* TRANSLATORS: how many said so; right answers, answers. */
                  : _("%d sales, %d marketing; it is marketing: %d of %d right."),
              card->said[SIDE_SALES], card->said[SIDE_MARKETING], card->right, card->answers)
        ->indent = INDENT;
}

/* The row of a card: both sides in one bar, sales from the left, marketing from the right, and a
 * sign by the number of the side that is right.  *half is where marketing begins. */
static void add_row(const struct scene *scene, const struct live_card *card,
                    const struct str names[SIDE_COUNT], int bar, struct str *row, int *half)
{
    const char *const name[] = {[SIDE_SALES] = str_text(&names[SIDE_SALES]),
                                [SIDE_MARKETING] = str_text(&names[SIDE_MARKETING])};
    bool sales = scene->bank->activities[card->activity].side == SIDE_SALES;
    str_addf(row, "%s %s %3d ", name[SIDE_SALES], sales ? "✓" : " ", card->said[SIDE_SALES]);
    *half = text_width(str_text(row));
    bar_add_both(row, card->said[SIDE_SALES], card->said[SIDE_MARKETING], bar);
    if (card->answers)
        *half += (int)(((int64_t)card->said[SIDE_SALES] * bar + card->answers / 2) / card->answers);
    str_addf(row, " %-3d %s %s", card->said[SIDE_MARKETING], sales ? " " : "✓",
             name[SIDE_MARKETING]);
}

static void draw_card(const struct scene *scene, const struct live_card *card, struct page *page)
{
    struct str row = {0}, right = {0}, names[SIDE_COUNT] = {{0}};
    int half, beside = BESIDE_CARD_COLS;
    for (int side = 0; side < SIDE_COUNT; side++) {
        text_adapt(&names[side], scene->bank->side_name[side], page->charset);
        beside += text_width(str_text(&names[side]));
    }
    page_add(page, ROLE_TEXT, scene->bank->activities[card->activity].text);
    str_addf(&right, _("%d %% right"), percent(card->right, card->answers));
    int share = text_width(_("100 % right")) + 2;
    bool has_share = page->cols - beside - share >= BAR_COLS_LEAST;
    int bar = at_most(page->cols - beside - (has_share ? share : 0), BAR_COLS_MAX);
    add_row(scene, card, names, bar > 0 ? bar : 0, &row, &half);
    struct paragraph *p = page_add(page, ROLE_SALES, str_text(&row));
    p->mark = text_clip(p->text, half);
    p->mark_len = strlen(p->text) - p->mark;
    p->mark_role = ROLE_MARKETING;
    if (has_share)
        page_set_tail(page, p, ROLE_STRONG, str_text(&right));
    for (int side = 0; side < SIDE_COUNT; side++)
        str_free(&names[side]);
    str_free(&row);
    str_free(&right);
}

/* What the tests of this session are called together. */
static const char *tests_title(const struct session *session)
{
    if (session->has[PART_BEFORE] && session->has[PART_AFTER])
        return _("Before and after");
    return part_title(session->has[PART_BEFORE] ? PART_BEFORE : PART_AFTER);
}

static void add_heading(const struct scene *scene, struct page *page, bool practice)
{
    const char *title = practice ? part_title(PART_PRACTICE) : tests_title(scene->session);
    if (scene->lines) {
        page_addf(page, ROLE_DIM, _("%s:"), title);
        return;
    }
    page_add(page, ROLE_DIM, title);
    if (!page->rows || page->rows >= TALL_ROWS)
        page_gap(page);
}

/* The cards of the practice, or those of the tests; returns how many are left out. */
static int add_cards(const struct scene *scene, struct page *page, bool practice)
{
    const struct live_board *board = &scene->watch->board;
    int hidden = 0, shown = 0;
    for (int i = 0; i < board->card_count; i++) {
        const struct live_card *card = &board->cards[i];
        if (card->practice != practice)
            continue;
        if (!may_show(scene->watch, card->answers)) {
            hidden++;
            continue;
        }
        if (!shown++)
            add_heading(scene, page, practice);
        if (scene->lines) {
            tell_card(scene, card, page);
        } else {
            draw_card(scene, card, page);
            page_gap(page);
        }
    }
    return hidden;
}

void content_shares_cards(const struct scene *scene, struct page *page)
{
    const struct watch *watch = scene->watch;
    bool tests_open =
        !watch->self_paced && (watch->open == PART_BEFORE || watch->open == PART_AFTER);
    if (!watch->board.card_count)
        page_add(page, ROLE_TEXT, _("Nothing was answered yet."));
    int hidden = add_cards(scene, page, !tests_open);
    hidden += add_cards(scene, page, tests_open);
    add_hidden(page, hidden);
}

/* What was taken for the other side. */
static void describe_missed(const struct live_principle *p, struct str *out)
{
    int sales = p->missed[SIDE_SALES], marketing = p->missed[SIDE_MARKETING];
    if (sales && marketing)
        str_addf(out, _("%d sales called marketing, %d marketing called sales"), sales, marketing);
    else if (sales)
        str_addf(out, _("%d sales called marketing"), sales);
    else if (marketing)
        str_addf(out, _("%d marketing called sales"), marketing);
    else
        str_add(out, _("nothing mixed up"));
}

static void tell_principle(const struct scene *scene, const struct live_principle *p,
                           struct page *page)
{
    struct str missed = {0};
    describe_missed(p, &missed);
    /* TRANSLATORS: the title of a principle, which ends in a question mark; right answers, answers;
       and which ones were mixed up. */
    page_addf(page, ROLE_TEXT, _("%s %d of %d right: %s."),
              scene->bank->principles[p->principle].title, p->right, p->answers, str_text(&missed));
    str_free(&missed);
}

static void draw_principle(const struct scene *scene, const struct live_principle *p,
                           struct page *page)
{
    struct str lead = {0}, text = {0}, right = {0};
    int bar = bar_cols(page);
    page_add(page, ROLE_STRONG, scene->bank->principles[p->principle].title);
    bar_add(&lead, p->right, p->answers, bar);
    str_addf(&right, _("%d of %d right"), p->right, p->answers);
    if (p->right < p->answers)
        /* TRANSLATORS: it must begin with "%d of %d right" as you translate that by itself. */
        str_addf(&text, _("%d of %d right; missed: %d of sales, %d of marketing"), p->right,
                 p->answers, p->missed[SIDE_SALES], p->missed[SIDE_MARKETING]);
    else
        str_add(&text, str_text(&right));
    struct paragraph *row =
        page_add_lead(page, ROLE_DIM, str_text(&lead), bar + 2, ROLE_DIM, str_text(&text));
    page_mark(page, row, str_text(&right), ROLE_STRONG);
    page_gap(page);
    str_free(&lead);
    str_free(&text);
    str_free(&right);
}

void content_shares_principles(const struct scene *scene, struct page *page)
{
    const struct live_board *board = &scene->watch->board;
    int hidden = 0;
    if (!board->principle_count)
        page_add(page, ROLE_TEXT, _("Nothing was answered yet."));
    for (int i = 0; i < board->principle_count; i++) {
        if (!may_show(scene->watch, board->principles[i].answers))
            hidden++;
        else if (scene->lines)
            tell_principle(scene, &board->principles[i], page);
        else
            draw_principle(scene, &board->principles[i], page);
    }
    add_hidden(page, hidden);
}
