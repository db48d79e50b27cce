/* Pieces of pages about a principle: its looks, and a contrast that shows it. */
#include "core/content_piece.h"

enum { LABEL_COLS = 11 };

static enum role side_role(int side)
{
    return side == SIDE_SALES ? ROLE_SALES : ROLE_MARKETING;
}

void content_piece_looks(const struct bank *bank, int principle, struct page *page)
{
    for (int side = 0; side < SIDE_COUNT; side++)
        if (*bank->principles[principle].looks[side])
            page_add_lead(page, side_role(side), bank->side_name[side], LABEL_COLS, ROLE_TEXT,
                          bank->principles[principle].looks[side]);
}

void content_piece_contrast(const struct bank *bank, const int activities[SIDE_COUNT],
                            struct page *page)
{
    const struct scenario *scenario = &bank->scenarios[bank->activities[activities[0]].scenario];
    page_add(page, ROLE_TITLE, scenario->situation);
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct activity *activity = &bank->activities[activities[side]];
        struct paragraph *p = page_add_lead(page, side_role(side), bank->side_name[side],
                                            LABEL_COLS, ROLE_TEXT, activity->text);
        page_mark(page, p, bank_clue(activity), ROLE_CUE);
    }
    if (*scenario->together)
        page_add(page, ROLE_DIM, scenario->together);
}
