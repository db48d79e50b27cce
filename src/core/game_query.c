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
        misses += game->cards[i].answered && !graded.struck && !score_right(&graded);
    }
    return misses;
}

int game_length(const struct game *game)
{
    if (game->planned)
        return game->plan_count;
    return mode_info(game->rules.mode)->length ? game->rules.length : 0;
}

bool game_principle_met(const struct game *game, const struct bank *bank,
                        const struct history *history, int principle)
{
    for (int i = 0; i < game->card_count; i++)
        if (bank->activities[game->cards[i].activity].principle == principle)
            return true;
    for (int i = 0; i < bank->activity_count; i++)
        if (bank->activities[i].principle == principle && history_asked(history, i))
            return true;
    return false;
}

int game_streak(const struct game *game, const struct bank *bank)
{
    int streak = 0;
    for (int i = game->card_count - 1; i >= 0; i--) {
        const struct card *card = &game->cards[i];
        if (!card->answered || card->struck)
            continue;
        if (card->choice != bank->activities[card->activity].side)
            break;
        streak++;
    }
    return streak;
}

int game_lives(const struct game *game, const struct bank *bank)
{
    int lives = mode_info(game->rules.mode)->lives;
    int left = lives - game_misses(game, bank);
    return lives && left > 0 ? left : 0;
}

int game_net(const struct game *game, const struct bank *bank)
{
    int net = 0;
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        if (card->answered && !card->struck)
            net += card->choice == bank->activities[card->activity].side ? 1 : -1;
    }
    return net;
}

int64_t game_deadline(const struct game *game)
{
    int seconds = mode_info(game->rules.mode)->seconds;
    if (game->phase != PHASE_CARD)
        return GAME_NO_DEADLINE;
    if (!seconds)
        return game->deadline_mono_ms;
    int64_t left_ms = (int64_t)seconds * 1000;
    for (int i = 0; i < game->card_count; i++)
        left_ms -= game->cards[i].elapsed_ms;
    return game->cards[game->card_count - 1].shown_mono_ms + left_ms;
}

bool game_expired(const struct game *game, struct now now)
{
    return now.mono_ms >= game_deadline(game) ||
           (game->phase == PHASE_CARD && now.utc_ms >= game->deadline_utc_ms);
}

const struct card *game_pair(const struct game *game, const struct card *card)
{
    if (card->sibling_card >= 0) {
        const struct card *sibling = &game->cards[card->sibling_card];
        return sibling->struck || !card->answered || card->struck ? NULL : sibling;
    }
    return NULL;
}
