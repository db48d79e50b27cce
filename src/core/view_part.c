/* Small pieces all parts of the frame renderer draw with. */
#include "core/view_part.h"

#include <string.h>

int view_put(struct frame *frame, const struct scene *scene, int x, int y, int cols,
             const char *text, enum role role)
{
    struct str s = {0};
    text_adapt(&s, text, scene->charset);
    int drawn = frame_put(frame, x, y, cols, str_text(&s), role);
    str_free(&s);
    return drawn;
}

void view_put_right(struct frame *frame, const struct scene *scene, int right, int y, int cols,
                    const char *text, enum role role)
{
    struct str s = {0};
    text_adapt(&s, text, scene->charset);
    int width = text_width(str_text(&s));
    cols = width < cols ? width : cols;
    frame_put(frame, right - cols, y, cols, str_text(&s), role);
    str_free(&s);
}

int view_width(const struct scene *scene, const char *text)
{
    struct str s = {0};
    text_adapt(&s, text, scene->charset);
    int width = text_width(str_text(&s));
    str_free(&s);
    return width;
}

/* Where nothing in sight has the focus, the cursor stands where reading begins. */
static void rest_cursor(struct frame *frame, struct area area)
{
    for (int i = 0; frame->cursor_y < 0 && i < area.rows * area.cols; i++) {
        int x = area.x + i % area.cols, y = area.y + i / area.cols;
        const char *text = frame->cells[y * frame->width + x].text;
        if (*text && strcmp(text, " ") != 0) {
            frame->cursor_x = x;
            frame->cursor_y = y;
        }
    }
}

/* Draws a page of `all` rows from `scroll` on. */
static bool draw_from(struct frame *frame, struct scene *scene, struct area area,
                      const struct page *page, int all, int scroll)
{
    int most = all > area.rows ? all - area.rows : 0;
    scroll = scroll > most ? most : scroll < 0 ? 0 : scroll;
    scene->cursor.scroll = scroll;
    page_draw(page, frame, area.x, area.y, area.cols, area.rows, scroll);
    rest_cursor(frame, area);
    return all - scroll > area.rows;
}

bool view_page(struct frame *frame, struct scene *scene, struct area area, const struct page *page)
{
    return draw_from(frame, scene, area, page, page_rows(page, area.cols), scene->cursor.scroll);
}

bool view_page_following(struct frame *frame, struct scene *scene, struct area area,
                         const struct page *page)
{
    int all, scroll = page_follow(page, area.cols, area.rows, scene->cursor.scroll, &all);
    return draw_from(frame, scene, area, page, all, scroll);
}
