/* The frame renderer: header, body, footer; and what to say when the screen is too small. */
#include "core/view.h"

#include <stdio.h>

#include "core/content.h"
#include "core/content_help.h"
#include "core/content_paged.h"
#include "core/content_result.h"
#include "core/game_query.h"
#include "core/view_board.h"
#include "core/view_card.h"
#include "core/view_footer.h"
#include "core/view_header.h"
#include "core/view_show.h"

enum {
    WIDE_COLS = 60,    /* from here on there is a margin and a long progress bar */
    TALL_ROWS = 16,    /* from here on there are empty rows round the body */
    CONTENT_COLS = 84, /* wider screens keep the text in a column a person can read */
    CONTENT_ROWS = 26, /* taller ones do not push header and footer apart */
    ROOM_COLS = 132,   /* but what a whole room looks at, or has many rows, takes all there is */
    BOARD_COLS = 100,  /* a row of the live board is read from end to end */
    LABEL_SIZE = 128
};

/* Where things go at this size. */
struct layout {
    int left, cols;  /* of everything */
    int top, footer; /* rows of header and footer */
    struct area body;
    bool wide;
};

static struct layout lay_out(const struct scene *scene, int cols, int rows)
{
    struct layout l = {.wide = cols >= WIDE_COLS};
    bool room = !scene->game && scene->cursor.overlay == OVERLAY_NONE &&
                (scene->screen == SCREEN_SHOW || scene->screen == SCREEN_WATCH);
    int most = !room ? CONTENT_COLS : scene->screen == SCREEN_SHOW ? ROOM_COLS : BOARD_COLS;
    l.cols = cols > most ? most : cols;
    l.left = (cols - l.cols) / 2;
    int high = rows > CONTENT_ROWS && !room ? CONTENT_ROWS : rows;
    l.top = (rows - high) / 3;
    l.footer = l.top + high - 1;
    int margin = l.wide ? 3 : 1;
    bool tall = high >= TALL_ROWS;
    l.body = (struct area){
        .x = l.left + margin, .y = l.top + (tall ? 2 : 1), .cols = l.cols - 2 * margin};
    l.body.rows = l.footer - (tall ? 1 : 0) - l.body.y;
    return l;
}

/* The line a reason is typed in, above the footer. */
static void draw_typing(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    int y = l->footer - 1;
    for (int x = 0; x < frame->width; x++)
        frame_put(frame, x, y, 1, " ", ROLE_TEXT);
    int x = l->left + 1;
    x += view_put(frame, scene, x, y, l->cols - 2, _("What seems wrong?"), ROLE_NOTICE) + 1;
    struct str typed = {0};
    text_adapt(&typed, scene->cursor.typed, scene->charset);
    const char *tail = str_text(&typed);
    while (*tail && text_width(tail) > l->left + l->cols - 2 - x)
        tail += text_cluster(tail);
    x += frame_put(frame, x, y, l->cols, tail, ROLE_STRONG);
    frame->cursor_x = x;
    frame->cursor_y = y;
    str_free(&typed);
}

/* Fills a page with the screens of a game that are one. */
static bool make_game_page(const struct scene *scene, struct page *page)
{
    switch (scene->game->phase) {
    case PHASE_INTRO:
        content_intro(scene, page);
        return true;
    case PHASE_PRINCIPLE:
        content_principle(scene, page);
        return true;
    case PHASE_RULE:
        content_rule(scene, page);
        return true;
    case PHASE_NOT_STORED:
        content_not_stored(scene, page);
        return true;
    case PHASE_RESULT:
        content_result(scene, page);
        return true;
    default:
        return false;
    }
}

/* Fills a page with the screens that are one; false for a card, its verdict, a
 * board, or a page for a room. */
static bool make_page(const struct scene *scene, struct page *page)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        content_help(scene, page);
    else if (scene->cursor.overlay == OVERLAY_LEAVE)
        content_leaving(scene, page);
    else if (scene_paged(scene))
        content_paged(scene, page);
    else if (scene->game)
        return make_game_page(scene, page);
    else if (scene->screen == SCREEN_SHOW)
        return false;
    else
        content_menu(scene, page);
    return true;
}

/* The sentence about the last input or move, in the rows above the footer, which the body gives
 * up. */
static void draw_notice(struct frame *frame, const struct scene *scene, struct layout *l)
{
    const char *notice = content_notice(scene);
    if (!*notice || scene->cursor.overlay != OVERLAY_NONE)
        return;
    struct page page;
    page_init(&page, scene->charset);
    page_add(&page, ROLE_NOTICE, notice);
    int cols = l->cols - 2, rows = page_rows(&page, cols);
    bool show = !scene->game && scene->screen == SCREEN_SHOW;
    int end = l->body.y + l->body.rows;
    int y = (show ? end : l->footer) - rows; /* the hands above it keep off the footer with it */
    page_draw(&page, frame, l->left + 1, y, cols, rows, 0);
    int overlap = end - y;
    l->body.rows -= overlap > 0 ? overlap : 0;
    page_free(&page);
}

/* A page of a show; the hands being typed have a row above the footer or the notice, which the page
 * gives up. */
static bool draw_show(struct frame *frame, struct scene *scene, struct area area)
{
    bool hands = frame->context == CONTEXT_HANDS;
    area.rows -= hands;
    bool more = view_show(frame, scene, area);
    if (hands) /* behind the page, whose focus has the cursor until something is typed */
        view_show_typing(frame, scene, (struct area){area.x, area.y + area.rows, area.cols, 1});
    return more;
}

static void draw_too_small(struct frame *frame, const struct scene *scene, int cols, int rows)
{
    char text[LABEL_SIZE];
    /* TRANSLATORS: columns and rows. */
    snprintf(text, sizeof text, _("smquiz needs %d × %d; this is %d × %d."), VIEW_COLS_MIN,
             VIEW_ROWS_MIN, cols, rows);
    struct page page;
    page_init(&page, scene->charset);
    page_add(&page, ROLE_TEXT, text);
    page_draw(&page, frame, 0, 0, cols > 2 ? cols : 2, rows, 0);
    if (cols > 0 && rows > 0)
        frame->cursor_x = frame->cursor_y = 0;
    page_free(&page);
}

void view_frame(struct frame *frame, struct scene *scene, int cols, int rows)
{
    frame_clear(frame, cols, rows);
    frame->context = scene_context(scene);
    if (cols < VIEW_COLS_MIN || rows < VIEW_ROWS_MIN) {
        draw_too_small(frame, scene, cols, rows);
        return;
    }
    struct layout l = lay_out(scene, cols, rows);
    draw_notice(frame, scene, &l);
    struct page page;
    page_init(&page, scene->charset);
    page.cols = l.body.cols;
    page.rows = rows;
    bool more;
    if (make_page(scene, &page)) {
        more = view_page_following(frame, scene, l.body, &page);
    } else if (!scene->game) {
        more = draw_show(frame, scene, l.body);
    } else if (scene->game->phase == PHASE_BOARD) {
        more = view_board(frame, scene, l.body);
    } else {
        more = view_card(frame, scene, l.body);
    }
    page_free(&page);
    scene->cursor.more = more;
    view_header(frame, scene, (struct area){l.left + 1, l.top, l.cols - 2, 1}, l.wide);
    view_footer(frame, scene, (struct area){l.left + 1, l.footer, l.cols - 2, 1}, more);
    if (scene->cursor.overlay == OVERLAY_FLAG)
        draw_typing(frame, scene, &l);
}
