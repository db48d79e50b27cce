/* A hundred thousand random moves in every mode over random banks: what must hold after each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "game_whole.h"
#include "seed.h"

enum { MOVES = 100000, RUN_MOVES = 120 };

/* Fails with what is wrong. */
static void assert_whole(const char *fault)
{
    if (fault)
        fail_msg("this does not hold: %s", fault);
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
    assert_whole(game_fault(t));
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
            unsigned effects = table_apply(&t, &move);
            assert_whole(game_step_fault(&before, &t, move.kind, effects));
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
