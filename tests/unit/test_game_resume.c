/* A run cut after any event comes back from its log as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/game_resume.h"
#include "game_fixture.h"
#include "seed.h"

enum { RUNS = 150, LOG_MAX = 128, RUN_MOVES = 90 };

/* A log as the store keeps it, and the game as it stood when each event was stored. */
struct log {
    struct event events[LOG_MAX];
    struct game after[LOG_MAX];
    char names[LOG_MAX][64];
    int count;
};

static void log_pending(struct log *log, const struct table *t)
{
    const struct pending *pending = &t->game.pending;
    struct event *event = &log->events[log->count];
    *event = (struct event){.sequence = pending->sequence,
                            .kind = pending->kind,
                            .activity = "",
                            .keyed = SIDE_NONE,
                            .choice = SIDE_NONE,
                            .utc_ms = pending->utc_ms,
                            .utc_offset_min = pending->utc_offset_min,
                            .note = ""};
    if (pending->card >= 0) {
        const struct card *card = &t->game.cards[pending->card];
        snprintf(log->names[log->count], sizeof log->names[0], "test:%s",
                 t->bank->activities[card->activity].ref);
        event->activity = log->names[log->count];
        if (pending->kind == EVENT_ANSWER) {
            event->choice = card->choice;
            event->sure = card->sure;
            event->elapsed_ms = card->elapsed_ms;
        }
    }
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
static void play(struct table *t, struct rng *rng, struct log *log)
{
    log->count = 0;
    for (int i = 0; i < RUN_MOVES; i++) {
        struct move move = random_move(t, rng);
        if (!(table_apply(t, &move) & EFFECT_RECORD))
            continue;
        if (t->game.pending.kind == EVENT_END)
            return;
        log_pending(log, t);
        table_move(t, MOVE_STORED);
        log->after[log->count++] = t->game;
    }
}

/* The card it makes a pair with; one that was struck out makes none. */
static int partner(const struct game *game, const struct card *card)
{
    return card->missed_card >= 0 && game->cards[card->missed_card].struck ? -1 : card->missed_card;
}

static void assert_same_card(const struct game *was, const struct game *is, int at)
{
    const struct card *one = &was->cards[at], *other = &is->cards[at];
    if (one->activity != other->activity || one->answered != other->answered ||
        one->choice != other->choice || one->sure != other->sure || one->struck != other->struck ||
        one->flagged != other->flagged || one->first_time != other->first_time ||
        partner(was, one) != partner(is, other))
        fail_msg("card %d came back otherwise: activity %d/%d, missed %d/%d, flagged %d/%d", at,
                 one->activity, other->activity, one->missed_card, other->missed_card, one->flagged,
                 other->flagged);
    if (one->answered)
        assert_int_equal(one->elapsed_ms, other->elapsed_ms);
}

static void assert_same_game(const struct game *was, const struct game *is)
{
    assert_int_equal(is->sequence, was->sequence);
    assert_int_equal(game_answered(is), game_answered(was));
    for (int i = 0; i < was->card_count; i++)
        assert_same_card(was, is, i);
    assert_int_equal(is->planned, was->planned);
    assert_int_equal(is->plan_count, was->plan_count);
    assert_memory_equal(is->plan, was->plan, sizeof is->plan);
    assert_int_equal(is->phase, was->phase == PHASE_CLUE ? PHASE_VERDICT : was->phase);
    assert_int_equal(is->card_count, was->card_count);
    assert_int_equal(is->rng.state, was->rng.state);
    assert_int_equal(is->due_count, was->due_count);
    assert_memory_equal(is->due, was->due, (size_t)was->due_count * sizeof *was->due);
}

static struct game brought_back(const struct table *t, const struct rules *rules, uint64_t seed,
                                const struct log *log, int count)
{
    struct game game;
    game_start(&game, rules, seed, NULL, 0, t->bank, &t->history, t->now);
    game_resume(&game, t->bank, &t->history, log->events, (size_t)count, t->now.utc_ms, t->now);
    return game;
}

/* A verdict that was passed already shows again; going on deals the same card. */
static void go_on_if_it_had(struct game *game, const struct table *t, const struct game *was)
{
    struct move next = {.kind = MOVE_NEXT};
    if (game->phase == PHASE_VERDICT && was->phase == PHASE_CARD)
        game_apply(game, t->bank, &t->history, &next, t->now);
    if (game->phase == PHASE_PRINCIPLE && was->phase == PHASE_CARD)
        game_apply(game, t->bank, &t->history, &next, t->now);
}

static void a_cut_run_comes_back(enum mode mode)
{
    struct rng rng = rng_for_test();
    struct log *log = xcalloc(1, sizeof *log);
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
        play(&t, &rng, log);
        for (int i = 0; i < log->count; i++) {
            struct game game = brought_back(&t, &rules, seed, log, i + 1);
            assert_int_equal(game.notice, NOTICE_NONE);
            go_on_if_it_had(&game, &t, &log->after[i]);
            assert_same_game(&log->after[i], &game);
        }
        table_free(&t);
    }
    free(log);
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
    struct game game = brought_back(&t, &rules, 8, log, 1);
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
