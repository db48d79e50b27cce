/* Dealing: which card comes to the table next. */
#include "core/game_deal.h"

#include "core/game_query.h"
#include "core/pick.h"

enum {
    /* a missed card's sibling comes three or four cards after it */
    SIBLING_AFTER = 3,
    SIBLING_SPREAD = 2,
    CLIMB_STEP = 5 /* right answers that lead to the next level */
};

/* Puts an activity on the table as the next card. */
static void deal(struct game *game, const struct bank *bank, const struct history *history,
                 int activity, int sibling_card, struct now now)
{
    int principle = bank->activities[activity].principle;
    bool introduced = mode_info(game->rules.mode)->introduces && !game->planned &&
                      !game_principle_met(game, bank, history, principle);
    game->cards[game->card_count++] = (struct card){
        .activity = activity,
        .sibling_card = sibling_card,
        .choice = SIDE_NONE,
        .first_time = !history_asked(history, activity),
        .introduced = introduced,
        .shown_mono_ms = now.mono_ms,
    };
    game->phase = introduced ? PHASE_PRINCIPLE : PHASE_CARD;
}

/* An earlier card of this run that shows the same scenario from the other side; -1 for none. */
static int earlier_sibling(const struct game *game, const struct bank *bank, int activity)
{
    const struct activity *a = &bank->activities[activity];
    for (int i = 0; i < game->card_count; i++) {
        const struct activity *other = &bank->activities[game->cards[i].activity];
        if (other->scenario == a->scenario && other->side != a->side)
            return i;
    }
    return -1;
}

/* The next card of the plan; of a board, all of them. */
static bool deal_planned(struct game *game, const struct bank *bank, const struct history *history,
                         struct now now)
{
    bool board = mode_info(game->rules.mode)->board;
    if (game->card_count >= game->plan_count)
        return false;
    do {
        int activity = game->plan[game->card_count];
        int earlier = board ? -1 : earlier_sibling(game, bank, activity);
        deal(game, bank, history, activity, earlier, now);
    } while (board && game->card_count < game->plan_count);
    if (board)
        game->phase = PHASE_BOARD;
    return true;
}

/* A climb asks by its own level, which rises with every few right answers; where a level has
 * nothing left, any will do. */
static int pick_climbing(struct game *game, const struct bank *bank, const struct history *history,
                         int *due)
{
    int right = game_answered(game) - game_misses(game, bank);
    int level = 1 + right / CLIMB_STEP;
    game->rules.level = level < BANK_LEVEL_MAX ? level : BANK_LEVEL_MAX;
    int activity = pick_next(game, bank, history, &game->rng, due);
    game->rules.level = 0;
    return activity >= 0 ? activity : pick_next(game, bank, history, &game->rng, due);
}

bool game_deal(struct game *game, const struct bank *bank, const struct history *history,
               struct now now)
{
    if (game->planned)
        return deal_planned(game, bank, history, now);
    if (game->card_count >= GAME_CARDS_MAX)
        return false;
    int due = -1;
    int activity = mode_info(game->rules.mode)->climbs
                       ? pick_climbing(game, bank, history, &due)
                       : pick_next(game, bank, history, &game->rng, &due);
    if (activity < 0)
        return false;
    int missed_card = -1;
    if (due >= 0) {
        missed_card = game->due[due].missed_card;
        if (game->cards[missed_card].struck)
            missed_card = -1; /* what was struck out is no half of a pair */
        game->due[due] = game->due[--game->due_count];
    }
    deal(game, bank, history, activity, missed_card, now);
    return true;
}

void game_plan_sibling(struct game *game, const struct bank *bank, int card)
{
    int sibling = bank_sibling(bank, game->cards[card].activity);
    if (!mode_info(game->rules.mode)->siblings || game->planned || sibling < 0 ||
        game->due_count >= GAME_DUE_MAX || !rules_allow(&game->rules, bank, sibling))
        return;
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].activity == sibling)
            return;
    for (int i = 0; i < game->due_count; i++)
        if (game->due[i].activity == sibling)
            return;
    int after = SIBLING_AFTER + (int)rng_below(&game->rng, SIBLING_SPREAD);
    game->due[game->due_count++] =
        (struct due){.activity = sibling, .missed_card = card, .at = card + after};
}
