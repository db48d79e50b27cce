/* A page of a show as part of a frame. */
#include "core/view_show.h"

#include "core/content_show.h"

enum {
    MARGIN_COLS_MIN = 56, /* narrower areas have no margin of their own */
    TEXT_COLS_MAX = 84,
    HEAD_PART = 6 /* this part of the rows stays free above the text */
};

/* The column the text stands in, in the middle. */
static struct area text_column(struct area area)
{
    struct area text = area;
    if (area.cols >= MARGIN_COLS_MIN) {
        text.cols = area.cols * 7 / 8;
        text.cols = text.cols > TEXT_COLS_MAX ? TEXT_COLS_MAX : text.cols;
        text.x += (area.cols - text.cols) / 2;
    }
    return text;
}

bool view_show(struct frame *frame, struct scene *scene, struct area area)
{
    struct area text = text_column(area);
    struct page page;
    int rows = 0;
    page_init(&page, scene->charset);
    page.cols = text.cols;
    page.rows = frame->height;
    for (int air = AIR_PLENTY; air >= AIR_NONE; air--) {
        page_free(&page);
        content_show(scene, &page, (enum air)air);
        rows = page_rows(&page, text.cols);
        if (rows <= area.rows)
            break;
    }
    int free_rows = area.rows - rows;
    /* a card stays where it is when more comes below it */
    int above = free_rows < area.rows / HEAD_PART ? free_rows : area.rows / HEAD_PART;
    if (above > 0) {
        text.y += above;
        text.rows -= above;
    }
    bool more = view_page_following(frame, scene, text, &page);
    page_free(&page);
    return more;
}

void view_show_typing(struct frame *frame, const struct scene *scene, struct area area)
{
    struct area text = text_column(area);
    int x = text.x;
    x += view_put(frame, scene, x, area.y, text.cols, _("Hands, sales first:"), ROLE_DIM) + 1;
    x += view_put(frame, scene, x, area.y, text.cols, scene->cursor.typed, ROLE_STRONG);
    if (!*scene->cursor.typed)
        return;
    frame->cursor_x = x;
    frame->cursor_y = area.y;
}
