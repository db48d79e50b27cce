/* A session on a projector: the loop, and keeping the hands. */
#include "app/show.h"

#include <string.h>

#include "core/bank_fingerprint.h"

enum { UNSENT_MS = 1000 }; /* between two looks at what is still to be sent */

/* A show at a front end, and its run as the log will know it. */
struct showing {
    struct app *app;
    struct show show;
    struct run run;
    struct str items, activity;
    struct run_log log; /* what a show taken up was, which the run borrows from */
    bool run_stored, over;
    bool unsent;        /* hands that are kept are still to be sent */
    struct event event; /* the last one made; used again when storing is tried again */
};

/* The newest show of the session goes on, even from its last page: there is one a session. */
static bool take_log(const struct run_log *log, const struct learner *learner, void *context)
{
    struct showing *showing = context;
    (void)learner;
    if (strcmp(log->run.mode, SHARED_MODE_ROOM) != 0)
        return true;
    run_log_free(&showing->log);
    showing->log.run = run_copy(&log->run, &showing->log.arena);
    showing->log.count = log->count;
    showing->log.events =
        arena_alloc(&showing->log.arena, (log->count + 1) * sizeof *showing->log.events);
    for (size_t i = 0; i < log->count; i++)
        showing->log.events[i] = event_copy(&log->events[i], &showing->log.arena);
    showing->run_stored = true;
    return true;
}

static void begin_run(struct showing *showing)
{
    struct app *app = showing->app;
    const struct session_items *items = show_items(app->session);
    struct now now = app_now(app);
    for (int i = 0; i < items->count; i++)
        str_addf(&showing->items, "%s%s", i ? " " : "",
                 app->bank->activities[items->activities[i]].ref);
    str_add(&showing->items, "");
    showing->run = (struct run){
        .mode = SHARED_MODE_ROOM,
        .rules = "",
        .bank = app->bank->id,
        .fingerprint = bank_fingerprint(app->bank),
        .items = str_text(&showing->items),
        .session = app->session->code,
        .part = part_id(PART_PRACTICE),
        .started_utc_ms = now.utc_ms,
        .utc_offset_min = now.utc_offset_min,
    };
    uuid7(showing->run.id, now.utc_ms, &app->ids);
    memcpy(showing->run.learner, app->learner.id, UUID_SIZE);
}

static bool begin(struct showing *showing)
{
    struct app *app = showing->app;
    if (!app->store->ops->each_session_run(app->store, app->session->code, app->learner.id,
                                           take_log, showing, &app->err))
        return false;
    show_start(&showing->show, app->session);
    if (showing->run_stored) {
        showing->run = showing->log.run;
        show_resume(&showing->show, app->session, showing->log.events, showing->log.count);
    } else {
        begin_run(showing);
    }
    return true;
}

/* Makes the event of what is pending. */
static void make_event(struct showing *showing)
{
    struct app *app = showing->app;
    const struct show_pending *pending = &showing->show.pending;
    struct event *event = &showing->event;
    struct now now = app_now(app);
    str_clear(&showing->activity);
    str_add(&showing->activity, "");
    *event = (struct event){
        .sequence = pending->sequence,
        .kind = pending->kind,
        .keyed = SIDE_NONE,
        .choice = SIDE_NONE,
        .utc_ms = now.utc_ms,
        .utc_offset_min = now.utc_offset_min,
        .note = pending->kind == EVENT_END ? "done" : "",
    };
    uuid7(event->id, now.utc_ms, &app->ids);
    memcpy(event->run, showing->run.id, UUID_SIZE);
    if (pending->card >= 0) {
        const struct activity *activity =
            &app->bank->activities[show_items(app->session)->activities[pending->card]];
        str_addf(&showing->activity, "%s:%s", app->bank->id, activity->ref);
        event->wording = activity->wording;
        event->keyed = activity->side;
        if (pending->kind == EVENT_ANSWER) {
            event->choice = pending->choice;
            event->sure = true;
        }
    }
    event->activity = str_text(&showing->activity);
}

