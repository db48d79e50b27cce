/* Corrected keys: what an old answer is graded by, and what the learner is told of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/correction.h"
#include "core/rekey.h"

enum { ANSWERED_MS = 1000 };

/* A bank and the past of one learner with it. */
struct learned {
    struct bank *bank;
    struct history history;
};

static int set_up(void **state)
{
    struct learned *p = calloc(1, sizeof *p);
    p->bank = fixture_bank();
    history_init(&p->history, p->bank);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct learned *p = *state;
    history_free(&p->history);
    bank_free(p->bank);
    free(p);
    return 0;
}

/* Adds an answer as loading adds it: graded by the key that holds today. */
static void add(struct learned *p, int activity, uint64_t wording, enum side keyed_then,
                int64_t utc_ms)
{
    struct past past = {
        .activity = activity,
        .wording = wording,
        .keyed_then = keyed_then,
        .graded = {.keyed = rekey(p->bank, activity, wording, keyed_then),
                   .choice = keyed_then,
                   .sure = true,
                   .mode = MODE_PRACTICE},
        .utc_ms = utc_ms,
    };
    history_add(&p->history, past);
}

/* An answer to today's wording, keyed otherwise then. */
static void add_corrected(struct learned *p, int activity)
{
    const struct activity *card = &p->bank->activities[activity];
    add(p, activity, card->wording, side_other(card->side), ANSWERED_MS);
}

static struct corrections found(struct learned *p, const struct told *told, size_t count)
{
    struct corrections corrections = {0};
    corrections_find(&corrections, p->bank, &p->history, told, count);
    return corrections;
}

static size_t count_found(struct learned *p, const struct told *told, size_t count)
{
    struct corrections corrections = found(p, told, count);
    size_t len = corrections.len;
    corrections_free(&corrections);
    return len;
}

static void the_same_wording_takes_todays_key(void **state)
{
    const struct bank *bank = ((struct learned *)*state)->bank;
    const struct activity *card = &bank->activities[0];
    assert_int_equal(card->side, SIDE_SALES);
    assert_int_equal(rekey(bank, 0, card->wording, SIDE_MARKETING), SIDE_SALES);
    assert_int_equal(rekey(bank, 0, card->wording, SIDE_SALES), SIDE_SALES);
    assert_int_equal(rekey(bank, 0, card->wording + 1, SIDE_MARKETING), SIDE_MARKETING);
    assert_int_equal(rekey(bank, -1, card->wording, SIDE_MARKETING), SIDE_MARKETING);
}

/* Nobody asks it any more, so it has no key of today. */
static void a_dropped_card_keeps_the_key_of_the_time(void **state)
{
    const struct bank *bank = ((struct learned *)*state)->bank;
    int dropped = bank_find_activity(bank, "stand/a1");
    assert_true(bank->activities[dropped].dropped);
    uint64_t wording = bank->activities[dropped].wording;
    assert_int_equal(rekey(bank, dropped, wording, SIDE_MARKETING), SIDE_MARKETING);
    assert_int_equal(rekey(bank, dropped, wording, SIDE_SALES), SIDE_SALES);
}

static void nothing_is_told_without_a_correction(void **state)
{
    struct learned *p = *state;
    const struct activity *cards = p->bank->activities;
    assert_int_equal(count_found(p, NULL, 0), 0);
    add(p, 0, cards[0].wording, cards[0].side, ANSWERED_MS);
    add(p, 1, cards[1].wording + 1, side_other(cards[1].side), ANSWERED_MS); /* reworded since */
    add(p, -1, 7, SIDE_SALES, ANSWERED_MS);                                  /* gone */
    add_corrected(p, bank_find_activity(p->bank, "stand/a1"));               /* dropped */
    add_corrected(p, 2);
    p->history.items[p->history.len - 1].graded.struck = true;
    assert_int_equal(count_found(p, NULL, 0), 0);
}

