/* What a learner has shown, against values worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/evidence.h"
#include "game_fixture.h"

/* Two principles with two scenarios each: activities 0 to 3 and 4 to 7, sales first. */
static void two_principles(struct table *t)
{
    struct draft d = fixture_draft(3);
    fixture_scenario(&d, "a", 0, 1, "trade", "sm");
    fixture_scenario(&d, "b", 0, 1, "trade", "sm");
    fixture_scenario(&d, "c", 1, 1, "trade", "sm");
    fixture_scenario(&d, "d", 1, 1, "trade", "sm");
    table_init(t, fixture_finish(&d));
}

static struct past past(const struct table *t, int activity, bool right, bool sure)
{
    enum side side = activity < 0 ? SIDE_SALES : t->bank->activities[activity].side;
    return (struct past){.activity = activity,
                         .graded = {.keyed = side,
                                    .choice = right ? side : side_other(side),
                                    .sure = sure,
                                    .mode = MODE_PRACTICE}};
}

static void assert_near(double is, double expected)
{
    if (is < expected - 1e-9 || is > expected + 1e-9)
        fail_msg("%.12f is not %.12f", is, expected);
}

static void assert_evidence(const struct table *t, const struct game *game, int principle,
                            double value, int shown, int ago)
{
    struct history cut = t->history; /* gone through from the start, as one that ends earlier is */
    cut.evidence = NULL;
    const struct history *const both[] = {&t->history, &cut};
    for (size_t i = 0; i < ARRAY_LEN(both); i++) {
        struct evidence *evidence = evidence_new(t->bank, both[i], game);
        assert_near(evidence[principle].value, value);
        assert_int_equal(evidence[principle].shown, shown);
        assert_int_equal(evidence[principle].ago, ago);
        free(evidence);
    }
}

static void before_the_first_answer_it_is_even(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    for (int principle = 0; principle < 3; principle++)
        assert_evidence(&t, NULL, principle, 0.5, 0, 0);
    table_free(&t);
}

static void each_answer_moves_it_three_tenths_of_the_way(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    history_add(&t.history, past(&t, 0, true, true));
    assert_evidence(&t, NULL, 0, 0.65, 1, 0);
    history_add(&t.history, past(&t, 1, true, false)); /* 0.7 * 0.65 + 0.3 * 0.35 */
    assert_evidence(&t, NULL, 0, 0.56, 2, 0);
    history_add(&t.history, past(&t, 2, false, true)); /* 0.7 * 0.56 */
    assert_evidence(&t, NULL, 0, 0.392, 3, 0);
    history_add(&t.history, past(&t, 3, false, false));
    assert_evidence(&t, NULL, 0, 0.2744, 4, 0);
    history_add(&t.history, past(&t, 0, true, true)); /* a repeated activity counts here */
    assert_evidence(&t, NULL, 0, 0.49208, 5, 0);
    assert_evidence(&t, NULL, 1, 0.5, 0, 0);
    table_free(&t);
}

static void what_counts_for_nothing_was_shown_all_the_same(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    struct past struck = past(&t, 0, false, true), seen = past(&t, 1, true, true);
    struck.graded.struck = true;
    seen.graded.after_verdict = true;
    history_add(&t.history, struck);
    history_add(&t.history, seen);
    assert_evidence(&t, NULL, 0, 0.5, 2, 0);
    table_free(&t);
}

static void ago_counts_the_answers_on_this_bank(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    history_add(&t.history, past(&t, 0, true, true));
    history_add(&t.history, past(&t, 4, true, true));
    history_add(&t.history, past(&t, -1, true, true)); /* of another bank */
    history_add(&t.history, past(&t, 5, true, true));
    assert_evidence(&t, NULL, 0, 0.65, 1, 2);
    assert_evidence(&t, NULL, 1, 0.755, 2, 0);
    table_free(&t);
}

static void the_run_under_way_counts_what_is_answered(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    history_add(&t.history, past(&t, 0, true, true));
    const int plan[] = {1, 4, 2};
    struct rules rules = rules_default(MODE_PRACTICE);
    game_start(&t.game, &rules, 1, plan, 3, t.bank, &t.history, t.now);
    assert_evidence(&t, &t.game, 0, 0.65, 1, 0); /* the open card does not count */
    table_turn(&t, false);
    assert_evidence(&t, &t.game, 0, 0.455, 2, 0);
    table_turn(&t, true);
    assert_evidence(&t, &t.game, 0, 0.455, 2, 1);
    assert_evidence(&t, &t.game, 1, 0.65, 1, 0);
    struct evidence *evidence = evidence_new(t.bank, &t.history, &t.game);
    assert_int_equal(evidence[0].shown_in_run, 1);
    assert_true(evidence[0].missed);
    assert_int_equal(evidence[0].missed_card, 0);
    assert_false(evidence[1].missed);
    assert_int_equal(evidence[2].shown_in_run, 0);
    free(evidence);
    table_answer(&t, true, true); /* shown again: nothing stands missed */
    evidence = evidence_new(t.bank, &t.history, &t.game);
    assert_false(evidence[0].missed);
    free(evidence);
    table_free(&t);
}

static void strike(struct table *t)
{
    table_move(t, MOVE_STRIKE);
    table_move(t, MOVE_STORED);
}

/* Whether it was struck before or after the next card was dealt must not matter. */
static void a_struck_answer_counts_until_the_next_is_given(void **state)
{
    (void)state;
    struct table t;
    two_principles(&t);
    const int plan[] = {0, 4, 1};
    struct rules rules = rules_default(MODE_PRACTICE);
    game_start(&t.game, &rules, 1, plan, 3, t.bank, &t.history, t.now);
    table_answer(&t, false, true);
    strike(&t);
    assert_evidence(&t, &t.game, 0, 0.35, 1, 0);
    table_move(&t, MOVE_NEXT);
    assert_evidence(&t, &t.game, 0, 0.35, 1, 0);
    table_turn(&t, true);
    assert_evidence(&t, &t.game, 0, 0.5, 1, 1);
    struct evidence *evidence = evidence_new(t.bank, &t.history, &t.game);
    assert_false(evidence[0].missed);
    free(evidence);
    table_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_first_answer_it_is_even),
        cmocka_unit_test(each_answer_moves_it_three_tenths_of_the_way),
        cmocka_unit_test(what_counts_for_nothing_was_shown_all_the_same),
        cmocka_unit_test(ago_counts_the_answers_on_this_bank),
        cmocka_unit_test(the_run_under_way_counts_what_is_answered),
        cmocka_unit_test(a_struck_answer_counts_until_the_next_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