static bool store_pending(struct showing *showing)
{
    struct app *app = showing->app;
    bool first = !showing->run_stored;
    if (showing->event.sequence != showing->show.pending.sequence)
        make_event(showing);
    if (!app->store->ops->append(app->store, first ? &app->learner : NULL,
                                 first ? &showing->run : NULL, &showing->event, &app->err))
        return false;
    showing->run_stored = true;
    return true;
}

/* Carries a move out, storing what it leaves pending; returns what is left to do. */
static unsigned apply(struct showing *showing, const struct show_move *move)
{
    struct app *app = showing->app;
    unsigned effects = show_apply(&showing->show, app->session, move), all = effects;
    while (effects & SHOW_EFFECT_RECORD) {
        bool stored = store_pending(showing);
        struct show_move became = {.kind = stored ? SHOW_MOVE_STORED : SHOW_MOVE_NOT_STORED};
        app->scene.failure = stored ? "" : app->err.text;
        effects = show_apply(&showing->show, app->session, &became);
        all |= effects;
    }
    return all;
}

static void make_move(struct showing *showing, const struct show_move *move)
{
    struct app *app = showing->app;
    struct show_at before = showing->show.at;
    unsigned effects = apply(showing, move);
    struct show_at after = showing->show.at;
    if ((effects & SHOW_EFFECT_BELL) && !(effects & SHOW_EFFECT_REDRAW))
        app_refuse(app);
    else if (effects & SHOW_EFFECT_BELL)
        app->ui->ops->bell(app->ui);
    if (effects & SHOW_EFFECT_SHARE && app->share) {
        app->share(app);
        showing->unsent = true;
    }
    showing->over = (effects & SHOW_EFFECT_OVER) != 0;
    if (showing->over || !(effects & SHOW_EFFECT_REDRAW))
        return;
    if (after.step != before.step || after.number != before.number || after.told != before.told)
        app->scene.cursor = (struct cursor){0};
    app->scene.cursor.told = false;
    app_show(app);
}

static void follow(struct showing *showing, const struct intent *intent)
{
    struct app *app = showing->app;
    switch (intent->want) {
    case WANT_SHOW:
        make_move(showing, &intent->show);
        break;
    case WANT_REDRAW:
    case WANT_REPAINT:
        app_show(app);
        break;
    case WANT_PLAIN:
        if (app->go_plain && app->go_plain(app))
            app_show(app);
        break;
    case WANT_DONE:
        showing->over = true;
        break;
    case WANT_WAITED:
        break;
    default:
        app_refuse(app);
        break;
    }
}

/* Whether storing failed and nobody is there to decide. */
static bool is_stuck(const struct showing *showing)
{
    return showing->show.at.step == SHOW_NOT_STORED && !showing->app->interactive;
}

static enum outcome loop(struct showing *showing)
{
    struct app *app = showing->app;
    enum outcome outcome = OUTCOME_DONE;
    app_show(app);
    while (outcome == OUTCOME_DONE && !showing->over) {
        struct intent intent = app_next(app, showing->unsent ? UNSENT_MS : -1, &outcome);
        if (intent.want == WANT_WAITED)
            showing->unsent = app->share_rest(app);
        else if (outcome == OUTCOME_DONE)
            follow(showing, &intent);
        if (outcome == OUTCOME_DONE && is_stuck(showing))
            return OUTCOME_FAILED;
    }
    return outcome;
}

enum outcome show_run(struct app *app)
{
    struct showing showing = {.app = app};
    enum outcome outcome = OUTCOME_FAILED;
    app->scene.game = NULL;
    app->scene.menu = NULL;
    app->scene.screen = SCREEN_SHOW;
    app->scene.session = app->session;
    app->scene.show = &showing.show;
    app->scene.cursor = (struct cursor){0};
    app->scene.failure = "";
    app->scene.at_end = !app->interactive;
    if (begin(&showing))
        outcome = loop(&showing);
    app->scene.screen = SCREEN_MENU;
    app->scene.show = NULL;
    run_log_free(&showing.log);
    str_free(&showing.items);
    str_free(&showing.activity);
    return outcome;
}
