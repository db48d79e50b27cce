/* How a session's room splits, card by card and principle by principle. */
#include "core/content_shares.h"

#include <string.h>

#include "core/bar.h"

enum {
    BAR_COLS_NARROW = 14,
    BESIDE_BAR_COLS = 48, /* what stands beside a bar on a wide screen */
    BAR_COLS_MAX = 60,
    WIDE_COLS = 60,
    PER_CENT = 100
};

static int bar_cols(const struct page *page)
{
    int cols = page->cols < WIDE_COLS ? BAR_COLS_NARROW : page->cols - BESIDE_BAR_COLS;
    return cols > BAR_COLS_MAX ? BAR_COLS_MAX : cols < BAR_COLS_NARROW ? BAR_COLS_NARROW : cols;
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
    page_addf(page, ROLE_TEXT, _("  %d sales, %d marketing; %d of %d right."),
              card->said[SIDE_SALES], card->said[SIDE_MARKETING], card->right, card->answers);
}

/* Both sides in one bar: sales from the left, marketing from the right. */
static void draw_card(const struct scene *scene, const struct live_card *card, struct page *page)
{
    const struct activity *activity = &scene->bank->activities[card->activity];
    bool wide = page->cols >= WIDE_COLS;
    struct str row = {0}, right = {0};
    page_add(page, ROLE_TEXT, activity->text);
    if (wide)
        str_addf(&row, "%s ", scene->bank->side_name[SIDE_SALES]);
    str_addf(&row, "%3d ", card->said[SIDE_SALES]);
    bar_add(&row, card->said[SIDE_SALES], card->answers, bar_cols(page));
    int half = text_width(str_text(&row));
    str_addf(&row, " %-3d", card->said[SIDE_MARKETING]);
    if (wide)
        str_addf(&row, " %s", scene->bank->side_name[SIDE_MARKETING]);
    struct paragraph *p = page_add(page, ROLE_SALES, str_text(&row));
    p->mark = text_clip(p->text, half);
    p->mark_len = strlen(p->text) - p->mark;
    p->mark_role = ROLE_MARKETING;
    str_addf(&right, _("%d %% right"), percent(card->right, card->answers));
    page_set_tail(page, p, ROLE_STRONG, str_text(&right));
    str_free(&row);
    str_free(&right);
}

void content_shares_cards(const struct scene *scene, struct page *page)
{
    const struct live_board *board = &scene->watch->board;
    int hidden = 0;
    if (!board->card_count)
        page_add(page, ROLE_TEXT, _("Nothing was answered yet."));
    for (int i = 0; i < board->card_count; i++) {
        if (!may_show(scene->watch, board->cards[i].answers)) {
            hidden++;
            continue;
        }
        if (scene->lines)
            tell_card(scene, &board->cards[i], page);
        else
            draw_card(scene, &board->cards[i], page);
        if (!scene->lines)
            page_gap(page);
    }
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
    page_addf(page, ROLE_TEXT, _("%s %d of %d right: %s."),
              scene->bank->principles[p->principle].title, p->right, p->answers, str_text(&missed));
    str_free(&missed);
}

static void draw_principle(const struct scene *scene, const struct live_principle *p,
                           struct page *page)
{
    struct str lead = {0}, missed = {0}, right = {0};
    int bar = bar_cols(page);
    str_addf(&right, _("%d of %d right"), p->right, p->answers);
    page_set_tail(page, page_add(page, ROLE_STRONG, scene->bank->principles[p->principle].title),
                  ROLE_STRONG, str_text(&right));
    bar_add(&lead, p->right, p->answers, bar);
    if (p->right < p->answers)
        str_addf(&missed, _("missed: %d of sales, %d of marketing"), p->missed[SIDE_SALES],
                 p->missed[SIDE_MARKETING]);
    page_add_lead(page, ROLE_DIM, str_text(&lead), bar + 2, ROLE_DIM, str_text(&missed));
    page_gap(page);
    str_free(&lead);
    str_free(&missed);
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
