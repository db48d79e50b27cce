/* The exam as a run: no verdict on the way, its ends, its clock, and when it may be taken again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/exam_retake.h"
#include "core/game_exam.h"
#include "core/game_resume.h"
#include "game_fixture.h"

enum { SEED = 3, MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, DAY_MS = 24 * HOUR_MS };

/* Forty-eight scenarios of one card each side, four principles. */
static struct bank *bank_for_exams(void)
{
    struct draft d = fixture_draft(4);
    for (int i = 0; i < 48; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, i % 4, 1, "food", "sm");
    }
    return fixture_finish(&d);
}

static struct rules exam_rules(int length, int pass, int minutes)
{
    struct rules rules = rules_default(MODE_EXAM);
    rules.length = length;
    rules.pass = pass;
    rules.minutes = minutes;
    return rules;
}

static void begin_exam(struct table *t, const struct rules *rules)
{
    table_init(t, bank_for_exams());
    game_start(&t->game, rules, SEED, NULL, 0, t->bank, &t->history, t->now);
    assert_int_equal(t->game.phase, PHASE_CARD);
}

static void no_verdict_shows_before_the_end(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(8, 0, 0);
    begin_exam(&t, &rules);
    assert_int_equal(game_length(&t.game), 8);
    assert_true(game_deadline(&t.game) == GAME_NO_DEADLINE);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(t.game.phase, PHASE_CARD);
        assert_int_equal(t.game.due_count, 0);
        table_answer_unstored(&t, i % 2, true);
        assert_int_equal(table_move(&t, MOVE_STORED), i < 7 ? EFFECT_REDRAW : EFFECT_RECORD);
        assert_int_equal(table_move(&t, MOVE_STRIKE),
                         i < 7 ? EFFECT_REDRAW | EFFECT_BELL : EFFECT_BELL);
    }
    assert_int_equal(t.game.pending.kind, EVENT_END);
    table_free(&t);
}

/* Plays an exam of ten with so many right; returns the note of its end. */
static const char *end_of_exam(int right, int pass)
{
    struct table t;
    struct rules rules = exam_rules(10, pass, 0);
    begin_exam(&t, &rules);
    for (int i = 0; i < 10; i++)
        table_answer(&t, i < right, true);
    assert_int_equal(t.game.phase, PHASE_STORING);
    enum run_end end = run_end_from_id(t.game.pending.note);
    table_move(&t, MOVE_STORED);
    assert_false(t.game.quit || t.game.shortage || t.game.time_up);
    table_free(&t);
    return run_end_id(end);
}

static void the_end_says_whether_it_was_passed(void **state)
{
    (void)state;
    assert_string_equal(end_of_exam(8, 0), "passed");
    assert_string_equal(end_of_exam(7, 0), "failed");
    assert_string_equal(end_of_exam(6, 6), "passed");
    assert_string_equal(end_of_exam(9, 10), "failed");
}

static void handing_in_counts_what_is_missing_as_not_right(void **state)
{
    (void)state;
    for (int right = 7; right <= 8; right++) {
        struct table t;
        struct rules rules = exam_rules(10, 8, 0);
        begin_exam(&t, &rules);
        for (int i = 0; i < right; i++)
            table_answer(&t, true, true);
        assert_int_equal(table_move(&t, MOVE_END), EFFECT_RECORD);
        assert_string_equal(t.game.pending.note, right == 8 ? "passed" : "failed");
        assert_true(t.game.quit);
        table_free(&t);
    }
}

/* Plays an adaptive exam, every `miss`th answer wrong (0: none); returns how many answers it took.
 */
static int adaptive_exam(int miss, const char *note)
{
    struct table t;
    struct rules rules = exam_rules(EXAM_ADAPTIVE_MOST, 0, 0);
    rules.adaptive = true;
    begin_exam(&t, &rules);
    for (int i = 1; t.game.phase == PHASE_CARD; i++)
        table_answer(&t, !miss || i % miss, true);
    assert_string_equal(t.game.pending.note, note);
    int answers = game_answered(&t.game);
    table_free(&t);
    return answers;
}

static void an_adaptive_exam_stops_as_soon_as_it_can_tell(void **state)
{
    (void)state;
    assert_int_equal(adaptive_exam(0, "passed"), 12); /* log(19) / log(9 / 7) = 11.7 */
    int failed = adaptive_exam(2, "failed");
    assert_true(failed >= EXAM_ADAPTIVE_LEAST && failed < 20);
    assert_true(adaptive_exam(6, "passed") > 20); /* 5 in 6 right: it takes longer to tell */
}

