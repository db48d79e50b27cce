/* The frame renderer: header, body, footer; and what to say when the screen is too small. */
#include "core/view.h"

#include <stdio.h>

#include "core/content.h"
#include "core/content_paged.h"
#include "core/content_result.h"
#include "core/game_query.h"
#include "core/view_card.h"
#include "core/view_footer.h"

enum {
    WIDE_COLS = 60,    /* from here on there is a margin and a long progress bar */
    TALL_ROWS = 16,    /* from here on there are empty rows round the body */
    CONTENT_COLS = 84, /* wider screens keep the text in a column a person can read */
    CONTENT_ROWS = 26, /* taller ones do not push header and footer apart */
    BAR_WIDE = 18,
    BAR_NARROW = 8,
    LABEL_SIZE = 128
};

/* Where things go at this size. */
struct layout {
    int left, cols;  /* of everything */
    int top, footer; /* rows of header and footer */
    struct area body;
    bool wide;
};

static struct layout lay_out(int cols, int rows)
{
    struct layout l = {.wide = cols >= WIDE_COLS};
    l.cols = cols > CONTENT_COLS ? CONTENT_COLS : cols;
    l.left = (cols - l.cols) / 2;
    int high = rows > CONTENT_ROWS ? CONTENT_ROWS : rows;
    l.top = (rows - high) / 3;
    l.footer = l.top + high - 1;
    int margin = l.wide ? 3 : 1;
    bool tall = high >= TALL_ROWS;
    l.body = (struct area){
        .x = l.left + margin, .y = l.top + (tall ? 2 : 1), .cols = l.cols - 2 * margin};
    l.body.rows = l.footer - (tall ? 1 : 0) - l.body.y;
    return l;
}

/* Eighths are too fine for a glance: the bar counts in halves of a cell. */
static void draw_bar(struct frame *frame, const struct scene *scene, int x, int y, int cols,
                     int done, int length)
{
    int halves = length > 0 ? done * cols * 2 / length : 0;
    for (int i = 0; i < cols; i++) {
        const char *cell = halves >= 2 * (i + 1) ? "█" : halves == 2 * i + 1 ? "▌" : "░";
        view_put(frame, scene, x + i, y, 1, cell, ROLE_DIM);
    }
}

/* Whether the scene is one of the screens read page by page. */
static bool paged(const struct scene *scene)
{
    return !scene->game && scene->screen != SCREEN_MENU;
}

static const char *scene_title(const struct scene *scene)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        return _("Help");
    if (paged(scene))
        return content_paged_title(scene);
    if (!scene->game)
        return str_text(&scene->menu->title);
    int principle = bank_find_principle(scene->bank, scene->game->rules.principles);
    return principle >= 0 ? scene->bank->principles[principle].title
                          : _(mode_info(scene->game->rules.mode)->title);
}

/* "7 of 12" and its bar, at the right end of the header; returns the column they begin at. */
static int draw_progress(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    const struct game *game = scene->game;
    int number, done, length;
    if (paged(scene)) {
        length = content_paged_count(scene);
        number = done = scene->cursor.selected + 1;
    } else {
        length = game_length(game);
        done = game_answered(game);
        number = done + (game->phase == PHASE_CARD);
    }
    char label[LABEL_SIZE];
    snprintf(label, sizeof label, _("%d of %d"), number, length);
    int bar = l->wide ? BAR_WIDE : BAR_NARROW;
    int right = l->left + l->cols - 1;
    int x = right - bar - 2 - text_width(label);
    draw_bar(frame, scene, right - bar, l->top, bar, done, length);
    view_put(frame, scene, x, l->top, l->cols, label, ROLE_TEXT);
    return x;
}

static void draw_header(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    int x = l->left + 1, right = l->left + l->cols - 1;
    bool counted = paged(scene) || (scene->game && scene->game->phase != PHASE_INTRO);
    if (counted && scene->cursor.overlay != OVERLAY_HELP)
        right = draw_progress(frame, scene, l) - 2;
    x += view_put(frame, scene, x, l->top, right - x, scene_title(scene), ROLE_TITLE) + 2;
    bool unkept = scene->unkept || (scene->game && scene->game->unsaved);
    if (unkept && x + text_width(_("not saved")) <= right)
        view_put(frame, scene, x, l->top, right - x, _("not saved"), ROLE_NOTICE);
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

/* Fills a page with the screens that are one; false for a card or verdict. */
static bool make_page(const struct scene *scene, struct page *page)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        content_help(scene, page);
    else if (scene->cursor.overlay == OVERLAY_LEAVE)
        content_leaving(scene, page);
    else if (paged(scene))
        content_paged(scene, page);
    else if (!scene->game)
        content_menu(scene, page);
    else if (scene->game->phase == PHASE_INTRO)
        content_intro(scene, page);
    else if (scene->game->phase == PHASE_PRINCIPLE)
        content_principle(scene, page);
    else if (scene->game->phase == PHASE_RULE)
        content_rule(scene, page);
    else if (scene->game->phase == PHASE_NOT_STORED)
        content_not_stored(scene, page);
    else if (scene->game->phase == PHASE_RESULT)
        content_result(scene, page);
    else
        return false;
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
    page_draw(&page, frame, l->left + 1, l->footer - rows, cols, rows, 0);
    int overlap = l->body.y + l->body.rows - (l->footer - rows);
    l->body.rows -= overlap > 0 ? overlap : 0;
    page_free(&page);
}

/* Scrolls a menu so that its marked item is in sight. */
static void follow_focus(struct scene *scene, const struct page *page, struct area area)
{
    int focus = page_focus(page, area.cols);
    if (focus < 0)
        return;
    if (focus < scene->cursor.scroll)
        scene->cursor.scroll = focus;
    if (focus >= scene->cursor.scroll + area.rows)
        scene->cursor.scroll = focus - area.rows + 1;
}

static void draw_too_small(struct frame *frame, const struct scene *scene, int cols, int rows)
{
    char text[LABEL_SIZE];
    snprintf(text, sizeof text, _("smquiz needs %d × %d; this is %d × %d."), VIEW_COLS_MIN,
             VIEW_ROWS_MIN, cols, rows);
    struct page page;
    page_init(&page, scene->charset);
    page_add(&page, ROLE_TEXT, text);
    page_draw(&page, frame, 0, 0, cols > 2 ? cols : 2, rows, 0);
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
    struct layout l = lay_out(cols, rows);
    draw_notice(frame, scene, &l);
    struct page page;
    page_init(&page, scene->charset);
    bool more;
    if (make_page(scene, &page)) {
        follow_focus(scene, &page, l.body);
        more = view_page(frame, scene, l.body, &page);
    } else {
        more = view_card(frame, scene, l.body);
    }
    page_free(&page);
    draw_header(frame, scene, &l);
    view_footer(frame, scene, (struct area){l.left + 1, l.footer, l.cols - 2, 1}, more);
    if (scene->cursor.overlay == OVERLAY_FLAG)
        draw_typing(frame, scene, &l);
}
