/* What can be read off a game. */
#include "core/game_query.h"

const struct card *game_card(const struct game *game)
{
    return game->card_count ? &game->cards[game->card_count - 1] : NULL;
}

const struct card *game_judged(const struct game *game)
{
    for (int i = game->card_count - 1; i >= 0; i--)
        if (game->cards[i].answered)
            return &game->cards[i];
    return NULL;
}

struct graded game_graded(const struct game *game, const struct bank *bank, const struct card *card)
{
    return (struct graded){
        .keyed = bank->activities[card->activity].side,
        .choice = card->choice,
        .sure = card->sure,
        .first_time = card->first_time,
        .struck = card->struck,
        .mode = game->rules.mode,
    };
}

int game_answered(const struct game *game)
{
    int answered = 0;
    for (int i = 0; i < game->card_count; i++)
        answered += game->cards[i].answered && !game->cards[i].struck;
    return answered;
}

const struct card *game_strikable(const struct game *game)
{
    const struct card *card = game_judged(game);
    bool in_run = game->phase == PHASE_CARD || game->phase == PHASE_VERDICT;
    return in_run && mode_info(game->rules.mode)->strikes && card && !card->struck ? card : NULL;
}

int game_misses(const struct game *game, const struct bank *bank)
{
    int misses = 0;
    for (int i = 0; i < game->card_count; i++) {
        struct graded graded = game_graded(game, bank, &game->cards[i]);
        misses += game->cards[i].answered && score_counts(&graded) && !score_right(&graded);
    }
    return misses;
}

int game_length(const struct game *game)
{
    return game->planned ? game->plan_count : game->rules.length;
}

const struct card *game_pair(const struct game *game, const struct card *card)
{
    if (card->missed_card >= 0) {
        const struct card *missed = &game->cards[card->missed_card];
        return missed->struck || !card->answered || card->struck ? NULL : missed;
    }
    return NULL;
}
