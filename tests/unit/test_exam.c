/* The decision of an exam: what passes, what fails, when, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/exam.h"

static const struct exam_rules twenty = {.length = EXAM_LENGTH, .pass = 16};
static const struct exam_rules adaptive = {
    .adaptive = true, .length = EXAM_ADAPTIVE_MOST, .principles = 16};

/* Answers the next item, sides and principles in turn. */
static void answer(struct exam *exam, bool right)
{
    enum side keyed = (enum side)(exam->answers % SIDE_COUNT);
    exam_add(exam, keyed, right ? keyed : side_other(keyed), exam->answers % 16);
}

/* Answers by letters, r right and w wrong, until the exam is decided. */
static struct exam_decision decision_of(const struct exam_rules *rules, const char *letters)
{
    struct exam exam = exam_begin(rules);
    for (; *letters && exam_decision(&exam).outcome == EXAM_GOING_ON; letters++)
        answer(&exam, *letters == 'r');
    assert_int_equal(*letters, '\0'); /* decided by the last letter and not before */
    return exam_decision(&exam);
}

#define assert_decision(actual, expected_outcome, expected_reason) \
    do {                                                           \
        struct exam_decision decision = (actual);                  \
        assert_int_equal(decision.outcome, expected_outcome);      \
        assert_int_equal(decision.reason, expected_reason);        \
    } while (0)

static void the_usual_mark_is_eight_of_ten_rounded_up(void **state)
{
    (void)state;
    assert_int_equal(exam_default_pass(20), 16);
    assert_int_equal(exam_default_pass(10), 8);
    assert_int_equal(exam_default_pass(12), 10);
    assert_int_equal(exam_default_pass(1), 1);
    assert_int_equal(exam_default_pass(RULES_LENGTH_MAX), 320);
}

static void the_fixed_form_asks_all_and_counts(void **state)
{
    (void)state;
    assert_decision(decision_of(&twenty, "rrrrrrrrrrrrrrrrrrr"), EXAM_GOING_ON, EXAM_UNDECIDED);
    assert_decision(decision_of(&twenty, "wwwwwwwwwwwwwwwwwww"), EXAM_GOING_ON, EXAM_UNDECIDED);
    assert_decision(decision_of(&twenty, "rrrrwrrrrwrrrrwrrrrw"), EXAM_PASSED, EXAM_COUNTED);
    assert_decision(decision_of(&twenty, "wrrrwrrrrwrrrrwrrrrw"), EXAM_FAILED, EXAM_COUNTED);
}

static void what_is_unanswered_is_not_right(void **state)
{
    (void)state;
    struct exam exam = exam_begin(&twenty);
    for (int i = 0; i < 16; i++)
        answer(&exam, true);
    struct exam other = exam;
    exam_end(&exam);
    assert_decision(exam_decision(&exam), EXAM_PASSED, EXAM_COUNTED);
    assert_int_equal(exam.answers, 20);
    assert_int_equal(exam.given.answers, 16);

    other.given.right--;
    for (int i = 0; i < 4; i++)
        exam_add(&other, SIDE_SALES, SIDE_NONE, 0);
    assert_decision(exam_decision(&other), EXAM_FAILED, EXAM_COUNTED);
}

static void nothing_changes_a_decision(void **state)
{
    (void)state;
    struct exam exam = exam_begin(&(struct exam_rules){.length = 2, .pass = 2});
    answer(&exam, true);
    answer(&exam, false);
    struct exam decided = exam;
    answer(&exam, true);
    exam_end(&exam);
    assert_memory_equal(&exam, &decided, sizeof exam);
}

static void the_adaptive_form_stops_when_it_is_clear(void **state)
{
    (void)state;
    assert_decision(decision_of(&adaptive, "wwwwwwwwwww"), EXAM_GOING_ON, EXAM_UNDECIDED);
    assert_decision(decision_of(&adaptive, "wwwwwwwwwwww"), EXAM_FAILED, EXAM_CLEAR);
    assert_decision(decision_of(&adaptive, "rrrrrrrrrrrrrrrr"), EXAM_PASSED, EXAM_CLEAR);
    /* 16 × .2513 - 1.0986 = 2.92 is not enough yet; nor is 18 × .2513 - 2 × 1.0986 = 2.33. */
    assert_decision(decision_of(&adaptive, "wrrrrrrrrrrrrrrrr"), EXAM_GOING_ON, EXAM_UNDECIDED);
    assert_decision(decision_of(&adaptive, "wrrrrrrrrrrrrrrrrr"), EXAM_PASSED, EXAM_CLEAR);
    assert_decision(decision_of(&adaptive, "wwrrrrrrrrrrrrrrrrrrr"), EXAM_GOING_ON, EXAM_UNDECIDED);
}