static void every_answer_scored_anew_is_counted(void **state)
{
    struct learned *p = *state;
    add_corrected(p, 4);
    add_corrected(p, 0);
    add_corrected(p, 4);
    struct corrections corrections = found(p, NULL, 0);
    assert_int_equal(corrections.len, 2);
    assert_int_equal(corrections.answers, 3);
    assert_int_equal(corrections.items[0].activity, 0);
    assert_int_equal(corrections.items[0].answers, 1);
    assert_int_equal(corrections.items[1].activity, 4);
    assert_int_equal(corrections.items[1].answers, 2);
    corrections_free(&corrections);
}

static void what_was_told_is_not_told_again(void **state)
{
    struct learned *p = *state;
    add_corrected(p, 0);
    add_corrected(p, 1);
    const struct told told[] = {
        {.activity = "test:fair/a0", .side = SIDE_SALES, .utc_ms = ANSWERED_MS + 1},
        {.activity = "test:fair/gone", .side = SIDE_SALES, .utc_ms = ANSWERED_MS + 1},
        {.activity = "other:fair/a1", .side = SIDE_MARKETING, .utc_ms = ANSWERED_MS + 1}};
    struct corrections corrections = found(p, told, ARRAY_LEN(told));
    assert_int_equal(corrections.len, 1);
    assert_int_equal(corrections.items[0].activity, 1);
    corrections_free(&corrections);
}

/* Told that it is marketing, the learner does not know that it is sales again. */
static void taking_a_correction_back_is_told_too(void **state)
{
    struct learned *p = *state;
    const struct activity *card = &p->bank->activities[0];
    add(p, 0, card->wording, SIDE_SALES, ANSWERED_MS);
    const struct told told[] = {
        {.activity = "test:fair/a0", .side = SIDE_SALES, .utc_ms = ANSWERED_MS + 9},
        {.activity = "test:fair/a0", .side = SIDE_MARKETING, .utc_ms = ANSWERED_MS + 5}};
    assert_int_equal(count_found(p, &told[1], 1), 1);
    assert_int_equal(count_found(p, told, 2), 0); /* the last one counts, in whatever order */
}

/* What was told before an answer says nothing about that answer. */
static void an_answer_after_the_telling_knows_its_own_key(void **state)
{
    struct learned *p = *state;
    const struct activity *card = &p->bank->activities[0];
    const struct told told = {
        .activity = "test:fair/a0", .side = SIDE_MARKETING, .utc_ms = ANSWERED_MS - 1};
    add(p, 0, card->wording, SIDE_SALES, ANSWERED_MS);
    assert_int_equal(count_found(p, &told, 1), 0);
    add_corrected(p, 0);
    assert_int_equal(count_found(p, &told, 1), 1);
}

static void it_is_said_with_old_and_new_side_and_why(void **state)
{
    struct learned *p = *state;
    struct str text = {0};
    add_corrected(p, 0);
    struct corrections corrections = found(p, NULL, 0);
    corrections_say(&corrections, p->bank, &text);
    assert_string_equal(
        str_text(&text),
        "1 of your answers was scored anew: the bank's author corrected its key.\n"
        "\n"
        "The situation called fair.\n"
        "“Writing number 0 of fair to one buyer”\n"
        "Until now this counted as marketing; from now on it is sales. Because he reads number 0 "
        "of fair.");
    corrections_free(&corrections);
    str_clear(&text);
    add_corrected(p, 1);
    corrections = found(p, NULL, 0);
    corrections_say(&corrections, p->bank, &text);
    assert_non_null(strstr(str_text(&text), "2 of your answers were scored anew"));
    assert_non_null(strstr(str_text(&text), "counted as sales; from now on it is marketing."));
    corrections_free(&corrections);
    str_free(&text);
}

#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_PLACE(the_same_wording_takes_todays_key),
        WITH_PLACE(a_dropped_card_keeps_the_key_of_the_time),
        WITH_PLACE(nothing_is_told_without_a_correction),
        WITH_PLACE(every_answer_scored_anew_is_counted),
        WITH_PLACE(what_was_told_is_not_told_again),
        WITH_PLACE(taking_a_correction_back_is_told_too),
        WITH_PLACE(an_answer_after_the_telling_knows_its_own_key),
        WITH_PLACE(it_is_said_with_old_and_new_side_and_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
