/* The board: cards at their sides or between them, and how they lay once judged. */
#include "core/content_board.h"

#include "core/content.h"
#include "core/content_piece.h"
#include "core/game_query.h"

enum { INDENT = 2, SYMBOL_COLS = 2 };

static const struct activity *activity_of(const struct scene *scene, int card)
{
    return &scene->bank->activities[scene->game->cards[card].activity];
}

const char *content_board_heading(void)
{
    return _("Sales or marketing? Move each to its side.");
}

/* Adds the situation above the first card of each scenario; NULL for the others. */
static struct paragraph *add_situation(const struct scene *scene, struct page *page, int card)
{
    int scenario = activity_of(scene, card)->scenario;
    if (card > 0 && activity_of(scene, card - 1)->scenario == scenario)
        return NULL;
    if (card > 0)
        page_gap(page);
    return page_add(page, ROLE_TEXT, scene->bank->scenarios[scenario].situation);
}

/* Moves the card to where it lies: left, right, or between. */
static void put_in_place(struct page *page, struct paragraph *p, enum side side, int shift)
{
    p->indent = p->outdent = shift + SYMBOL_COLS;
    if (side == SIDE_SALES) {
        p->indent = 0;
        p->outdent += shift;
    } else if (side == SIDE_MARKETING) {
        p->indent += shift;
        p->outdent = SYMBOL_COLS;
        page_set_tail(page, p, ROLE_MARKETING, "▶");
    }
}

static void add_card(const struct scene *scene, struct page *page, int number, int shift)
{
    const struct card *card = &scene->game->cards[number];
    bool selected = number == scene->cursor.selected, sales = card->choice == SIDE_SALES;
    bool unsure = card->choice == SIDE_NONE ? selected && scene->cursor.unsure : !card->sure;
    struct paragraph *p =
        page_add_lead(page, ROLE_SALES, sales ? "◀" : "", sales ? SYMBOL_COLS : 0,
                      selected ? ROLE_SELECTED : ROLE_STRONG, activity_of(scene, number)->text);
    put_in_place(page, p, card->choice, shift);
    p->action = ACTION_CHOOSE;
    p->item = number;
    p->focused = selected;
    if (unsure) {
        int indent = p->indent + p->lead_cols;
        p = page_add(page, ROLE_NOTICE, _("? not sure"));
        p->indent = indent;
        p->beside = selected;
    }
}

void content_board(const struct scene *scene, struct page *page, int shift)
{
    for (int i = 0; i < scene->game->card_count; i++) {
        struct paragraph *situation = add_situation(scene, page, i);
        if (situation)
            situation->beside = i == scene->cursor.selected;
        add_card(scene, page, i, shift);
    }
}

/* "marketing", or "sales, not sure". */
static const char *place_of(const struct card *card)
{
    if (card->sure)
        return content_side_word(card->choice);
    return card->choice == SIDE_SALES ? _("sales, not sure") : _("marketing, not sure");
}

static void add_card_line(const struct scene *scene, struct page *page, int number)
{
    const struct card *card = &scene->game->cards[number];
    struct str line = {0}, lead = {0};
    str_addf(&lead, "%d.", number + 1);
    if (card->choice != SIDE_NONE)
        str_addf(&line, _("%s: %s"), activity_of(scene, number)->text, place_of(card));
    else
        str_add(&line, activity_of(scene, number)->text);
    page_add_lead(page, ROLE_DIM, str_text(&lead), 0, ROLE_STRONG, str_text(&line))->indent =
        INDENT;
    str_free(&line);
    str_free(&lead);
}

/* Which cards have a side by now, and which have none. */
static void add_state(const struct scene *scene, struct page *page)
{
    struct str placed = {0}, open = {0};
    for (int i = 0; i < scene->game->card_count; i++) {
        const struct card *card = &scene->game->cards[i];
        if (card->choice == SIDE_NONE) {
            str_addf(&open, "%s%d", open.len ? ", " : "", i + 1);
            continue;
        }
        str_addf(&placed, "%s%d %s", placed.len ? "; " : "", i + 1, place_of(card));
    }
    if (placed.len)
        /* TRANSLATORS: which cards have a side by now, as in "1 sales; 3 marketing, not sure". */
        page_addf(page, ROLE_TEXT, _("So far: %s."), str_text(&placed));
    if (open.len)
        /* TRANSLATORS: numbers of cards, as in "2, 4, 5". */
        page_addf(page, ROLE_TEXT, _("Without a side: %s."), str_text(&open));
    else
        page_add(page, ROLE_TEXT, _("All have a side. Enter alone judges them."));
    str_free(&placed);
    str_free(&open);
}

