/* Pieces of pages about a principle: its looks, and a contrast that shows it. */
#include "core/content_piece.h"

enum { LABEL_COLS = 11 };

enum role content_piece_role(enum side side)
{
    return side == SIDE_SALES ? ROLE_SALES : ROLE_MARKETING;
}

int content_piece_label_cols(const struct scene *scene, const struct page *page)
{
    int cols = LABEL_COLS;
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct str name = {0};
        text_adapt(&name, scene->bank->side_name[side], page->charset);
        int own = text_width(str_text(&name)) + 1;
        cols = own > cols ? own : cols;
        str_free(&name);
    }
    return cols;
}

struct paragraph *content_piece_of_side(const struct scene *scene, enum side side, const char *text,
                                        struct page *page)
{
    return page_add_named(page, scene->lines, content_piece_role(side),
                          scene->bank->side_name[side], content_piece_label_cols(scene, page),
                          ROLE_TEXT, text);
}

void content_piece_looks(const struct scene *scene, int principle, struct page *page)
{
    const struct principle *of = &scene->bank->principles[principle];
    for (int side = 0; side < SIDE_COUNT; side++)
        if (*of->looks[side])
            content_piece_of_side(scene, (enum side)side, of->looks[side], page);
}

void content_piece_contrast(const struct scene *scene, const int activities[SIDE_COUNT],
                            struct page *page)
{
    const struct bank *bank = scene->bank;
    const struct scenario *scenario = &bank->scenarios[bank->activities[activities[0]].scenario];
    page_add(page, ROLE_TITLE, scenario->situation);
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct activity *activity = &bank->activities[activities[side]];
        page_mark(page, content_piece_of_side(scene, (enum side)side, activity->text, page),
                  bank_clue(activity), ROLE_CUE);
    }
    if (*scenario->together)
        page_add(page, ROLE_DIM, scenario->together);
}

void content_piece_missed(const struct scene *scene, const char *title, int missed, int answers,
                          struct str *out)
{
    if (scene->lines)
        /* TRANSLATORS: the title of a principle, which ends in a question mark; misses, answers. */
        str_addf(out, _("%s %d of %d missed."), title, missed, answers);
    else
        /* TRANSLATORS: the title of a principle; misses, answers. */
        str_addf(out, _("%s – %d of %d missed"), title, missed, answers);
}