/* --- the clock ------------------------------------------------------------------------------ */

static void time_runs_from_the_first_card_on(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(10, 8, 2);
    begin_exam(&t, &rules);
    int64_t deadline = t.now.mono_ms + 2 * MINUTE_MS;
    assert_true(game_deadline(&t.game) == deadline);
    for (int i = 0; i < 8; i++)
        table_answer(&t, true, true);
    assert_true(game_deadline(&t.game) == deadline);
    t.now.mono_ms = deadline - 2000;
    assert_int_equal(table_move(&t, MOVE_TICK), EFFECT_NONE);
    assert_int_equal(table_move(&t, MOVE_TICK), EFFECT_RECORD); /* handed in as it is */
    assert_string_equal(t.game.pending.note, "passed");
    table_move(&t, MOVE_STORED);
    assert_true(t.game.time_up);
    assert_int_equal(game_answered(&t.game), 8);
    table_free(&t);
}

static void an_answer_after_the_deadline_is_not_taken(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(2, 2, 1);
    begin_exam(&t, &rules);
    table_answer(&t, true, true);
    t.now.mono_ms += MINUTE_MS;
    assert_int_equal(table_answer_unstored(&t, true, true), EFFECT_RECORD);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_string_equal(t.game.pending.note, "failed");
    assert_int_equal(game_answered(&t.game), 1);
    table_free(&t);
}

static void an_answer_in_time_counts_however_long_it_takes_to_store(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(1, 1, 1);
    begin_exam(&t, &rules);
    table_answer_unstored(&t, true, true);
    t.now.mono_ms += MINUTE_MS;
    table_move(&t, MOVE_NOT_STORED);
    table_move(&t, MOVE_RETRY);
    table_move(&t, MOVE_STORED);
    assert_string_equal(t.game.pending.note, "passed");
    table_free(&t);
}

/* The machine slept: its monotonic clock stood still, the wall clock did not. */
static void time_asleep_is_time_too(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(10, 8, 2);
    begin_exam(&t, &rules);
    table_answer(&t, true, true);
    t.now.utc_ms += HOUR_MS;
    assert_true(game_expired(&t.game, t.now));
    table_answer_unstored(&t, true, true);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    table_free(&t);
}

/* --- left and resumed ----------------------------------------------------------------------- */

/* Two answers of an exam of ten in thirty minutes, then a crash; the run goes on `later_ms` after
 * its start by the wall clock, on a machine just started. */
static void resume_later(struct table *t, int64_t later_ms)
{
    struct rules rules = exam_rules(10, 8, 30);
    struct event events[2];
    char names[2][64];
    begin_exam(t, &rules);
    int64_t started = t->now.utc_ms;
    for (int i = 0; i < 2; i++) {
        table_answer(t, true, true);
        snprintf(names[i], sizeof names[i], "test:%s", table_activity(t, i)->ref);
        events[i] = (struct event){.sequence = i + 1,
                                   .kind = EVENT_ANSWER,
                                   .activity = names[i],
                                   .choice = t->game.cards[i].choice,
                                   .sure = true,
                                   .elapsed_ms = 1000,
                                   .utc_ms = started + (i + 1) * 5 * MINUTE_MS};
    }
    struct game was = t->game;
    t->now = (struct now){.mono_ms = 77, .utc_ms = started + later_ms, .utc_offset_min = 60};
    game_start(&t->game, &rules, SEED, was.plan, was.plan_count, t->bank, &t->history, t->now);
    game_resume(&t->game, t->bank, &t->history, events, 2, started, t->now);
    assert_int_equal(t->game.phase, PHASE_CARD);
    assert_int_equal(game_answered(&t->game), 2);
    assert_int_equal(game_card(&t->game)->activity, was.cards[2].activity);
}

static void the_wall_clock_runs_on_while_it_is_left(void **state)
{
    (void)state;
    struct table t;
    resume_later(&t, 12 * MINUTE_MS);
    assert_true(game_deadline(&t.game) == 77 + 18 * MINUTE_MS);
    assert_false(game_expired(&t.game, t.now));
    table_free(&t);
}

