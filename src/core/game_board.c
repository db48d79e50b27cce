/* The board: several cards moved to their sides, then judged together. */
#include "core/game_board.h"

bool game_board_place(struct game *game, const struct move *move, struct now now)
{
    bool changed = false;
    for (int i = 0; i < game->card_count && i < GAME_BOARD_MAX; i++) {
        struct card *card = &game->cards[i];
        if (!move->placing[i].placed || card->answered)
            continue;
        int64_t elapsed_ms = now.mono_ms - card->shown_mono_ms;
        card->choice = move->placing[i].side;
        card->sure = !move->placing[i].unsure;
        card->elapsed_ms = elapsed_ms > 0 ? elapsed_ms : 0;
        changed = true;
    }
    return changed;
}

int game_board_placed(const struct game *game)
{
    int placed = 0;
    for (int i = 0; i < game->card_count; i++)
        placed += game->cards[i].choice != SIDE_NONE;
    return placed;
}

int game_board_unstored(const struct game *game)
{
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].choice != SIDE_NONE && !game->cards[i].answered)
            return i;
    return -1;
}
