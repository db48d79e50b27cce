/* The header: what this screen is, how far one has come, and the time left. */
#include "core/view_header.h"

#include "core/bar.h"
#include "core/content_paged.h"
#include "core/content_show.h"
#include "core/game_board.h"
#include "core/game_query.h"
#include "core/number.h"

enum {
    BAR_WIDE = 18,
    BAR_NARROW = 8,
    GAP = 2,
    MS_A_SECOND = 1000,
    SECONDS_A_MINUTE = 60,
    MINUTES_AN_HOUR = 60
};

static void draw_bar(struct frame *frame, const struct scene *scene, int x, int y, int cols,
                     int done, int length)
{
    struct str bar = {0};
    bar_add(&bar, done, length, cols);
    view_put(frame, scene, x, y, cols, str_text(&bar), ROLE_DIM);
    str_free(&bar);
}

static const char *title(const struct scene *scene)
{
    if (scene->cursor.overlay == OVERLAY_HELP)
        return _("Help");
    if (scene_paged(scene))
        return content_paged_title(scene);
    if (!scene->game && scene->screen == SCREEN_SHOW)
        return content_show_title(scene);
    if (!scene->game)
        return str_text(&scene->menu->title);
    int principle = bank_find_principle(scene->bank, scene->game->rules.principles);
    return principle >= 0 && scene->game->rules.mode == MODE_PRACTICE
               ? scene->bank->principles[principle].title
               : _(mode_info(scene->game->rules.mode)->title);
}

/* How many misses a run still bears, where it ends with so many. */
static void describe_lives(const struct scene *scene, struct str *out)
{
    const struct game *game = scene->game;
    int lives = game_lives(game, scene->bank), most = mode_info(game->rules.mode)->lives;
    str_add(out, most ? "  " : "");
    for (int i = 0; i < most; i++)
        str_add(out, i < lives ? "●" : "○");
}

/* Appends how far one has come in words, and sets what the bar shows; *length 0: no bar. */
static void describe_way(const struct scene *scene, struct str *out, int *done, int *length)
{
    const struct game *game = scene->game;
    if (scene_paged(scene)) {
        *length = content_paged_count(scene);
        *done = scene->cursor.selected + 1;
        str_addf(out, _("%d of %d"), *done, *length);
        return;
    }
    if (!game) {
        content_show_way(scene, done, length);
        if (*length)
            str_addf(out, _("%d of %d"), *done, *length);
        return;
    }
    *length = game_length(game);
    *done = game->phase == PHASE_BOARD ? game_board_placed(game) : game_answered(game);
    if (mode_info(game->rules.mode)->climbs)
        str_addf(out, _("step %d"), game_answered(game) - game_misses(game, scene->bank));
    else if (mode_info(game->rules.mode)->seconds)
        number_net(out, game_net(game, scene->bank), false);
    else if (game->rules.mode == MODE_EXAM && game->rules.adaptive)
        str_addf(out, _("%d of at most %d"), *done + (game->phase == PHASE_CARD), *length);
    else
        str_addf(out, _("%d of %d"), *done + (game->phase == PHASE_CARD), *length);
    describe_lives(scene, out);
}

/* The time left as m:ss or h:mm:ss; nothing where no clock shows. */
static void describe_clock(const struct scene *scene, struct str *out)
{
    int64_t deadline = game_deadline(scene->game);
    if (!scene->clock || deadline == GAME_NO_DEADLINE)
        return;
    int64_t left = deadline - scene->now.mono_ms;
    /* a second begun shows as a whole one, so that 0:00 means the end */
    int seconds = left > 0 ? (int)((left + MS_A_SECOND - 1) / MS_A_SECOND) : 0;
    int minutes = seconds / SECONDS_A_MINUTE, hours = minutes / MINUTES_AN_HOUR;
    if (hours)
        str_addf(out, "%d:%02d:%02d", hours, minutes % MINUTES_AN_HOUR, seconds % SECONDS_A_MINUTE);
    else
        str_addf(out, "%d:%02d", minutes, seconds % SECONDS_A_MINUTE);
}

/* The way and the clock at the right end, and a bar where the title has room beside it, too;
 * returns the column they begin at. */
static int draw_way(struct frame *frame, const struct scene *scene, struct area area, bool wide)
{
    struct str way = {0}, clock = {0};
    int done = 0, length = 0, x = area.x + area.cols, bar = wide ? BAR_WIDE : BAR_NARROW;
    describe_way(scene, &way, &done, &length);
    if (scene->game)
        describe_clock(scene, &clock);
    int way_cols = view_width(scene, str_text(&way));
    int clock_cols = clock.len ? view_width(scene, str_text(&clock)) + GAP : 0;
    int title_room = area.cols - way_cols - clock_cols - GAP;
    int title_cols = view_width(scene, title(scene));
    if (length > 0 && (title_cols <= title_room - bar - GAP || title_cols > title_room)) {
        x -= bar;
        draw_bar(frame, scene, x, area.y, bar, done, length);
        x -= GAP;
    }
    if (clock.len) {
        x -= clock_cols - GAP;
        view_put(frame, scene, x, area.y, area.cols, str_text(&clock), ROLE_STRONG);
        x -= GAP;
    }
    x -= way_cols;
    view_put(frame, scene, x, area.y, area.cols, str_text(&way), ROLE_TEXT);
    str_free(&way);
    str_free(&clock);
    return x;
}

void view_header(struct frame *frame, const struct scene *scene, struct area area, bool wide)
{
    int x = area.x, right = area.x + area.cols;
    bool showing = !scene->game && scene->screen == SCREEN_SHOW;
    bool under_way =
        showing || scene_paged(scene) || (scene->game && scene->game->phase != PHASE_INTRO);
    if (under_way && scene->cursor.overlay != OVERLAY_HELP)
        right = draw_way(frame, scene, area, wide) - GAP;
    x += view_put(frame, scene, x, area.y, right - x, title(scene), ROLE_TITLE) + GAP;
    bool unkept =
        scene->unkept || (scene->game && scene->game->unsaved) || (showing && scene->show->unsaved);
    if (unkept && x + view_width(scene, _("not saved")) <= right)
        view_put(frame, scene, x, area.y, right - x, _("not saved"), ROLE_NOTICE);
}
