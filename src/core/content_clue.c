/* "What gave it away?": the question after a right answer, and what came of it. */
#include "core/content_clue.h"

#include "core/game_query.h"

enum { INDENT = 2 };

/* Appends a piece of the text of the card that the question is about. */
static void add_piece(const struct scene *scene, int piece, struct str *out)
{
    const struct game *game = scene->game;
    const char *text = scene->bank->activities[game->cards[game->clue_card].activity].text;
    str_addn(out, text + game->clue.pieces[piece].start, game->clue.pieces[piece].len);
}

void content_clue(const struct scene *scene, struct page *page)
{
    if (scene->lines)
        page_add(page, ROLE_TEXT, _("That is right. What gave it away?"));
    else
        page_add_lead(page, ROLE_RIGHT, "✓", 0, ROLE_TITLE, _("Right. What gave it away?"))
            ->focused = scene->cursor.selected < 0;
    for (int i = 0; i < CLUE_PIECES; i++) {
        bool selected = i == scene->cursor.selected && !scene->lines;
        struct str lead = {0}, piece = {0};
        if (scene->lines)
            str_addf(&lead, "%d.", i + 1);
        else
            str_addf(&lead, "%s %d", selected ? "▸" : " ", i + 1);
        add_piece(scene, i, &piece);
        struct paragraph *p =
            page_add_lead(page, selected ? ROLE_SELECTED : ROLE_KEY, str_text(&lead), 0,
                          selected ? ROLE_SELECTED : ROLE_TEXT, str_text(&piece));
        p->indent = scene->lines ? INDENT : 0;
        p->action = ACTION_CHOOSE;
        p->item = i;
        p->focused = selected;
        str_free(&lead);
        str_free(&piece);
    }
    if (scene->lines)
        page_add(page, ROLE_DIM, _("Type its number, or Enter alone to go on."));
}

void content_clue_verdict(const struct scene *scene, const struct card *card, struct page *page,
                          int indent)
{
    const struct game *game = scene->game;
    if (game->clue_card < 0 || card != &game->cards[game->clue_card] || game->clue_choice < 0)
        return;
    if (game->clue_choice == game->clue.right) {
        page_add(page, ROLE_DIM, _("You found the clue."))->indent = indent;
        return;
    }
    struct str piece = {0};
    add_piece(scene, game->clue_choice, &piece);
    page_addf(page, ROLE_DIM, _("You chose “%s”."), str_text(&piece))->indent = indent;
    str_free(&piece);
}