static void a_clock_set_back_gives_no_time(void **state)
{
    (void)state;
    struct table t;
    resume_later(&t, -DAY_MS); /* it cannot be earlier than the last answer, at ten minutes */
    assert_true(game_deadline(&t.game) == 77 + 20 * MINUTE_MS);
    table_free(&t);
}

static void an_exam_left_too_long_is_over(void **state)
{
    (void)state;
    struct table t;
    resume_later(&t, 31 * MINUTE_MS);
    assert_int_equal(table_move(&t, MOVE_TICK), EFFECT_RECORD);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_int_equal(t.game.pending.sequence, 3);
    assert_string_equal(t.game.pending.note, "failed");
    assert_int_equal(game_answered(&t.game), 2);
    table_free(&t);
}

static void an_exam_cut_before_its_end_was_stored_has_it_pending(void **state)
{
    (void)state;
    struct table t;
    struct rules rules = exam_rules(1, 1, 0);
    begin_exam(&t, &rules);
    char name[64];
    snprintf(name, sizeof name, "test:%s", table_activity(&t, 0)->ref);
    struct event event = {.sequence = 1,
                          .kind = EVENT_ANSWER,
                          .activity = name,
                          .choice = table_keyed(&t),
                          .sure = true};
    game_resume(&t.game, t.bank, &t.history, &event, 1, t.now.utc_ms, t.now);
    assert_int_equal(t.game.phase, PHASE_STORING);
    assert_int_equal(t.game.pending.kind, EVENT_END);
    assert_int_equal(t.game.pending.sequence, 2);
    assert_int_equal(t.game.sequence, 2);
    assert_string_equal(t.game.pending.note, "passed");
    assert_int_equal(table_move(&t, MOVE_STORED), EFFECT_REDRAW | EFFECT_END);
    table_free(&t);
}

/* --- again ---------------------------------------------------------------------------------- */

static bool waits(enum mode mode, enum run_end end, bool other_bank, int64_t later_ms)
{
    struct table t;
    table_init(&t, fixture_bank());
    /* half past eleven at night, an hour east of Greenwich */
    int64_t started = INT64_C(20000) * DAY_MS + 22 * HOUR_MS + 30 * MINUTE_MS;
    history_begin_run(&t.history, &(struct past_run){.mode = mode,
                                                     .end = end,
                                                     .other_bank = other_bank,
                                                     .started_utc_ms = started,
                                                     .utc_offset_min = 60});
    struct now now = {.utc_ms = started + later_ms, .utc_offset_min = 60};
    bool waits = exam_retake_waits(&t.history, now);
    table_free(&t);
    return waits;
}

static void a_failed_exam_waits_for_another_local_day(void **state)
{
    (void)state;
    assert_true(waits(MODE_EXAM, RUN_FAILED, false, 29 * MINUTE_MS));
    assert_false(waits(MODE_EXAM, RUN_FAILED, false, 30 * MINUTE_MS));
    assert_true(waits(MODE_EXAM, RUN_OPEN, false, MINUTE_MS)); /* left to look at the cards */
    assert_false(waits(MODE_EXAM, RUN_PASSED, false, MINUTE_MS));
    assert_false(waits(MODE_EXAM, RUN_FAILED, true, MINUTE_MS));
    assert_false(waits(MODE_PRACTICE, RUN_QUIT, false, MINUTE_MS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_verdict_shows_before_the_end),
        cmocka_unit_test(the_end_says_whether_it_was_passed),
        cmocka_unit_test(handing_in_counts_what_is_missing_as_not_right),
        cmocka_unit_test(an_adaptive_exam_stops_as_soon_as_it_can_tell),
        cmocka_unit_test(time_runs_from_the_first_card_on),
        cmocka_unit_test(an_answer_after_the_deadline_is_not_taken),
        cmocka_unit_test(an_answer_in_time_counts_however_long_it_takes_to_store),
        cmocka_unit_test(time_asleep_is_time_too),
        cmocka_unit_test(the_wall_clock_runs_on_while_it_is_left),
        cmocka_unit_test(a_clock_set_back_gives_no_time),
        cmocka_unit_test(an_exam_left_too_long_is_over),
        cmocka_unit_test(an_exam_cut_before_its_end_was_stored_has_it_pending),
        cmocka_unit_test(a_failed_exam_waits_for_another_local_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
