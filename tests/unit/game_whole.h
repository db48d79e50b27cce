/* What must hold of a game at any time and after any move, for tests that play at random. */
#ifndef SMQ_TESTS_GAME_WHOLE_H
#define SMQ_TESTS_GAME_WHOLE_H

#include "game_fixture.h"

/* Returns what should hold, as written, where it does not. */
#define HOLDS(what)       \
    do {                  \
        if (!(what))      \
            return #what; \
    } while (0)

#define AFTER_STORING                                                                              \
    (1 << PHASE_VERDICT | 1 << PHASE_CARD | 1 << PHASE_BOARD | 1 << PHASE_CLUE | 1 << PHASE_RULE | \
     1 << PHASE_RESULT)

/* Where each phase may lead. */
static const unsigned game_leads_to[] = {
    [PHASE_INTRO] = 1 << PHASE_CARD | 1 << PHASE_STORING | 1 << PHASE_RESULT,
    [PHASE_PRINCIPLE] = 1 << PHASE_CARD | 1 << PHASE_STORING | 1 << PHASE_RESULT,
    [PHASE_CARD] = 1 << PHASE_STORING | 1 << PHASE_RESULT,
    [PHASE_BOARD] = 1 << PHASE_STORING | 1 << PHASE_RESULT,
    [PHASE_STORING] = 1 << PHASE_NOT_STORED | AFTER_STORING,
    [PHASE_NOT_STORED] = 1 << PHASE_STORING | AFTER_STORING,
    [PHASE_CLUE] = 1 << PHASE_VERDICT | 1 << PHASE_STORING,
    [PHASE_VERDICT] = 1 << PHASE_PRINCIPLE | 1 << PHASE_CARD | 1 << PHASE_STORING,
    [PHASE_RULE] = 1 << PHASE_STORING,
    [PHASE_RESULT] = 0,
};

static inline const char *game_cards_fault(const struct table *t)
{
    const struct game *game = &t->game;
    bool asked[128] = {false};
    HOLDS(game->card_count >= 0 && game->card_count <= GAME_CARDS_MAX);
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        HOLDS(card->activity >= 0 && card->activity < t->bank->activity_count);
        HOLDS(rules_allow(&game->rules, t->bank, card->activity));
        HOLDS(!asked[card->activity]);
        asked[card->activity] = true;
        HOLDS(card->sibling_card >= -1 && card->sibling_card < i);
        HOLDS(card->elapsed_ms >= 0);
        HOLDS(card->answered || i == game->card_count - 1 || mode_info(game->rules.mode)->board);
        HOLDS(!card->struck || card->answered);
        if (card->answered)
            HOLDS(card->choice < SIDE_NONE);
        if (card->introduced)
            HOLDS(mode_info(game->rules.mode)->introduces && !game->planned);
    }
    HOLDS(game->due_count >= 0 && game->due_count <= GAME_DUE_MAX);
    for (int i = 0; i < game->due_count; i++) {
        const struct card *missed = &game->cards[game->due[i].missed_card];
        HOLDS(missed->answered);
        HOLDS(!asked[game->due[i].activity]);
        asked[game->due[i].activity] = true; /* due once, and not asked yet */
    }
    return NULL;
}

static inline const char *game_counts_fault(const struct table *t)
{
    const struct game *game = &t->game;
    int length = game_length(game), lives = mode_info(game->rules.mode)->lives;
    HOLDS(game_answered(game) >= 0 && (!length || game_answered(game) <= length));
    HOLDS(!lives || game_misses(game, t->bank) <= lives);
    HOLDS(game_net(game, t->bank) == game_answered(game) - 2 * game_misses(game, t->bank));
    HOLDS(game_deadline(game) == GAME_NO_DEADLINE || game->phase == PHASE_CARD);
    HOLDS(game_misses(game, t->bank) <= game_answered(game));
    HOLDS((game->phase == PHASE_CARD) <= (game->card_count > 0));
    if (game->phase == PHASE_CARD || game->phase == PHASE_PRINCIPLE)
        HOLDS(!game_card(game)->answered);
    if (game->phase == PHASE_VERDICT)
        HOLDS(game_card(game)->answered);
    if (game->phase == PHASE_CLUE)
        HOLDS(table_keyed(t) == game_card(game)->choice);
    if (game->phase == PHASE_STORING)
        HOLDS(game->pending.sequence == game->sequence);
    return NULL;
}

/* What is wrong with the game on the table, or NULL. */
static inline const char *game_fault(const struct table *t)
{
    const char *fault = game_cards_fault(t);
    return fault ? fault : game_counts_fault(t);
}

/* What is wrong with how a move of this kind led from `before` to the game on the table, or NULL.
 */
static inline const char *game_step_fault(const struct game *before, const struct table *t,
                                          enum move_kind kind, unsigned effects)
{
    const struct game *game = &t->game;
    bool records = effects & EFFECT_RECORD;
    bool again = before->phase == PHASE_NOT_STORED && kind == MOVE_RETRY;
    HOLDS(game->sequence == before->sequence + (records && !again));
    HOLDS(records == (game->phase == PHASE_STORING &&
                      (before->phase != PHASE_STORING || kind == MOVE_STORED)));
    HOLDS(((effects & EFFECT_END) != 0) ==
          (game->phase == PHASE_RESULT && before->phase != PHASE_RESULT));
    if (game->phase != before->phase && !(game_leads_to[before->phase] >> game->phase & 1))
        return "a phase leads where it may";
    if (effects == EFFECT_BELL) {
        HOLDS(game->phase == before->phase);
        HOLDS(game->card_count == before->card_count);
        HOLDS(game->rng.state == before->rng.state);
        HOLDS(memcmp(game->cards, before->cards, sizeof game->cards) == 0);
    } else {
        HOLDS(effects & (EFFECT_REDRAW | EFFECT_RECORD) || !effects);
    }
    return game_fault(t);
}

#endif
