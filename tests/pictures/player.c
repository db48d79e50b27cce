/* Somebody who plays by themself: a front end that answers as a learner would. */
#include "pictures/player.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/join.h"
#include "app/play.h"
#include "core/xmalloc.h"

enum { THINKING_MS = 5000, READING_MS = 2500, COLS = 80, OF_100 = 100 };

static struct player *player_of(struct ui *ui)
{
    return (struct player *)(void *)ui;
}

static void size(struct ui *ui, int *cols, int *rows)
{
    (void)ui;
    *cols = COLS;
    *rows = 0;
}

static void show_lines(struct ui *ui, const char *lines, unsigned context)
{
    (void)ui;
    (void)lines;
    (void)context;
}

static void nothing(struct ui *ui)
{
    (void)ui;
}

/* How many of 100 such cards the player sorts right: some principles are harder for them than
 * others, tricky cards are, those of marketing are, and with every answer it gets better. */
static int skill(const struct player *player, const struct activity *activity,
                 const struct scenario *scenario)
{
    enum { SPREAD = 25, STRIDE = 9, TRICKY = 5, LEAN = 4, MOST = 97 };
    int met = player->met[activity->principle];
    int of_principle = activity->principle * STRIDE % SPREAD - SPREAD / 2;
    int right = player->talent + of_principle + player->better * met -
                TRICKY * (scenario->level - 1) + (activity->side == SIDE_SALES ? LEAN : -LEAN);
    return right > MOST ? MOST : right;
}

static struct input answer(struct player *player, const struct game *game)
{
    enum { CLOSE = 12 }; /* a guess that comes out by so little is said to be one */
    const struct bank *bank = player->app.bank;
    const struct activity *activity = &bank->activities[game->cards[game->card_count - 1].activity];
    int luck = skill(player, activity, &bank->scenarios[activity->scenario]) -
               (int)rng_below(&player->chance, OF_100);
    enum side side = luck > 0 ? activity->side : side_other(activity->side);
    player->met[activity->principle]++;
    player->utc_ms += THINKING_MS + rng_below(&player->chance, THINKING_MS);
    player->patience -= player->patience > 0;
    return (struct input){.kind = INPUT_ACTION,
                          .action = side == SIDE_SALES ? ACTION_SALES : ACTION_MARKETING,
                          .unsure = abs(luck) < CLOSE};
}

static struct input next(struct ui *ui, int timeout_ms)
{
    struct player *player = player_of(ui);
    const struct game *game = player->app.scene.game;
    (void)timeout_ms;
    if (game && game->phase == PHASE_CARD && player->patience == 0)
        return (struct input){.kind = INPUT_HANGUP};
    if (game && game->phase == PHASE_CARD)
        return answer(player, game);
    player->utc_ms += READING_MS;
    return (struct input){.kind = INPUT_ACTION, .action = ACTION_NEXT};
}

static const struct ui_ops ops = {.takes_lines = true,
                                  .size = size,
                                  .show_lines = show_lines,
                                  .next = next,
                                  .bell = nothing,
                                  .close = nothing};

static struct now clock_of_player(void *context)
{
    const struct player *player = context;
    return (struct now){.mono_ms = player->utc_ms, .utc_ms = player->utc_ms};
}

void player_init(struct player *player, const struct bank *bank, struct store *store,
                 const char *name, uint64_t seed)
{
    *player = (struct player){.ui = {&ops}, .chance = rng_seeded(seed), .patience = -1};
    player->met = xcalloc((size_t)bank->principle_count, sizeof *player->met);
    player->app = (struct app){.bank = bank,
                               .store = store,
                               .ui = &player->ui,
                               .ids = rng_seeded(~seed),
                               .seeds = rng_seeded(seed),
                               .now = clock_of_player,
                               .now_context = player,
                               .scene = {.bank = bank, .lines = true, .charset = CHARSET_UTF8}};
    uuid7(player->app.learner.id, 0, &player->app.ids);
    snprintf(player->app.learner.name, sizeof player->app.learner.name, "%s", name);
    history_init(&player->app.history, bank);
}

bool player_practise(struct player *player)
{
    struct rules rules = rules_default(MODE_PRACTICE);
    return play_run(&player->app, &rules) == OUTCOME_DONE;
}

static enum join_look look(void *context, struct share_state *state, struct err *e)
{
    (void)context;
    (void)state;
    (void)e;
    return JOIN_LOOK_SEEN;
}

bool player_take_part(struct player *player, const struct session *session, enum part part)
{
    struct join join = {.session = session, .state = {.open = part}, .look = look};
    enum outcome outcome = join_run(&player->app, &join);
    for (int i = 0; i < PART_COUNT; i++)
        str_free(&join.code[i]);
    return outcome == OUTCOME_DONE || outcome == OUTCOME_HANGUP;
}

void player_free(struct player *player)
{
    app_release(&player->app);
    str_free(&player->app.result_code);
    free(player->met);
}