static void a_pass_takes_every_principle(void **state)
{
    (void)state;
    struct exam exam = exam_begin(&adaptive);
    for (int i = 0; i < 30; i++)
        exam_add(&exam, (enum side)(i % 2), (enum side)(i % 2), i % 15);
    assert_decision(exam_decision(&exam), EXAM_GOING_ON, EXAM_UNDECIDED);
    exam_add(&exam, SIDE_SALES, SIDE_SALES, 15);
    assert_decision(exam_decision(&exam), EXAM_PASSED, EXAM_CLEAR);
    exam = exam_begin(&adaptive);
    for (int i = 0; i < EXAM_ADAPTIVE_MOST; i++)
        exam_add(&exam, (enum side)(i % 2), (enum side)(i % 2), i % 15);
    assert_decision(exam_decision(&exam), EXAM_FAILED, EXAM_AT_END);
    /* With four principles to meet, 12 items are enough. */
    struct exam_rules four = adaptive;
    four.principles = 4;
    assert_decision(decision_of(&four, "rrrrrrrrrrrr"), EXAM_PASSED, EXAM_CLEAR);
}

/* All misses on one side, every third of its items: 100 % there, 67 % here; c is -0.69 at the
 * end, for H is 20.5 / 21 and F 7.5 / 21, and the sum is 33 × .2513 - 7 × 1.0986 = .60. */
static void whoever_leans_does_not_pass(void **state)
{
    (void)state;
    struct exam exam = exam_begin(&adaptive);
    for (int i = 0; i < EXAM_ADAPTIVE_MOST; i++) {
        assert_int_equal(exam_decision(&exam).outcome, EXAM_GOING_ON);
        bool miss = i % 2 == SIDE_MARKETING && i % 6 == 1;
        answer(&exam, !miss);
    }
    assert_int_equal(exam.given.right, 33);
    assert_decision(exam_decision(&exam), EXAM_FAILED, EXAM_LEANED);

    /* As many misses, on both sides, pass. */
    assert_decision(decision_of(&adaptive, "wrrrrwrrrrwrrrrwrrrrwrrrrwrrrrrwrrrrrrrr"), EXAM_PASSED,
                    EXAM_AT_END);
}

static void one_item_more_decides_at_the_end(void **state)
{
    (void)state;
    assert_decision(decision_of(&adaptive, "wrrrrwrrrrwrrrrwrrrrwrrrrwrrrrrwrrrrrrrw"), EXAM_FAILED,
                    EXAM_AT_END);
}

static void handing_in_early_does_not_help(void **state)
{
    (void)state;
    struct exam exam = exam_begin(&adaptive);
    for (int i = 0; i < 15; i++)
        answer(&exam, true);
    exam_end(&exam);
    assert_decision(exam_decision(&exam), EXAM_FAILED, EXAM_CLEAR);
    exam = exam_begin(&adaptive);
    exam_end(&exam);
    assert_int_equal(exam_decision(&exam).outcome, EXAM_FAILED);
}

static void a_short_adaptive_exam_ends_with_its_items(void **state)
{
    (void)state;
    struct exam_rules eight = {.adaptive = true, .length = 8, .principles = 8};
    assert_decision(decision_of(&eight, "rrrrrrrr"), EXAM_PASSED, EXAM_AT_END);
    assert_decision(decision_of(&eight, "rrrrrrww"), EXAM_FAILED, EXAM_AT_END);
    assert_decision(decision_of(&eight, "wwwwwwww"), EXAM_FAILED, EXAM_CLEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_mark_is_eight_of_ten_rounded_up),
        cmocka_unit_test(the_fixed_form_asks_all_and_counts),
        cmocka_unit_test(what_is_unanswered_is_not_right),
        cmocka_unit_test(nothing_changes_a_decision),
        cmocka_unit_test(the_adaptive_form_stops_when_it_is_clear),
        cmocka_unit_test(a_pass_takes_every_principle),
        cmocka_unit_test(whoever_leans_does_not_pass),
        cmocka_unit_test(one_item_more_decides_at_the_end),
        cmocka_unit_test(handing_in_early_does_not_help),
        cmocka_unit_test(a_short_adaptive_exam_ends_with_its_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
