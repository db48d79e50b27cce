/* A front end around the scripted one that watches what every script shows: the cursor is always
 * on text, or where a line is typed; a frame comes as the answer to a key and never by itself,
 * unless cards slide, a clock shows or others' answers arrive; and no colour says what is not said
 * without it. */
#ifndef SMQ_TESTS_SCREENS_WATCHED_H
#define SMQ_TESTS_SCREENS_WATCHED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "app/app.h"
#include "core/game_query.h"
#include "core/hash.h"
#include "screens/bare.h"

enum { WATCHED_SIGHTS = 1 << 15 };

/* What was seen by one who sees no colours, and what roles it had. */
struct watched_sight {
    uint64_t bare, roles;
};

struct watched {
    struct ui ui; /* first, so that the one pointer is the other */
    struct ui_ops ops;
    struct ui *inner;
    const struct app *app;
    bool started, by_itself; /* since the last input: whether there was one; nobody typed it */
    int frames;
    unsigned context;
    struct watched_sight *sights; /* WATCHED_SIGHTS of them, those of all scripts of a program */
};

/* Whether something may move on this screen without a key. */
static inline bool watched_moves(const struct watched *w)
{
    const struct scene *scene = &w->app->scene;
    bool clock = scene->clock && scene->game && game_deadline(scene->game) != GAME_NO_DEADLINE;
    bool others = scene->screen == SCREEN_WATCH || (w->app->session && scene->menu);
    return w->app->motion || clock || others;
}

/* Whatever looks the same without colours has the same roles, in all frames. */
static inline void watched_compare(struct watched *w, const struct frame *frame)
{
    struct str bare = {0};
    uint64_t roles = HASH_START;
    bare_write(frame, &bare);
    for (int i = 0; i < frame->width * frame->height; i++)
        roles = hash_bytes(roles, &(enum role){bare_role(&frame->cells[i])}, sizeof(enum role));
    uint64_t sight = hash_bytes(HASH_START, bare.data, bare.len);
    size_t at = sight % WATCHED_SIGHTS;
    while (w->sights[at].bare != 0 && w->sights[at].bare != sight)
        at = (at + 1) % WATCHED_SIGHTS;
    if (w->sights[at].bare != 0 && w->sights[at].roles != roles) {
        str_clear(&bare);
        frame_write(frame, &bare);
        frame_write_roles(frame, &bare);
        fail_msg("something is said by colour alone:\n%s", str_text(&bare));
    }
    w->sights[at] = (struct watched_sight){sight, roles};
    str_free(&bare);
}

/* The cursor is in sight, and on text unless it waits for more of a line that is typed. */
static inline void watched_cursor(const struct watched *w, const struct frame *frame)
{
    const struct cursor *cursor = &w->app->scene.cursor;
    bool typing = cursor->overlay == OVERLAY_FLAG || cursor->typed[0];
    assert_in_range(frame->cursor_x, 0, frame->width - 1);
    assert_in_range(frame->cursor_y, 0, frame->height - 1);
    const struct cell *cell = &frame->cells[frame->cursor_y * frame->width + frame->cursor_x];
    if (!typing && (cell->cols == 0 || strcmp(cell->text, " ") == 0))
        fail_msg("the cursor is on nothing, at %d, %d", frame->cursor_x, frame->cursor_y);
}

static inline void watched_show_frame(struct ui *ui, const struct frame *frame)
{
    struct watched *w = (struct watched *)ui;
    w->frames++;
    watched_cursor(w, frame);
    if (w->started && w->frames > 1)
        fail_msg("%d frames for one key", w->frames);
    /* the end of a time that was set is told, whether its clock shows or not */
    if (w->started && w->by_itself && !watched_moves(w) && frame->context == w->context)
        fail_msg("a frame that nobody asked for");
    w->context = frame->context;
    watched_compare(w, frame);
    w->inner->ops->show_frame(w->inner, frame);
}

/* Whoever does not want to wait for ever is woken at once, before each key. */
static inline struct input watched_next(struct ui *ui, int timeout_ms)
{
    struct watched *w = (struct watched *)ui;
    bool wakes = timeout_ms >= 0 && !w->by_itself && !watched_moves(w) && !w->ops.takes_lines;
    struct input input = {.kind = INPUT_TIMEOUT};
    if (!wakes)
        input = w->inner->ops->next(w->inner, timeout_ms);
    w->started = true;
    w->by_itself = input.kind == INPUT_TIMEOUT;
    w->frames = 0;
    return input;
}

static inline void watched_size(struct ui *ui, int *cols, int *rows)
{
    struct watched *w = (struct watched *)ui;
    w->inner->ops->size(w->inner, cols, rows);
}

static inline void watched_show_lines(struct ui *ui, const char *lines, unsigned context)
{
    struct watched *w = (struct watched *)ui;
    w->inner->ops->show_lines(w->inner, lines, context);
}

static inline void watched_bell(struct ui *ui)
{
    struct watched *w = (struct watched *)ui;
    w->inner->ops->bell(w->inner);
}

static inline void watched_close(struct ui *ui)
{
    struct watched *w = (struct watched *)ui;
    w->inner->ops->close(w->inner);
}

/* Puts *w around the app's front end; `sights` lives as long as the program. */
static inline void watch_app(struct watched *w, struct app *app, struct watched_sight *sights)
{
    *w = (struct watched){.inner = app->ui, .app = app, .sights = sights};
    w->ops = (struct ui_ops){.takes_lines = app->ui->ops->takes_lines,
                             .size = watched_size,
                             .show_frame = watched_show_frame,
                             .show_lines = watched_show_lines,
                             .next = watched_next,
                             .bell = watched_bell,
                             .close = watched_close};
    w->ui.ops = &w->ops;
    app->ui = &w->ui;
}

#endif
