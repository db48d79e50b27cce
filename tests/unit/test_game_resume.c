/* A run cut after any event comes back from its log as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "game_log.h"
#include "seed.h"

enum { RUNS = 150, RUN_MOVES = 90 };

/* A log, and the game as it stood when each of its events was stored. */
struct course {
    struct log log;
    struct game after[LOG_MAX];
};

static void assert_same_game(const struct game *was, const struct game *is)
{
    const char *fault = log_fault(was, is);
    if (fault)
        fail_msg("this does not hold: %s", fault);
}

static struct move random_move(const struct table *t, struct rng *rng)
{
    struct move move = {.kind = MOVE_NEXT, .sure = rng_below(rng, 2)};
    if (t->game.phase == PHASE_CARD)
        move.kind = MOVE_ANSWER;
    if (rng_below(rng, 5) == 0)
        move.kind = rng_below(rng, 2) ? MOVE_STRIKE : MOVE_FLAG;
    /* a strike can lower the step of a climb after its next card was dealt, which is not logged */
    if (move.kind == MOVE_STRIKE && t->game.rules.mode == MODE_CLIMB && t->game.phase == PHASE_CARD)
        move.kind = MOVE_FLAG;
    move.previous = rng_below(rng, 2);
    move.choice = (enum side)rng_below(rng, SIDE_COUNT);
    return move;
}

/* Plays at random until the end is near or the log is full; its end is not logged. */
static void play(struct table *t, struct rng *rng, struct course *course)
{
    course->log.count = 0;
    for (int i = 0; i < RUN_MOVES; i++) {
        struct move move = random_move(t, rng);
        if (!(table_apply(t, &move) & EFFECT_RECORD))
            continue;
        if (t->game.pending.kind == EVENT_END)
            return;
        log_pending(&course->log, t);
        table_move(t, MOVE_STORED);
        course->after[course->log.count - 1] = t->game;
    }
}

static void a_cut_run_comes_back(enum mode mode)
{
    struct rng rng = rng_for_test();
    struct course *course = xcalloc(1, sizeof *course);
    for (int run = 0; run < RUNS; run++) {
        struct table t;
        struct rules rules = rules_default(mode);
        uint64_t seed = rng_next(&rng);
        rules.day = mode == MODE_TODAY ? 20000 + run : 0;
        table_init(&t, fixture_random(&rng, 12));
        table_lengthen(&t);
        for (int i = 0; i < t.bank->activity_count; i += 3)
            history_add(&t.history, (struct past){.activity = i});
        game_start(&t.game, &rules, seed, NULL, 0, t.bank, &t.history, t.now);
        play(&t, &rng, course);
        for (int i = 0; i < course->log.count; i++) {
            struct game game = log_bring_back(&t, &rules, seed, NULL, 0, &course->log, i + 1);
            assert_int_equal(game.notice, NOTICE_NONE);
            log_go_on(&game, &t, &course->after[i]);
            assert_same_game(&course->after[i], &game);
        }
        table_free(&t);
    }
    free(course);
}

/* All but the board, whose cards are placed together (test_game_board). */
static void every_mode_comes_back_after_every_event(void **state)
{
    (void)state;
    for (int mode = 0; mode < MODE_COUNT; mode++)
        if (!mode_info((enum mode)mode)->board)
            a_cut_run_comes_back((enum mode)mode);
}

static void an_empty_log_is_a_fresh_run(void **state)
{
    (void)state;
    struct table t;
    table_init(&t, fixture_bank());
    table_start(&t, MODE_PRACTICE, 0, 8);
    struct game fresh = t.game;
    game_resume(&t.game, t.bank, &t.history, NULL, 0, t.now.utc_ms, t.now);
    assert_same_game(&fresh, &t.game);
    table_free(&t);
}

static void time_on_the_open_card_starts_anew(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_FIRST);
    struct log *log = xcalloc(1, sizeof *log);
    table_init(&t, fixture_bank());
    table_start(&t, MODE_FIRST, 0, 8);
    table_move(&t, MOVE_NEXT);
    table_answer_unstored(&t, true, true);
    log_pending(log, &t);
    t.now.mono_ms = 77;
    struct game game = log_bring_back(&t, &rules, 8, NULL, 0, log, 1);
    assert_int_equal(game.cards[0].elapsed_ms, 1000);
    assert_int_equal(game.cards[1].shown_mono_ms, 77);
    free(log);
    table_free(&t);
}

static void events_of_unknown_activities_are_passed_over(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = rules_default(MODE_PRACTICE);
    struct event events[] = {
        {.sequence = 1, .kind = EVENT_ANSWER, .activity = "test:fair/a0", .choice = SIDE_SALES},
        {.sequence = 2, .kind = EVENT_ANSWER, .activity = "test:gone/a0", .choice = SIDE_SALES},
        {.sequence = 3, .kind = EVENT_STRIKE, .activity = "test:gone/a0", .choice = SIDE_NONE},
        {.sequence = 4, .kind = EVENT_ANSWER, .activity = "other:fair/a1", .choice = SIDE_SALES},
        {.sequence = 5, .kind = EVENT_FLAG, .activity = "test:gone/a1", .choice = SIDE_NONE},
        {.sequence = 6, .kind = EVENT_ANSWER, .activity = "test:web/a0", .choice = SIDE_SALES},
    };
    table_init(&t, fixture_bank());
    game_start(&t.game, &rules, 8, NULL, 0, t.bank, &t.history, t.now);
    game_resume(&t.game, t.bank, &t.history, events, ARRAY_LEN(events), t.now.utc_ms, t.now);
    assert_int_equal(t.game.card_count, 2);
    assert_string_equal(table_activity(&t, 0)->ref, "fair/a0");
    assert_string_equal(table_activity(&t, 1)->ref, "web/a0");
    assert_false(t.game.cards[0].struck);
    assert_int_equal(t.game.phase, PHASE_VERDICT);
    assert_int_equal(t.game.sequence, 6);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mode_comes_back_after_every_event),
        cmocka_unit_test(an_empty_log_is_a_fresh_run),
        cmocka_unit_test(time_on_the_open_card_starts_anew),
        cmocka_unit_test(events_of_unknown_activities_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
