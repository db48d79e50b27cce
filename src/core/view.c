/* The frame renderer: header, body, footer; and what to say when the screen is too small. */
#include "core/view.h"

#include <stdio.h>

#include "core/content.h"
#include "core/content_result.h"
#include "core/view_card.h"

enum {
    WIDE_COLS = 60,      /* from here on there is a margin and a long progress bar */
    TALL_ROWS = 16,      /* from here on there are empty rows round the body */
    CONTENT_COLS = 84,   /* wider screens keep the text in a column a person can read */
    CONTENT_ROWS = 26,   /* taller ones do not push header and footer apart */
    BAR_WIDE = 18,
    BAR_NARROW = 8,
    HINTS_MAX = 8,
    HINT_GAP = 4,
    LABEL_SIZE = 128
};

/* Where things go at this size. */
struct layout {
    int left, cols;       /* of everything */
    int top, footer;      /* rows of header and footer */
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
    l.body = (struct area){.x = l.left + margin, .y = l.top + (tall ? 2 : 1),
                           .cols = l.cols - 2 * margin};
    l.body.rows = l.footer - (tall ? 1 : 0) - l.body.y;
    return l;
}

/* Draws a text adapted to the charset; returns its columns. */
static int put(struct frame *frame, const struct scene *scene, int x, int y, int cols,
               const char *text, enum role role)
{
    struct str s = {0};
    text_adapt(&s, text, scene->charset);
    int drawn = frame_put(frame, x, y, cols, str_text(&s), role);
    str_free(&s);
    return drawn;
}

/* Eighths are too fine for a glance: the bar counts in halves of a cell. */
static void draw_bar(struct frame *frame, const struct scene *scene, int x, int y, int cols,
                     int done, int length)
{
    int halves = length > 0 ? done * cols * 2 / length : 0;
    for (int i = 0; i < cols; i++) {
        const char *cell = halves >= 2 * (i + 1) ? "█" : halves == 2 * i + 1 ? "▌" : "░";
        put(frame, scene, x + i, y, 1, cell, ROLE_DIM);
    }
}

static const char *scene_title(const struct scene *scene)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        return _("Help");
    if (!scene->game)
        return str_text(&scene->menu->title);
    return _(mode_info(scene->game->rules.mode)->title);
}

/* "7 of 12" and its bar, at the right end of the header. */
static void draw_progress(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    const struct game *game = scene->game;
    int length = game_length(game), done = game_answered(game);
    bool open = game->phase == PHASE_CARD;
    char label[LABEL_SIZE];
    snprintf(label, sizeof label, _("%d of %d"), done + open, length);
    int bar = l->wide ? BAR_WIDE : BAR_NARROW;
    int right = l->left + l->cols - 1;
    draw_bar(frame, scene, right - bar, l->top, bar, done, length);
    put(frame, scene, right - bar - 2 - text_width(label), l->top, l->cols, label, ROLE_TEXT);
}

static void draw_header(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    int x = l->left + 1;
    x += put(frame, scene, x, l->top, l->cols - 2, scene_title(scene), ROLE_TITLE);
    if (scene->unkept || (scene->game && scene->game->unsaved))
        put(frame, scene, x + 2, l->top, l->cols, _("not saved"), ROLE_NOTICE);
    if (scene->game && scene->game->phase != PHASE_INTRO && scene->cursor.overlay != OVERLAY_HELP)
        draw_progress(frame, scene, l);
}

struct hint {
    enum action action;
    const char *key, *label;
    bool minor; /* left out first where there is no room */
};

