/* What a finished run comes to: counts by side and principle, and the misses. */
#include "core/summary.h"

#include "core/game_query.h"

/* Counts the answers and misses of one principle. */
static struct principle_tally count_principle(const struct game *game, const struct bank *bank,
                                              const struct summary *summary, int principle)
{
    struct principle_tally tally = {.principle = principle};
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        tally.answers += card->answered && !card->struck &&
                         bank->activities[card->activity].principle == principle;
    }
    for (int i = 0; i < summary->miss_count; i++) {
        const struct card *card = &game->cards[summary->misses[i]];
        tally.missed += bank->activities[card->activity].principle == principle;
    }
    return tally;
}

/* Keeps the costliest principles, most misses first, then the worse share. */
static void keep_costly(struct summary *summary, struct principle_tally tally)
{
    int at = summary->costly_count;
    while (at > 0) {
        const struct principle_tally *above = &summary->costly[at - 1];
        if (above->missed > tally.missed ||
            (above->missed == tally.missed && above->answers <= tally.answers))
            break;
        at--;
    }
    if (at == SUMMARY_COSTLY_MAX)
        return;
    int last = summary->costly_count < SUMMARY_COSTLY_MAX ? summary->costly_count++
                                                          : SUMMARY_COSTLY_MAX - 1;
    for (int i = last; i > at; i--)
        summary->costly[i] = summary->costly[i - 1];
    summary->costly[at] = tally;
}

void summary_of(const struct game *game, const struct bank *bank, struct summary *out)
{
    *out = (struct summary){0};
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        if (!card->answered)
            continue;
        struct graded graded = game_graded(game, bank, card);
        tally_add(&out->all, &graded);
        if (score_counts(&graded) & COUNTS_ACCURACY)
            tally_add(&out->new_only, &graded);
        out->struck += card->struck;
        if (!card->struck && !score_right(&graded))
            out->misses[out->miss_count++] = i;
    }
    for (int i = 0; i < out->miss_count; i++) {
        int principle = bank->activities[game->cards[out->misses[i]].activity].principle;
        bool counted = false;
        for (int j = 0; j < i && !counted; j++)
            counted = bank->activities[game->cards[out->misses[j]].activity].principle == principle;
        if (!counted)
            keep_costly(out, count_principle(game, bank, out, principle));
    }
}
