/* A hundred thousand random moves in every mode over random banks: what must hold after each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "game_fixture.h"
#include "seed.h"

enum { MOVES = 100000, RUN_MOVES = 120 };

#define AFTER_STORING                                                                              \
    (1 << PHASE_VERDICT | 1 << PHASE_CARD | 1 << PHASE_BOARD | 1 << PHASE_CLUE | 1 << PHASE_RULE | \
     1 << PHASE_RESULT)

/* Where each phase may lead. */
static const unsigned leads_to[] = {
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

static void check_cards(const struct table *t)
{
    const struct game *game = &t->game;
    bool asked[128] = {false};
    assert_true(game->card_count >= 0 && game->card_count <= GAME_CARDS_MAX);
    for (int i = 0; i < game->card_count; i++) {
        const struct card *card = &game->cards[i];
        assert_true(card->activity >= 0 && card->activity < t->bank->activity_count);
        assert_true(rules_allow(&game->rules, t->bank, card->activity));
        assert_false(asked[card->activity]);
        asked[card->activity] = true;
        assert_true(card->missed_card >= -1 && card->missed_card < i);
        assert_true(card->elapsed_ms >= 0);
        assert_true(card->answered || i == game->card_count - 1 ||
                    mode_info(game->rules.mode)->board);
        assert_true(!card->struck || card->answered);
        if (card->answered)
            assert_true(card->choice < SIDE_NONE);
        if (card->introduced)
            assert_true(mode_info(game->rules.mode)->introduces && !game->planned);
    }
    assert_true(game->due_count >= 0 && game->due_count <= GAME_DUE_MAX);
    for (int i = 0; i < game->due_count; i++) {
        const struct card *missed = &game->cards[game->due[i].missed_card];
        assert_true(missed->answered);
        assert_false(asked[game->due[i].activity]);
        asked[game->due[i].activity] = true; /* due once, and not asked yet */
    }
}

static void check_counts(const struct table *t)
{
    const struct game *game = &t->game;
    int length = game_length(game), lives = mode_info(game->rules.mode)->lives;
    assert_true(game_answered(game) >= 0 && (!length || game_answered(game) <= length));
    assert_true(!lives || game_misses(game, t->bank) <= lives);
    assert_int_equal(game_net(game, t->bank), game_answered(game) - 2 * game_misses(game, t->bank));
    assert_true(game_deadline(game) == GAME_NO_DEADLINE || game->phase == PHASE_CARD);
    assert_true(game_misses(game, t->bank) <= game_answered(game));
    assert_true((game->phase == PHASE_CARD) <= (game->card_count > 0));
    if (game->phase == PHASE_CARD || game->phase == PHASE_PRINCIPLE)
        assert_false(game_card(game)->answered);
    if (game->phase == PHASE_VERDICT)
        assert_true(game_card(game)->answered);
    if (game->phase == PHASE_CLUE)
        assert_true(table_keyed(t) == game_card(game)->choice);
    if (game->phase == PHASE_STORING)
        assert_int_equal(game->pending.sequence, game->sequence);
}

static void check_step(const struct game *before, const struct table *t, enum move_kind kind,
                       unsigned effects)
{
    const struct game *game = &t->game;
    bool records = effects & EFFECT_RECORD;
    bool again = before->phase == PHASE_NOT_STORED && kind == MOVE_RETRY;
    assert_int_equal(game->sequence, before->sequence + (records && !again));
    assert_int_equal(records, game->phase == PHASE_STORING &&
                                  (before->phase != PHASE_STORING || kind == MOVE_STORED));
    assert_int_equal((effects & EFFECT_END) != 0,
                     game->phase == PHASE_RESULT && before->phase != PHASE_RESULT);
    if (game->phase != before->phase && !(leads_to[before->phase] >> game->phase & 1))
        fail_msg("phase %d led to %d by move %d", before->phase, game->phase, kind);
    if (effects == EFFECT_BELL) {
        assert_int_equal(game->phase, before->phase);
        assert_int_equal(game->card_count, before->card_count);
        assert_int_equal(game->rng.state, before->rng.state);
        assert_memory_equal(game->cards, before->cards, sizeof game->cards);
    } else {
        assert_true(effects & (EFFECT_REDRAW | EFFECT_RECORD) || !effects);
    }
    check_cards(t);
    check_counts(t);
}

static struct move random_move(struct rng *rng)
{
    static const enum move_kind often[] = {MOVE_ANSWER, MOVE_NEXT, MOVE_STORED};
    struct move move = {.kind = (enum move_kind)rng_below(rng, MOVE_KINDS),
                        .item = (int)rng_below(rng, CLUE_PIECES + 2) - 1};
    if (rng_below(rng, 3))
        move.kind = often[rng_below(rng, ARRAY_LEN(often))];
    if (move.kind == MOVE_END && rng_below(rng, 8))
        move.kind = MOVE_STRIKE;
    move.choice = (enum side)rng_below(rng, SIDE_COUNT + 1);
    move.sure = rng_below(rng, 2);
    move.previous = rng_below(rng, 2);
    for (int i = 0; i < GAME_BOARD_MAX; i++)
        move.placing[i] = (struct placing){.placed = rng_below(rng, 2),
                                           .unsure = rng_below(rng, 2),
                                           .side = (enum side)rng_below(rng, 7) % (SIDE_COUNT + 1)};
    return move;
}

static void start(struct table *t, struct rng *rng)
{
    struct rules rules = rules_default((enum mode)rng_below(rng, MODE_COUNT));
    table_init(t, fixture_random(rng, 16));
    table_lengthen(t);
    t->stops_at_rules = true;
    rules.length = 1 + (int)rng_below(rng, 30);
    rules.minutes = (int)rng_below(rng, 3);
    rules.adaptive = rng_below(rng, 2);
    rules.no_clues = rng_below(rng, 4) == 0;
    if (rules.mode != MODE_CLIMB && rules.mode != MODE_TODAY && rng_below(rng, 5) == 0)
        rules.level = 1 + (int)rng_below(rng, BANK_LEVEL_MAX);
    int plan[] = {0, 1};
    bool given = !rules.level && rules_allow(&rules, t->bank, 0) && rng_below(rng, 5) == 0;
    game_start(&t->game, &rules, rng_next(rng), given ? plan : NULL, 2, t->bank, &t->history,
               t->now);
    check_cards(t);
    check_counts(t);
}

static void random_moves_keep_the_game_whole(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    int met[PHASE_RESULT + 1] = {0}, modes[MODE_COUNT] = {0}, ended = 0;
    for (int made = 0; made < MOVES;) {
        struct table t;
        start(&t, &rng);
        for (int i = 0; i < RUN_MOVES; i++, made++) {
            struct game before = t.game;
            struct move move = random_move(&rng);
            t.now.mono_ms += (int64_t)rng_below(&rng, 4000) - 1000;
            met[t.game.phase]++;
            check_step(&before, &t, move.kind, table_apply(&t, &move));
        }
        modes[t.game.rules.mode]++;
        ended += t.game.time_up;
        table_free(&t);
    }
    for (int i = 0; i <= PHASE_RESULT; i++)
        if (!met[i])
            fail_msg("the moves never met phase %d", i);
    for (int i = 0; i < MODE_COUNT; i++)
        assert_true(modes[i]);
    assert_true(ended);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_moves_keep_the_game_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