/* The hints of this screen, in the order they are shown; returns how many. */
static int collect_hints(const struct scene *scene, bool more, struct hint *hints)
{
    int n = 0;
    unsigned context = scene_context(scene);
    bool strikes = scene->game && mode_info(scene->game->rules.mode)->strikes;
    if (context & CONTEXT_TYPING) {
        hints[n++] = (struct hint){ACTION_NEXT, "Enter", _("keep the flag"), false};
        hints[n++] = (struct hint){ACTION_QUIT, "Esc", _("cancel"), false};
        return n;
    }
    if (context & CONTEXT_CARD)
        hints[n++] = (struct hint){ACTION_UNSURE, _("space"), _("not sure"), false};
    if (context & CONTEXT_RUN && strikes)
        hints[n++] = (struct hint){ACTION_STRIKE, "u", _("strike out"), true};
    if (context & CONTEXT_RUN)
        hints[n++] = (struct hint){ACTION_FLAG, "!", _("flag"), true};
    if (context & CONTEXT_RESULT && scene->game->rules.mode != MODE_FIRST)
        hints[n++] = (struct hint){ACTION_AGAIN, "a", _("misses again"), false};
    if (more || scene->cursor.scroll > 0)
        hints[n++] = (struct hint){ACTION_DOWN, "↓↑", more ? _("more") : _("back"), false};
    if (scene->cursor.overlay != OVERLAY_HELP)
        hints[n++] = (struct hint){ACTION_HELP, "?", _("help"), true};
    if (context & CONTEXT_RUN)
        hints[n++] = (struct hint){ACTION_QUIT, "q", _("end"), false};
    else if (scene->cursor.overlay == OVERLAY_NONE)
        hints[n++] = (struct hint){ACTION_QUIT, "q", _("leave"), true};
    return n;
}

static int hint_cols(const struct hint *hint)
{
    return text_width(hint->key) + 2 + text_width(hint->label);
}

static int draw_hint(struct frame *frame, const struct scene *scene, int x, int y,
                     const struct hint *hint)
{
    int cols = put(frame, scene, x, y, frame->width, hint->key, ROLE_KEY);
    cols += put(frame, scene, x + cols, y, frame->width, ": ", ROLE_DIM);
    cols += put(frame, scene, x + cols, y, frame->width, hint->label, ROLE_DIM);
    frame_hit(frame, x, y, cols, 1, hint->action, 0);
    return cols;
}

/* What Enter does, at the right end of the footer; its label is NULL where Enter has no place. */
static struct hint enter_hint(const struct scene *scene)
{
    struct hint hint = {ACTION_NEXT, _("Enter"), NULL, false};
    if (scene->cursor.overlay == OVERLAY_HELP)
        hint.label = _("back");
    else if (scene->cursor.overlay == OVERLAY_NONE) {
        unsigned context = scene_context(scene);
        if (context & (CONTEXT_VERDICT | CONTEXT_PAGE))
            hint.label = _("next");
        else if (context & CONTEXT_RESULT)
            hint.label = _("done");
        else if (context & CONTEXT_MENU)
            hint.label = _("choose");
    }
    return hint;
}

static void draw_footer(struct frame *frame, const struct scene *scene, const struct layout *l,
                        bool more)
{
    struct hint hints[HINTS_MAX];
    int count = collect_hints(scene, more, hints);
    struct hint enter = enter_hint(scene);
    int room = l->cols - 2 - (enter.label ? hint_cols(&enter) + HINT_GAP : 0);
    int need = 0, gap = HINT_GAP;
    for (int i = 0; i < count; i++)
        need += hint_cols(&hints[i]) + (i ? gap : 0);
    if (need > room) { /* closer together, then without the minor ones */
        need -= (count - 1) * 2;
        gap = 2;
    }
    bool drop = need > room;
    int x = l->left + 1;
    for (int i = 0; i < count; i++)
        if (!drop || !hints[i].minor)
            x += draw_hint(frame, scene, x, l->footer, &hints[i]) + gap;
    if (enter.label)
        draw_hint(frame, scene, l->left + l->cols - 1 - hint_cols(&enter), l->footer, &enter);
}

/* The line a reason is typed in, above the footer. */
static void draw_typing(struct frame *frame, const struct scene *scene, const struct layout *l)
{
    int y = l->footer - 1;
    for (int x = 0; x < frame->width; x++)
        frame_put(frame, x, y, 1, " ", ROLE_TEXT);
    int x = l->left + 1;
    x += put(frame, scene, x, y, l->cols - 2, _("What seems wrong?"), ROLE_NOTICE) + 1;
    struct str typed = {0};
    text_adapt(&typed, scene->cursor.typed, scene->charset);
    const char *tail = str_text(&typed);
    while (text_width(tail) > l->left + l->cols - 2 - x)
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
    else if (!scene->game)
        content_menu(scene, page);
    else if (scene->game->phase == PHASE_INTRO)
        content_intro(scene, page);
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
    draw_footer(frame, scene, &l, more);
    const char *notice = content_notice(scene);
    if (scene->cursor.overlay == OVERLAY_FLAG)
        draw_typing(frame, scene, &l);
    else if (*notice)
        put(frame, scene, l.left + 1, l.footer - 1, l.cols - 2, notice, ROLE_NOTICE);
}
