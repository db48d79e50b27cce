/* The live board of a session. */
#include "app/watch.h"

#include <stdio.h>

enum { NOTICE_SIZE = 160, MS_A_MINUTE = 60 * 1000, MINUTES_A_DAY = 24 * 60, SUMMARY_MS = 5000 };

/* A board at a front end. */
struct board {
    struct app *app;
    const struct watching *watching;
    struct watch watch;
    struct shared_runs runs; /* which the board borrows from */
    struct now read;         /* when what shows was read */
    bool away;               /* the last look failed */
    bool waiting;            /* among lines: something changed that was not told yet */
    int64_t looked_mono_ms, told_mono_ms;
    int64_t minute; /* that shows, for how long ago people were seen */
    char notice[NOTICE_SIZE];
};

static bool take_run(const struct shared_run *run, void *context)
{
    shared_runs_add(context, run);
    return true;
}

/* Reads everything anew. */
static bool read_all(struct board *board, struct err *e)
{
    struct app *app = board->app;
    struct share *share = board->watching->share;
    struct shared_runs runs = {0};
    struct faults refused = {0};
    struct share_state state;
    struct str text = {0};
    bool read = share->ops->fetch(share, app->session->code, &text, &state, e) &&
                share->ops->each_run(share, app->session->code, take_run, &runs, &refused, e);
    if (read) {
        live_board_free(&board->watch.board);
        shared_runs_free(&board->runs);
        board->runs = runs;
        live_board_of(app->session, &board->runs, &board->watch.board);
        board->watch.open = state.open;
        board->watch.self_paced = state.self_paced;
        board->watch.refused = (int)refused.len;
        board->read = app_now(app);
        board->watch.any = true;
    } else {
        shared_runs_free(&runs);
    }
    faults_free(&refused);
    str_free(&text);
    return read;
}

/* Says that the place cannot be reached, and from when what shows is. */
static void say_away(struct board *board)
{
    int64_t minutes = board->read.utc_ms / MS_A_MINUTE + board->read.utc_offset_min;
    int of_day = (int)(minutes % MINUTES_A_DAY);
    if (board->watch.any)
        snprintf(board->notice, sizeof board->notice,
                 _("The place cannot be reached; what shows is from %d:%02d."), of_day / 60,
                 of_day % 60);
    else
        snprintf(board->notice, sizeof board->notice, "%s",
                 _("The place cannot be reached; it is tried again."));
}

/* Looks whether anything changed and reads it then; whether there is something new to show. */
static bool look(struct board *board)
{
    struct app *app = board->app;
    struct share *share = board->watching->share;
    bool changed = false, was_away = board->away;
    board->looked_mono_ms = app_now(app).mono_ms;
    bool reached = share->ops->changed(share, app->session->code, &changed, &app->err);
    /* what a failed look missed is read even if nothing changes after it */
    if (reached && (changed || was_away))
        reached = read_all(board, &app->err);
    board->away = !reached;
    if (reached)
        board->notice[0] = '\0';
    else if (!was_away)
        say_away(board);
    return changed || board->away != was_away;
}

static void tell(struct board *board)
{
    board->told_mono_ms = app_now(board->app).mono_ms;
    board->minute = app_now(board->app).utc_ms / MS_A_MINUTE;
    board->waiting = false;
    app_show(board->app);
}

/* Shows what is new when it is time for that. */
static void tell_news(struct board *board, bool news)
{
    struct app *app = board->app;
    struct now now = app_now(app);
    bool lines = app->ui->ops->takes_lines;
    board->waiting = board->waiting || news;
    if (lines && now.mono_ms - board->told_mono_ms < SUMMARY_MS)
        return;
    if (board->waiting || (!lines && now.utc_ms / MS_A_MINUTE != board->minute))
        tell(board);
}

static int until_next_look(const struct board *board)
{
    int64_t left = board->looked_mono_ms + board->watching->look_ms - app_now(board->app).mono_ms;
    return left < 0 ? 0 : left > board->watching->look_ms ? board->watching->look_ms : (int)left;
}

static enum outcome loop(struct board *board)
{
    struct app *app = board->app;
    enum outcome outcome = OUTCOME_DONE;
    tell(board);
    for (;;) {
        struct intent intent = app_next(app, until_next_look(board), &outcome);
        if (outcome != OUTCOME_DONE || intent.want == WANT_DONE)
            return outcome;
        if (intent.want == WANT_PLAIN && app->go_plain)
            app->go_plain(app);
        if (intent.want == WANT_REDRAW || intent.want == WANT_REPAINT || intent.want == WANT_PLAIN)
            tell(board);
        else if (intent.want != WANT_WAITED)
            app_refuse(app);
        if (until_next_look(board) == 0)
            tell_news(board, look(board));
    }
}

enum outcome watch_run(struct app *app, const struct watching *watching)
{
    struct board board = {.app = app,
                          .watching = watching,
                          .watch = {.join = watching->join, .names = watching->names}};
    enum outcome outcome = OUTCOME_DONE;
    board.watch.open = PART_NONE;
    board.watch.notice = board.notice;
    app->scene.game = NULL;
    app->scene.menu = NULL;
    app->scene.screen = SCREEN_WATCH;
    app->scene.session = app->session;
    app->scene.watch = &board.watch;
    app->scene.cursor = (struct cursor){0};
    app->scene.at_end = !app->interactive;
    look(&board);
    if (app->interactive)
        outcome = loop(&board);
    else if (board.away)
        outcome = OUTCOME_FAILED;
    else
        tell(&board);
    app->scene.screen = SCREEN_MENU;
    app->scene.watch = NULL;
    live_board_free(&board.watch.board);
    shared_runs_free(&board.runs);
    return outcome;
}
