/* A run at a table: bank, history, game and a clock that moves on a second with every move. */
#ifndef SMQ_TESTS_GAME_FIXTURE_H
#define SMQ_TESTS_GAME_FIXTURE_H

#include "bank_fixture.h"
#include "core/game_query.h"

struct table {
    struct bank *bank;
    struct history history;
    struct game game;
    struct now now;
    bool stops_at_rules; /* stays at the rule of a principle that is new, and at clue questions */
};

/* A learner without a past before this bank, which the table owns from now on. */
static inline void table_init(struct table *t, struct bank *bank)
{
    *t = (struct table){.bank = bank, .now = {1000, INT64_C(1700000000000), 60}};
    history_init(&t->history, bank);
}

static inline void table_free(struct table *t)
{
    history_free(&t->history);
    bank_free(t->bank);
}

/* Passes the pages between the cards over, unless the test is about them. */
static inline void table_pass(struct table *t)
{
    struct move next = {.kind = MOVE_NEXT};
    while (!t->stops_at_rules && (t->game.phase == PHASE_PRINCIPLE || t->game.phase == PHASE_CLUE))
        game_apply(&t->game, t->bank, &t->history, &next, t->now);
}

/* Starts a run of the mode, `length` 0 for its own. */
static inline void table_start(struct table *t, enum mode mode, int length, uint64_t seed)
{
    struct rules rules = rules_default(mode);
    rules.length = length ? length : rules.length;
    game_start(&t->game, &rules, seed, NULL, 0, t->bank, &t->history, t->now);
    table_pass(t);
}

static inline unsigned table_apply(struct table *t, const struct move *move)
{
    t->now.mono_ms += 1000;
    t->now.utc_ms += 1000;
    unsigned effects = game_apply(&t->game, t->bank, &t->history, move, t->now);
    table_pass(t);
    return effects;
}

static inline unsigned table_move(struct table *t, enum move_kind kind)
{
    return table_apply(t, &(struct move){.kind = kind});
}

static inline enum side table_keyed(const struct table *t)
{
    return t->bank->activities[game_card(&t->game)->activity].side;
}

/* Answers the open card, rightly or not; what is pending is left pending. */
static inline unsigned table_answer_unstored(struct table *t, bool right, bool sure)
{
    enum side keyed = table_keyed(t);
    return table_apply(t, &(struct move){.kind = MOVE_ANSWER,
                                         .choice = right ? keyed : side_other(keyed),
                                         .sure = sure});
}

/* The same, and stored. */
static inline unsigned table_answer(struct table *t, bool right, bool sure)
{
    table_answer_unstored(t, right, sure);
    return table_move(t, MOVE_STORED);
}

/* Answers and goes on to the next card, or to what comes after the last. */
static inline void table_turn(struct table *t, bool right)
{
    table_answer(t, right, true);
    if (t->game.phase == PHASE_VERDICT)
        table_move(t, MOVE_NEXT);
}

/* Gives every activity a text long enough to ask what gave it away. */
static inline void table_lengthen(struct table *t)
{
    static const char *const texts[SIDE_COUNT] = {
        [SIDE_SALES] = "Writing the second letter about the new prices to one buyer",
        [SIDE_MARKETING] = "Writing the second letter about the new prices to an audience"};
    for (int i = 0; i < t->bank->activity_count; i++)
        t->bank->activities[i].text = texts[t->bank->activities[i].side];
}

/* Starts a run that stands in a phase of its own: the rule of a new principle, the clue question or
 * the board.  It stays at such pages from then on. */
static inline void table_start_at(struct table *t, enum phase phase)
{
    t->stops_at_rules = phase != PHASE_BOARD;
    table_lengthen(t);
    table_start(t, phase == PHASE_BOARD ? MODE_SORT : MODE_PRACTICE, 0, 3);
    for (uint64_t seed = 4; phase == PHASE_CLUE && t->game.phase != PHASE_CLUE; seed++) {
        table_start(t, MODE_PRACTICE, 0, seed);
        table_move(t, MOVE_NEXT);
        table_answer(t, true, true);
    }
}

static inline const struct activity *table_activity(const struct table *t, int card)
{
    return &t->bank->activities[t->game.cards[card].activity];
}

#endif