bool content_board_brief(const struct scene *scene)
{
    enum notice notice = scene->game->notice;
    bool about_sides = notice == NOTICE_PLACED || notice == NOTICE_UNPLACED;
    return about_sides && !scene->cursor.told;
}

void content_board_lines(const struct scene *scene, struct page *page)
{
    if (content_board_brief(scene)) {
        add_state(scene, page);
        return;
    }
    for (int i = 0; i < scene->game->card_count; i++) {
        add_situation(scene, page, i);
        add_card_line(scene, page, i);
    }
    page_gap(page);
    page_add(page, ROLE_TEXT,
             /* TRANSLATORS: the letters that are typed stay as they are. */
             _("Sales or marketing? Type numbers with their sides, as in 1m 2s 3s?, the ? when not "
               "sure, and Enter alone when all have one; h helps."));
}

/* Why the card lies on the other side than it was put. */
static void add_why(const struct scene *scene, struct page *page, const struct activity *a,
                    int indent)
{
    struct str why = {0};
    str_add(&why, a->side == SIDE_SALES ? _("You said marketing.") : _("You said sales."));
    if (scene->lines && *bank_clue(a)) {
        str_addc(&why, ' ');
        str_addf(&why, _("The clue: “%s”."), bank_clue(a));
    }
    if (*a->why)
        str_addf(&why, " %s", a->why);
    else if (!a->overruled)
        str_addf(&why, " %s", scene->bank->principles[a->principle].rule);
    page_add(page, ROLE_DIM, str_text(&why))->indent = indent;
    str_free(&why);
}

/* A judged card: in frames its side behind a sign, in lines the verdict in words. */
static void add_judged(const struct scene *scene, struct page *page, const struct card *card)
{
    const struct activity *a = &scene->bank->activities[card->activity];
    struct graded graded = game_graded(scene->game, scene->bank, card);
    bool right = score_right(&graded), sales = a->side == SIDE_SALES;
    struct str verdict = {0};
    int indent = INDENT;
    if (scene->lines) {
        const char *wrong = sales ? _("Wrong: this is sales.") : _("Wrong: this is marketing.");
        str_addf(&verdict, "%s %s",
                 !right  ? wrong
                 : sales ? _("Right: sales.")
                         : _("Right: marketing."),
                 a->text);
        page_add(page, ROLE_TEXT, str_text(&verdict));
    } else {
        str_addf(&verdict, "%s %s", right ? "✓" : "✗", scene->bank->side_name[a->side]);
        struct paragraph *p =
            page_add_lead(page, right ? ROLE_RIGHT : ROLE_WRONG, str_text(&verdict),
                          SYMBOL_COLS + content_piece_label_cols(scene, page), ROLE_TEXT, a->text);
        p->indent = INDENT;
        indent += page_hang(p, page->cols);
        page_mark(page, p, bank_clue(a), ROLE_CUE);
    }
    if (!right)
        add_why(scene, page, a, indent);
    str_free(&verdict);
}

/* The judged cards of one scenario, sales first. */
static void add_scenario(const struct scene *scene, struct page *page, int scenario)
{
    const struct game *game = scene->game;
    const struct scenario *s = &scene->bank->scenarios[scenario];
    page_gap(page);
    page_add(page, ROLE_TITLE, s->situation);
    for (int side = 0; side < SIDE_COUNT; side++)
        for (int i = 0; i < game->card_count; i++)
            if (game->cards[i].answered && activity_of(scene, i)->scenario == scenario &&
                activity_of(scene, i)->side == (enum side)side)
                add_judged(scene, page, &game->cards[i]);
    if (*s->together)
        page_add(page, ROLE_DIM, s->together)->indent = INDENT;
}

void content_board_result(const struct scene *scene, struct page *page)
{
    const struct game *game = scene->game;
    for (int i = 0; i < game->card_count; i++) {
        int scenario = activity_of(scene, i)->scenario;
        bool first = game->cards[i].answered;
        for (int j = 0; j < i && first; j++)
            first = !game->cards[j].answered || activity_of(scene, j)->scenario != scenario;
        if (first)
            add_scenario(scene, page, scenario);
    }
}
