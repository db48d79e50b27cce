/* Playing runs: the loop that carries the game's effects out. */
#include "app/play.h"

#include "app/record.h"
#include "core/pick.h"
#include "core/view.h"

enum { SLIDE_STEP_MS = 16 };

/* What the player wants after a run. */
enum after { AFTER_DONE, AFTER_AGAIN };

/* One run at the table. */
struct table {
    struct app *app;
    struct game game;
    struct record record;
    enum after after;
    bool over;
    enum outcome outcome;
};

/* Where a game stands: the cursor belongs to one place and begins anew at the next. */
struct place_in_run {
    enum phase phase;
    int card_count;
};

static struct place_in_run place_of(const struct game *game)
{
    return (struct place_in_run){.phase = game->phase, .card_count = game->card_count};
}

static void fresh_cursor(struct table *table, struct place_in_run before)
{
    struct app *app = table->app;
    enum phase phase = table->game.phase;
    if (phase == before.phase && table->game.card_count == before.card_count)
        return;
    app->scene.cursor = (struct cursor){0};
    bool moves = app->motion && !app->ui->ops->takes_lines;
    if (phase == PHASE_VERDICT && before.phase == PHASE_CARD && moves)
        app->scene.cursor.slide = SLIDE_STEPS;
}

static unsigned apply(struct table *table, const struct move *move)
{
    return game_apply(&table->game, table->app->bank, &table->app->history, move,
                      app_now(table->app));
}

/* Stores what is pending and tells the game how that went. */
static unsigned store_pending(struct table *table)
{
    struct app *app = table->app;
    struct move told = {.kind = MOVE_STORED};
    app->scene.failure = "";
    if (!record_pending(&table->record, app, &table->game)) {
        told.kind = MOVE_NOT_STORED;
        app->scene.failure = app->err.text;
        if (!app->interactive) { /* nobody is there to decide: never go on as if it were saved */
            table->over = true;
            table->outcome = OUTCOME_FAILED;
        }
    }
    return apply(table, &told);
}

static void carry_out(struct table *table, unsigned effects, struct place_in_run before)
{
    struct app *app = table->app;
    while ((effects & EFFECT_RECORD) && !table->over) {
        effects &= ~(unsigned)EFFECT_RECORD;
        effects |= store_pending(table);
    }
    if (effects & EFFECT_END)
        record_add_history(app, &table->game);
    fresh_cursor(table, before);
    if (effects & EFFECT_BELL)
        app->ui->ops->bell(app->ui);
    if ((effects & EFFECT_REDRAW) && !table->over)
        app_show(app);
}

static void make_move(struct table *table, const struct move *move)
{
    struct place_in_run before = place_of(&table->game);
    table->app->scene.cursor.told = false;
    carry_out(table, apply(table, move), before);
}

/* One step of the judged card's slide; any input ends it. */
static void slide_on(struct table *table)
{
    table->app->scene.cursor.slide--;
    app_show(table->app);
}

static void follow(struct table *table, const struct intent *intent)
{
    struct app *app = table->app;
    switch (intent->want) {
    case WANT_NOTHING:
        app->ui->ops->bell(app->ui);
        break;
    case WANT_REPAINT:
    case WANT_REDRAW:
        app_show(app);
        break;
    case WANT_MOVE:
        make_move(table, &intent->move);
        break;
    case WANT_PLAIN:
        if (app->go_plain && app->go_plain(app))
            app_show(app);
        break;
    case WANT_AGAIN:
        table->after = AFTER_AGAIN;
        table->over = true;
        break;
    case WANT_DONE:
        table->over = true;
        break;
    case WANT_CHOICE:
    case WANT_PRACTISE:
        break;
    }
}

/* Plays the table's game to its end. */
static void play(struct table *table)
{
    struct app *app = table->app;
    app->scene.game = &table->game;
    app->scene.menu = NULL;
    app->scene.learning = false;
    app->scene.failure = "";
    app->scene.at_end = !app->interactive;
    app->scene.cursor = (struct cursor){0};
    app_show(app);
    while (!table->over) {
        int *slide = &app->scene.cursor.slide;
        bool sliding = *slide > 0;
        struct intent intent = app_next(app, sliding ? SLIDE_STEP_MS : -1, &table->outcome);
        if (table->outcome != OUTCOME_DONE)
            break;
        if (sliding && intent.want == WANT_NOTHING) {
            slide_on(table);
            continue;
        }
        *slide = 0;
        follow(table, &intent);
    }
    app->scene.game = NULL;
}

/* The seed of the next run; the first one is --seed itself, so that a logged seed can be given. */
static uint64_t next_seed(struct app *app)
{
    uint64_t seed = app->seeds.state;
    rng_next(&app->seeds);
    return seed;
}

static void start(struct table *table, const struct rules *rules, const int *plan, int plan_count)
{
    struct app *app = table->app;
    uint64_t seed = next_seed(app);
    struct rules fitting = *rules;
    fitting.length = rules_cards(rules, app->bank); /* so that "1 of 12" is true */
    *table = (struct table){.app = app};
    game_start(&table->game, &fitting, seed, plan, plan_count, app->bank, &app->history,
               app_now(app));
    record_begin(&table->record, app, &table->game, seed);
}

/* Plays the run at the table, then its misses again as long as the player wants to. */
static enum outcome play_rounds(struct table *table)
{
    for (;;) {
        play(table);
        record_free(&table->record);
        if (table->after != AFTER_AGAIN || table->outcome != OUTCOME_DONE)
            return table->outcome;
        int plan[GAME_CARDS_MAX];
        int count = pick_misses(&table->game, table->app->bank, &table->app->seeds, plan);
        if (!count)
            return OUTCOME_DONE;
        struct rules rules = rules_default(MODE_PRACTICE);
        start(table, &rules, plan, count);
    }
}

enum outcome play_run(struct app *app, const struct rules *rules)
{
    struct table table = {.app = app};
    start(&table, rules, NULL, 0);
    return play_rounds(&table);
}

enum outcome play_on(struct app *app, const struct run_log *log)
{
    struct table table = {.app = app};
    if (!record_replay(app, log, &table.game))
        return OUTCOME_DONE;
    record_resume(&table.record, log);
    return play_rounds(&table);
}
