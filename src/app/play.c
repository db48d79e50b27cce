/* Playing runs: the loop that carries the game's effects out. */
#include "app/play.h"

#include <limits.h>

#include "app/record.h"
#include "app/result_card_file.h"
#include "core/game_query.h"
#include "core/pick_plan.h"
#include "core/result_code_game.h"
#include "core/view.h"

enum { SLIDE_STEP_MS = 16, MS_A_SECOND = 1000, UNSENT_MS = 1000 };

/* What the player wants after a run. */
enum after { AFTER_DONE, AFTER_AGAIN };

/* One run at the table. */
struct table {
    struct app *app;
    struct game game;
    struct record record;
    enum after after;
    bool over;
    bool unsent; /* something of a session's run is still to be sent */
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
    app->scene.cursor = (struct cursor){.selected = phase == PHASE_CLUE ? -1 : 0};
    bool moves = app->motion && !app->ui->ops->takes_lines;
    if ((phase == PHASE_VERDICT || phase == PHASE_CLUE) && before.phase == PHASE_CARD && moves)
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
    } else if (app->share) {
        app->share(app);
        table->unsent = true;
    }
    return apply(table, &told);
}

static void add_to_history(struct table *table)
{
    if (table->game.sequence)
        record_add_history(&table->record, table->app, &table->game);
}

/* What the run comes to for the trainer of its session. */
static void make_result_code(struct table *table)
{
    struct app *app = table->app;
    struct result_code code;
    if (!app->session)
        return;
    result_code_of_game(app->session, app->part, app->first_form, app->learner.id, &table->game,
                        &code);
    result_code_write(&app->result_code, app->session, &code);
    app->scene.result_code = str_text(&app->result_code);
}

static void carry_out(struct table *table, unsigned effects, struct place_in_run before)
{
    struct app *app = table->app;
    while ((effects & EFFECT_RECORD) && !table->over) {
        effects &= ~(unsigned)EFFECT_RECORD;
        effects |= store_pending(table);
    }
    if (effects & EFFECT_END) {
        add_to_history(table);
        result_card_file_write(app, &table->game);
        make_result_code(table);
    }
    fresh_cursor(table, before);
    if ((effects & EFFECT_BELL) && !(effects & EFFECT_REDRAW) && !table->over)
        app_refuse(app);
    else if (effects & EFFECT_BELL)
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

/* Whether a clock that counts down is on the screen. */
static bool clock_shows(const struct table *table)
{
    const struct app *app = table->app;
    return app->scene.clock && !app->ui->ops->takes_lines && app->scene.cursor.slide == 0 &&
           game_deadline(&table->game) != GAME_NO_DEADLINE;
}

/* How long to wait for the player: to the slide's next step, the clock's next second, the end of
 * time, or the next look at what is still to be sent; -1 for ever. */
static int patience_ms(const struct table *table)
{
    if (table->app->scene.cursor.slide > 0)
        return SLIDE_STEP_MS;
    int64_t deadline = game_deadline(&table->game);
    if (deadline == GAME_NO_DEADLINE)
        return table->unsent ? UNSENT_MS : -1;
    int64_t left = deadline - app_now(table->app).mono_ms;
    left = left < 0 ? 0 : left;
    if (clock_shows(table) && left > 0)
        left = left % MS_A_SECOND ? left % MS_A_SECOND : MS_A_SECOND;
    return left < INT_MAX ? (int)left : INT_MAX;
}

/* Nothing was typed: one step of the judged card's slide (any input ends it), or time goes on. */
static void wait_on(struct table *table)
{
    struct app *app = table->app;
    struct move tick = {.kind = MOVE_TICK};
    table->unsent = table->unsent && app->share_rest(app);
    if (app->scene.cursor.slide > 0) {
        app->scene.cursor.slide--;
        app_show(app);
        return;
    }
    struct place_in_run before = place_of(&table->game);
    unsigned effects = apply(table, &tick);
    carry_out(table, effects ? effects : clock_shows(table) ? EFFECT_REDRAW : EFFECT_NONE, before);
}

static void follow(struct table *table, const struct intent *intent)
{
    struct app *app = table->app;
    switch (intent->want) {
    case WANT_NOTHING:
        app_refuse(app);
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
    case WANT_CLOCK:
        app->scene.clock = !app->scene.clock;
        app_show(app);
        break;
    case WANT_WAITED:
    case WANT_CHOICE:
    case WANT_PRACTISE:
    case WANT_SHOW:
        break;
    }
}

/* Plays the table's game to its end. */
static void play(struct table *table)
{
    struct app *app = table->app;
    app->scene.game = &table->game;
    app->scene.menu = NULL;
    app->scene.screen = SCREEN_MENU;
    app->scene.failure = "";
    app->scene.at_end = !app->interactive;
    app->scene.cursor = (struct cursor){0};
    str_clear(&app->result_code);
    app->scene.result_code = app->session ? "" : NULL;
    bool pending = table->game.phase == PHASE_STORING; /* resumed, and only its end is missing */
    carry_out(table, EFFECT_REDRAW | (pending ? EFFECT_RECORD : EFFECT_NONE),
              place_of(&table->game));
    while (!table->over) {
        struct intent intent = app_next(app, patience_ms(table), &table->outcome);
        if (table->outcome != OUTCOME_DONE)
            break;
        if (intent.want == WANT_WAITED) {
            wait_on(table);
            continue;
        }
        app->scene.cursor.slide = 0;
        follow(table, &intent);
    }
    if (table->outcome == OUTCOME_DONE && table->game.phase != PHASE_RESULT)
        add_to_history(table); /* left open: what was answered counts all the same */
    app->scene.game = NULL;
    app->scene.result_code = NULL;
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
    struct rules fitting = rules_fitting(rules, app->bank); /* so that "1 of 12" is true */
    fitting.no_clues = !app->clues || !app->interactive; /* a script's answers are for its cards */
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

enum outcome play_items(struct app *app, const struct rules *rules, const int *plan, int count)
{
    struct table table = {.app = app};
    start(&table, rules, plan, count);
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
