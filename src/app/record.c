/* Keeping what happens in a run, and finding it again. */
#include "app/record.h"

#include <string.h>

#include "app/earlier.h"
#include "core/bank_fingerprint.h"
#include "core/game_query.h"
#include "core/game_resume.h"

static void write_items(const struct bank *bank, const struct game *game, struct str *out)
{
    for (int i = 0; game->planned && i < game->plan_count; i++) {
        str_add(out, i ? " " : "");
        str_add(out, bank->activities[game->plan[i]].ref);
    }
}

void record_begin(struct record *record, struct app *app, const struct game *game, uint64_t seed)
{
    struct now now = app_now(app);
    *record = (struct record){0};
    rules_write(&game->rules, &record->rules);
    write_items(app->bank, game, &record->items);
    record->run = (struct run){
        .mode = mode_info(game->rules.mode)->id,
        .rules = str_text(&record->rules),
        .seed = seed,
        .bank = app->bank->id,
        .fingerprint = bank_fingerprint(app->bank),
        .items = str_text(&record->items),
        .session = app->session ? app->session->code : "",
        .part = app->session ? part_id(app->part) : "",
        .started_utc_ms = now.utc_ms,
        .utc_offset_min = now.utc_offset_min,
    };
    uuid7(record->run.id, now.utc_ms, &app->ids);
    memcpy(record->run.learner, app->learner.id, UUID_SIZE);
}

void record_resume(struct record *record, const struct run_log *log)
{
    *record = (struct record){.run = log->run, .run_stored = true};
}

void record_free(struct record *record)
{
    str_free(&record->rules);
    str_free(&record->items);
    str_free(&record->activity);
}

/* Makes the event of what is pending; its texts live in the record. */
static void make_event(struct record *record, struct app *app, const struct game *game)
{
    const struct pending *pending = &game->pending;
    struct event *event = &record->event;
    str_clear(&record->activity);
    memcpy(record->note, pending->note, sizeof record->note);
    *event = (struct event){
        .sequence = pending->sequence,
        .kind = pending->kind,
        .keyed = SIDE_NONE,
        .choice = SIDE_NONE,
        .utc_ms = pending->utc_ms,
        .utc_offset_min = pending->utc_offset_min,
        .note = record->note,
    };
    uuid7(event->id, pending->utc_ms, &app->ids);
    memcpy(event->run, record->run.id, UUID_SIZE);
    if (pending->card >= 0) {
        const struct card *card = &game->cards[pending->card];
        const struct activity *activity = &app->bank->activities[card->activity];
        str_addf(&record->activity, "%s:%s", app->bank->id, activity->ref);
        event->wording = activity->wording;
        event->keyed = activity->side;
        if (pending->kind == EVENT_ANSWER) {
            event->choice = card->choice;
            event->sure = card->sure;
            event->elapsed_ms = card->elapsed_ms;
        }
    }
    event->activity = str_text(&record->activity);
}

bool record_pending(struct record *record, struct app *app, const struct game *game)
{
    if (game->unsaved)
        return true;
    if (record->event.sequence != game->pending.sequence)
        make_event(record, app, game);
    bool first = !record->run_stored;
    if (!app->store->ops->append(app->store, first ? &app->learner : NULL,
                                 first ? &record->run : NULL, &record->event, &app->err))
        return false;
    record->run_stored = true;
    return true;
}

bool record_load_history(struct app *app, const char *except, struct err *e)
{
    struct earlier earlier = {0};
    bool ok = earlier_read(&earlier, app->store, app->learner.id, except, e);
    history_free(&app->history);
    earlier_history(&earlier, app->bank, &app->history);
    earlier_free(&earlier);
    return ok;
}

void record_add_history(const struct record *record, struct app *app, const struct game *game)
{
    struct now now = app_now(app);
    struct past_run run = {
        .mode = game->rules.mode,
        .end = game->phase == PHASE_RESULT ? run_end_from_id(game->pending.note) : RUN_OPEN,
        .length = game->rules.length,
        .pass = game->rules.pass,
        .day = game->rules.day,
        .adaptive = game->rules.adaptive,
        .started_utc_ms = record->run.started_utc_ms,
        .utc_offset_min = record->run.utc_offset_min,
    };
    history_begin_run(&app->history, &run);
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        if (!card->answered)
            continue;
        struct past past = {
            .activity = card->activity,
            .wording = app->bank->activities[card->activity].wording,
            .keyed_then = app->bank->activities[card->activity].side,
            .graded = game_graded(game, app->bank, card),
            .utc_ms = now.utc_ms,
            .utc_offset_min = now.utc_offset_min,
        };
        history_add(&app->history, past);
    }
}

bool record_find_open(struct app *app, struct run_log *log, bool *found, struct err *e)
{
    return app->store->ops->open_run(app->store, app->learner.id, app->bank->id, log, found, e);
}

/* Reads the fixed items of a run into a plan; items the bank no longer has are passed over. */
static int read_items(const struct bank *bank, const char *items, int *plan)
{
    struct str ref = {0};
    int count = 0;
    while (*items && count < GAME_CARDS_MAX) {
        size_t len = strcspn(items, " ");
        str_clear(&ref);
        str_addn(&ref, items, len);
        int activity = bank_find_activity(bank, str_text(&ref));
        if (activity >= 0)
            plan[count++] = activity;
        items += len + (items[len] == ' ');
    }
    str_free(&ref);
    return count;
}

bool record_replay(const struct app *app, const struct run_log *log, struct game *game)
{
    enum mode mode;
    struct rules rules;
    int plan[GAME_CARDS_MAX];
    if (!mode_from_id(log->run.mode, &mode) || !rules_read(log->run.rules, mode, &rules))
        return false;
    int count = read_items(app->bank, log->run.items, plan);
    struct now now = app_now(app);
    game_start(game, &rules, log->run.seed, *log->run.items ? plan : NULL, count, app->bank,
               &app->history, now);
    game_resume(game, app->bank, &app->history, log->events, log->count, log->run.started_utc_ms,
                now);
    return true;
}
