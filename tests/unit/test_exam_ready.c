/* When practice predicts that the exam is passed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/exam_ready.h"

static struct bank *bank_of(int activities)
{
    struct draft draft = fixture_draft(1);
    for (int i = 0; i < activities / 4; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&draft, id, 0, 1, "events", "smsm");
    }
    return fixture_finish(&draft);
}

/* Answers to new activities, the misses first. */
static void answer(struct history *history, const struct bank *bank, int first, int misses,
                   int right)
{
    for (int i = 0; i < misses + right; i++) {
        enum side keyed = bank->activities[first + i].side;
        enum side choice = i < misses ? side_other(keyed) : keyed;
        struct graded graded = {.keyed = keyed, .choice = choice, .mode = MODE_PRACTICE};
        history_add(history, (struct past){.activity = first + i, .graded = graded});
    }
}

static bool ready_after(int misses, int right)
{
    struct bank *bank = bank_of(400);
    struct history history;
    history_init(&history, bank);
    answer(&history, bank, 0, misses, right);
    bool ready = exam_ready(&history);
    history_free(&history);
    bank_free(bank);
    return ready;
}

/* The probabilities of at least 16 of the next 20, from the beta-binomial distribution with a
 * uniform prior, are in the comments. */
static void it_takes_enough_right_answers(void **state)
{
    (void)state;
    assert_true(ready_after(2, 18));  /* .816 */
    assert_false(ready_after(3, 17)); /* .681 */
    assert_true(ready_after(5, 35));  /* .817 */
    assert_false(ready_after(6, 34)); /* .742 */
}

static void it_takes_enough_answers(void **state)
{
    (void)state;
    assert_false(ready_after(0, EXAM_READY_LEAST - 1));
    assert_true(ready_after(0, EXAM_READY_LEAST));
}

static void only_the_last_answers_are_looked_at(void **state)
{
    (void)state;
    assert_true(ready_after(200, EXAM_READY_RECENT));
    assert_false(ready_after(200, EXAM_READY_RECENT - 6));
}

static void only_first_answers_are_looked_at(void **state)
{
    (void)state;
    struct bank *bank = bank_of(40);
    struct history history;
    history_init(&history, bank);
    answer(&history, bank, 0, 0, 10);
    answer(&history, bank, 0, 0, 10);
    assert_false(exam_ready(&history));
    answer(&history, bank, 10, 0, 10);
    assert_true(exam_ready(&history));
    answer(&history, bank, 0, 20, 0);
    assert_true(exam_ready(&history));
    history_free(&history);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_takes_enough_right_answers),
        cmocka_unit_test(it_takes_enough_answers),
        cmocka_unit_test(only_the_last_answers_are_looked_at),
        cmocka_unit_test(only_first_answers_are_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
