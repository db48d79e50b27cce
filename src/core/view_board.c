/* The board as part of a frame. */
#include "core/view_board.h"

#include "core/content_board.h"

enum {
    WIDE_COLS = 58, /* from here on cards move further */
    TALL_ROWS = 14, /* from here on there are empty rows */
    SHIFT_WIDE = 4,
    SHIFT_NARROW = 2,
    GAP = 2
};

/* The sides' names at their ends of one row, with the heading between them where it fits; where
 * they do not fit themselves, in a row each.  A click on either half moves the marked card there.
 * Returns the rows taken; *headed: the heading is among them. */
static int draw_sides(struct frame *frame, const struct scene *scene, struct area area,
                      bool *headed)
{
    struct str sales = {0}, marketing = {0};
    const char *heading = content_board_heading();
    str_addf(&sales, "◀ %s", scene->bank->side_name[SIDE_SALES]);
    str_addf(&marketing, "%s ▶", scene->bank->side_name[SIDE_MARKETING]);
    int half = area.cols / 2, left = view_width(scene, str_text(&sales)) + GAP;
    int between = area.cols - left - view_width(scene, str_text(&marketing));
    int room = between - GAP, spare = room - view_width(scene, heading);
    int rows = between >= 0 ? 1 : 2;
    view_put(frame, scene, area.x, area.y, area.cols, str_text(&sales), ROLE_SALES);
    view_put_right(frame, scene, area.x + area.cols, area.y + rows - 1, area.cols,
                   str_text(&marketing), ROLE_MARKETING);
    *headed = spare >= 0;
    if (*headed)
        view_put(frame, scene, area.x + left + spare / 2, area.y, room, heading, ROLE_TITLE);
    frame_hit(frame, area.x, area.y, half, rows, ACTION_SALES, 0);
    frame_hit(frame, area.x + half, area.y, area.cols - half, rows, ACTION_MARKETING, 0);
    str_free(&sales);
    str_free(&marketing);
    return rows;
}

static void make_page(const struct scene *scene, bool headed, int shift, struct page *page)
{
    page_init(page, scene->charset);
    if (!headed) {
        page_add(page, ROLE_TITLE, content_board_heading());
        page_gap(page);
    }
    content_board(scene, page, shift);
}

bool view_board(struct frame *frame, struct scene *scene, struct area area)
{
    bool tall = area.rows >= TALL_ROWS;
    struct page page;
    bool headed;
    int above = draw_sides(frame, scene, area, &headed) + tall;
    struct area rest = {area.x, area.y + above, area.cols, area.rows - above};
    make_page(scene, headed, area.cols >= WIDE_COLS ? SHIFT_WIDE : SHIFT_NARROW, &page);
    if (page_focus_rows(&page, rest.cols) > rest.rows) { /* fewer rows for the longest texts */
        page_free(&page);
        make_page(scene, headed, 0, &page);
    }
    bool more = view_page_following(frame, scene, rest, &page);
    page_free(&page);
    return more;
}
