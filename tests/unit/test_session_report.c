/* The figures of a session's report, against figures by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "close.h"
#include "core/item_analysis.h"
#include "core/session_talk_words.h"
#include "report_desk.h"
#include "seed.h"

/* --- counts ---------------------------------------------------------------------------------- */

static void a_day_is_counted_part_by_part(void **state)
{
    struct desk *desk = *state;
    report_day(&desk->runs);
    const struct session_report *report = make(desk);
    assert_int_equal(report->people.len, 8);
    assert_tally(&report->parts[PART_BEFORE].tally, 16, 32, 14, 29);
    assert_tally(&report->parts[PART_PRACTICE].tally, 19, 28, 17, 25);
    assert_tally(&report->parts[PART_AFTER].tally, 25, 28, 25, 28);
    assert_int_equal(report->parts[PART_PRACTICE].people, 7);
    assert_int_equal(report->parts[PART_BEFORE].met, 2);
    assert_int_equal(report->parts[PART_AFTER].met, 7);
    assert_tally(&report->hands, 30, 40, 0, 0); /* 9 + 6 + 7 + 8; nobody knows who was sure */
    assert_tally(&report->everybody, 60, 88, 56, 82);
    assert_tally(&report->all, 90, 128, 56, 82);
    assert_int_equal(report->all.table[SIDE_SALES][SIDE_SALES] +
                         report->all.table[SIDE_MARKETING][SIDE_MARKETING],
                     90);
    assert_int_equal(report->principle_count, 3);
    assert_int_equal(report->card_count, 12);
}

static void nobody_and_nothing_is_a_report_too(void **state)
{
    struct desk *desk = *state;
    const struct session_report *report = make(desk);
    assert_says(report, report_words_who, "Nobody's answers are here yet.");
    assert_says(report, report_words_mixed, "too few answers");
    assert_says(report, report_words_worked, "nobody went through both tests");
    assert_int_equal(report->talk_count, 0);
    assert_int_equal(report->card_count, 0);
    assert_int_equal(report->gain.people, 0);
    assert_int_equal(session_report_latest(report), PART_NONE);
}

static void hands_alone_are_a_report(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{1, 9}};
    report_hands(&desk->runs, hands, 1);
    const struct session_report *report = make(desk);
    assert_says(report, report_words_who, "Nobody answered alone. 10 hands were counted");
    assert_int_equal(report->all.answers, 10);
    assert_int_equal(report->everybody.answers, 0);
    assert_int_equal(report->talk_count, 1);
    assert_int_equal(report->talk[0].hands, 10);
    assert_int_equal(report->talk[0].shape, TALK_ONE_WAY);
    assert_int_equal(session_report_latest(report), PART_PRACTICE);
}

/* A hand of which the trainer was not sure was counted anew. */
static void hands_taken_back_do_not_count(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{2, 3}};
    int card = desk->session.practice.activities[0];
    report_hands(&desk->runs, hands, 1);
    desk->runs.items[0].count--; /* it goes on */
    report_event(&desk->runs, EVENT_STRIKE, card);
    report_event(&desk->runs, EVENT_ANSWER, card)->choice = SIDE_SALES;
    const struct session_report *report = make(desk);
    assert_int_equal(report->hands.answers, 1);
    assert_int_equal(report->hands.right, 1);
}

/* --- gain ------------------------------------------------------------------------------------ */

/* Differences of 25, 50, 75, 0, 75, 25 and 25 points: mean 39.2857, standard deviation 28.3473, and
 * t of .975 with 6 degrees of freedom 2.446912. */
static void the_gain_is_of_pairs(void **state)
{
    struct desk *desk = *state;
    report_day(&desk->runs);
    const struct report_gain *gain = &make(desk)->gain;
    assert_int_equal(gain->people, 7);
    assert_close(gain->points, 39.285714, 1e-5);
    assert_close(gain->low, 13.068801, 1e-5);
    assert_close(gain->high, 65.502627, 1e-5);
    assert_true(gain->told);
    assert_int_equal(gain->right[PART_BEFORE], 14);
    assert_int_equal(gain->cards[PART_BEFORE], 28);
    assert_int_equal(gain->right[PART_AFTER], 25);
    assert_int_equal(gain->met[PART_BEFORE], 2);
    assert_int_equal(gain->met[PART_AFTER], 7);
    assert_int_equal(gain->better, 6);
    assert_int_equal(gain->worse, 0);
    assert_int_equal(gain->began_with[FORM_A] + gain->began_with[FORM_B], 7);
    assert_says(&desk->report, report_words_worked,
                "It worked: after the training people had 39 of 100 cards more right than before "
                "(95 % interval: 13 to 66).");
}

/* Adds somebody who answered the cards of one form in both tests. */
static void add_same_form(struct desk *desk, int person)
{
    report_answers(&desk->runs, "", "X", person, PART_BEFORE, "wwww");
    report_answers(&desk->runs, "", "X", person, PART_BEFORE, "rrrr")->run.part =
        part_id(PART_AFTER);
}

/* Cards that were met before tell nothing of the training. */
static void who_had_the_same_form_twice_is_left_out(void **state)
{
    struct desk *desk = *state;
    report_day(&desk->runs);
    add_same_form(desk, 21);
    const struct report_gain *gain = &make(desk)->gain;
    assert_int_equal(gain->people, 7);
    assert_int_equal(gain->same_form, 1);
    assert_close(gain->points, 39.285714, 1e-5);
    assert_close(gain->low, 13.068801, 1e-5);
    assert_int_equal(gain->better, 6);
    assert_int_equal(desk->report.people.len, 9);
    assert_says(&desk->report, report_words_gain,
                " 1 person had the same form of the test before and after and is left out here");
    desk->runs.count = 0;
    add_same_form(desk, 21);
    add_same_form(desk, 22);
    gain = &make(desk)->gain;
    assert_int_equal(gain->people, 0);
    assert_int_equal(gain->same_form, 2);
    assert_says(&desk->report, report_words_worked,
                "nobody had one form of the test before and the other after.");
    assert_says(&desk->report, report_words_gain, " 2 people had the same form");
}

static void too_few_people_tell_nothing(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < REPORT_GAIN_PEOPLE - 1; i++) {
        report_answers(&desk->runs, "", "X", i + 1, PART_BEFORE, "rwww");
        report_answers(&desk->runs, "", "X", i + 1, PART_AFTER, "rrrr");
    }
    report_answers(&desk->runs, "", "X", 9, PART_BEFORE, "rwww"); /* did not come back */
    const struct report_gain *gain = &make(desk)->gain;
    assert_int_equal(gain->people, 4);
    assert_false(gain->told);
    assert_close(gain->points, 75, 1e-9);
    assert_says(&desk->report, report_words_worked,
                "Too few people to tell whether it worked: 4 people went through both tests, with "
                "4 of 16 right before and 16 of 16 after.");
    assert_note(&desk->report, "nobody has verified them");
    assert_note(&desk->report, "5 people typed a name that somebody else typed too");
}

/* Five people, of whom two gain everything, two lose everything: 0 on average, and the half
 * interval is 2.776445 × 100 / √5 = 124. */
static void a_wide_interval_tells_nothing(void **state)
{
    struct desk *desk = *state;
    static const char *const marks[][2] = {
        {"rrrr", "wwww"}, {"rrrr", "wwww"}, {"wwww", "rrrr"}, {"wwww", "rrrr"}, {"rrww", "rrww"}};
    for (int i = 0; i < 5; i++) {
        report_answers(&desk->runs, "", "X", 2 * i, PART_BEFORE, marks[i][0]);
        report_answers(&desk->runs, "", "X", 2 * i, PART_AFTER, marks[i][1]);
    }
    const struct report_gain *gain = &make(desk)->gain;
    assert_close(gain->points, 0, 1e-9);
    assert_close(gain->high, 124.1664, 1e-3);
    assert_false(gain->told);
    assert_says(&desk->report, report_words_worked, "Too few people to tell");
}

static void a_loss_and_a_toss_up_are_called_so(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < 6; i++) {
        report_answers(&desk->runs, "", "X", 2 * i, PART_BEFORE, "rrrr");
        report_answers(&desk->runs, "", "X", 2 * i, PART_AFTER, i % 2 ? "rrww" : "rwww");
    }
    assert_says(make(desk), report_words_worked,
                "It did not work: after the training people had "
                "63 of 100 cards fewer right");
    assert_says(&desk->report, report_words_gain, "All had the same test first");
    desk->runs.count = 0;
    for (int i = 0; i < 6; i++) {
        report_answers(&desk->runs, "", "X", i, PART_BEFORE, "rrww");
        report_answers(&desk->runs, "", "X", i, PART_AFTER, i % 2 ? "rwww" : "rrrw");
    }
    assert_says(make(desk), report_words_worked, "cannot be told from chance");
}

static void without_both_tests_there_is_no_gain(void **state)
{
    struct desk *desk = *state;
    desk->session.has[PART_AFTER] = false;
    report_answers(&desk->runs, "", "X", 1, PART_BEFORE, "rrrr");
    assert_says(make(desk), report_words_worked, "only in a session with a test before and after");
    assert_says(&desk->report, report_words_mixed, "too few answers");
}

/* --- what to talk about ---------------------------------------------------------------------- */

static const struct report_talk *talk_about(const struct session_report *report, const char *ref)
{
    for (size_t i = 0; i < report->talk_count; i++)
        if (strcmp(report->session->bank->activities[report->talk[i].card->activity].ref, ref) == 0)
            return &report->talk[i];
    fail_msg("%s is not among them", ref);
    return NULL;
}

/* Practice goes first; robots/one and bikes/many go out for being of the same situations; then the
 * worst of the cards that three people had after. */
static void the_worst_of_practice_are_talked_about(void **state)
{
    struct desk *desk = *state;
    report_day(&desk->runs);
    const struct session_report *report = make(desk);
    assert_int_equal(report->talk_count, 3);
    const struct report_talk *robots = talk_about(report, "robots/many");
    assert_ptr_equal(robots, &report->talk[0]);
    assert_int_equal(robots->shape, TALK_SURE);
    assert_tally(&robots->tally, 7, 17, 1, 7);
    assert_int_equal(robots->hands, 10);
    assert_int_equal(talk_about(report, "bikes/one")->shape, TALK_SOME);
    assert_int_equal(talk_about(report, "gym/many")->part, PART_AFTER);
    assert_true(report->open_tests); /* somebody has the test after before them */
}

/* Four cards of four people: all wrong and not sure of it, split, one wrong, none wrong. */
static void the_shape_follows_the_answers(void **state)
{
    struct desk *desk = *state;
    static const char *const marks[] = {"WWwr", "WWrr", "WRrr", "WRrr"};
    desk->session.has[PART_BEFORE] = desk->session.has[PART_AFTER] = false;
    desk->session.practice.count = 0;
    static const char *const cards[] = {"bakery/one", "gym/one", "papers/one", "water/one", NULL};
    report_items(desk->bank, &desk->session.practice, cards);
    for (int i = 0; i < 4; i++)
        report_answers(&desk->runs, "", "X", i + 1, PART_PRACTICE, marks[i]);
    const struct session_report *report = make(desk);
    assert_int_equal(report->talk_count, 3);
    assert_int_equal(talk_about(report, "bakery/one")->shape, TALK_ONE_WAY);
    assert_int_equal(talk_about(report, "gym/one")->shape, TALK_SPLIT);
    assert_int_equal(talk_about(report, "papers/one")->shape, TALK_SOME);
    assert_false(report->open_tests);
    struct str text = {0};
    talk_words_split(report, 0, &text);
    assert_string_equal(str_text(&text), "Most went the wrong way: 4 of 4 said Marketing.");
    str_free(&text);
}

static void fewer_than_three_answers_are_not_talked_about(void **state)
{
    struct desk *desk = *state;
    report_answers(&desk->runs, "", "X", 1, PART_PRACTICE, "wwww");
    report_answers(&desk->runs, "", "X", 2, PART_PRACTICE, "wwww");
    assert_int_equal(make(desk)->talk_count, 0);
    report_answers(&desk->runs, "", "X", 3, PART_PRACTICE, "wwww");
    assert_int_equal(make(desk)->talk_count, 2); /* one of each situation */
}

static void no_two_questions_are_alike(void **state)
{
    struct desk *desk = *state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < 100; round++) {
        struct str questions[REPORT_TALK_MAX] = {{0}};
        desk->runs.count = 0;
        for (int i = 0; i < 8; i++) {
            char marks[5] = "";
            for (int j = 0; j < 4; j++)
                marks[j] = "rwRW"[rng_below(&rng, 4)];
            report_answers(&desk->runs, "", "X", i + 1, (enum part)rng_below(&rng, 3), marks);
        }
        const struct session_report *report = make(desk);
        for (size_t i = 0; i < report->talk_count; i++) {
            talk_words_question(report, i, &questions[i]);
            assert_true(questions[i].len > 20);
            for (size_t j = 0; j < i; j++) /* they differ in their first words */
                assert_true(strncmp(str_text(&questions[i]), str_text(&questions[j]), 12) != 0);
        }
        for (size_t i = 0; i < REPORT_TALK_MAX; i++)
            str_free(&questions[i]);
        arena_free(&desk->runs.arena);
    }
    desk->runs.count = 0;
}

/* --- principles and cards -------------------------------------------------------------------- */

static void the_worst_principle_stands_first_and_the_test_after_names_it(void **state)
{
    struct desk *desk = *state;
    struct tally tally;
    report_day(&desk->runs);
    const struct session_report *report = make(desk);
    for (size_t i = 1; i < report->principle_count; i++) {
        const struct tally *a = &report->principles[i - 1].all, *b = &report->principles[i].all;
        assert_true(a->right * b->answers <= b->right * a->answers);
    }
    assert_tally(&report->principles[0].all, 20, 32, 19, 31);
    const struct report_principle *worst = session_report_worst(report, &tally);
    assert_int_equal(worst->principle, 1);
    assert_tally(&tally, 5, 6, 5, 6);
    assert_says(report, report_words_mixed, "5 of 6 answers were right in the test after.");
}

/* Thirty people, of whom the one half has every card right but the first. */
static void from_thirty_people_on_cards_are_judged(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < ITEM_ATTEMPTS_ENOUGH - 1; i++)
        report_answers(&desk->runs, "", "X", i + 1, PART_PRACTICE, i % 2 ? "wrrr" : "rwww");
    assert_false(make(desk)->cards[0].judged);
    assert_says(&desk->report, report_words_cards, "this is too few");
    report_answers(&desk->runs, "", "X", 99, PART_PRACTICE, "wrrr");
    const struct session_report *report = make(desk);
    for (size_t i = 0; i < report->card_count; i++) {
        const struct report_card *card = &report->cards[i];
        bool first = card->activity == desk->session.practice.activities[0];
        assert_true(card->judged);
        assert_true(first ? card->discrimination == -100 : card->discrimination > 30);
    }
}

static void what_is_left_out_is_said(void **state)
{
    struct desk *desk = *state;
    report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrrr");
    report_answers(&desk->runs, "a", "Anna", 1, PART_BEFORE, "rrrr");
    report_answers(&desk->runs, "b", "Ben", 2, PART_BEFORE, "rrrr")->run.session = "another-one";
    session_report_make(&desk->report, &desk->session, desk->runs.items, desk->runs.count, true, 2);
    assert_note(&desk->report, "3 results are left out");
    assert_note(&desk->report, "1 run is of somebody who did the part twice");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(a_day_is_counted_part_by_part),
        AT_DESK(nobody_and_nothing_is_a_report_too),
        AT_DESK(hands_alone_are_a_report),
        AT_DESK(hands_taken_back_do_not_count),
        AT_DESK(the_gain_is_of_pairs),
        AT_DESK(who_had_the_same_form_twice_is_left_out),
        AT_DESK(too_few_people_tell_nothing),
        AT_DESK(a_wide_interval_tells_nothing),
        AT_DESK(a_loss_and_a_toss_up_are_called_so),
        AT_DESK(without_both_tests_there_is_no_gain),
        AT_DESK(the_worst_of_practice_are_talked_about),
        AT_DESK(the_shape_follows_the_answers),
        AT_DESK(fewer_than_three_answers_are_not_talked_about),
        AT_DESK(no_two_questions_are_alike),
        AT_DESK(the_worst_principle_stands_first_and_the_test_after_names_it),
        AT_DESK(from_thirty_people_on_cards_are_judged),
        AT_DESK(what_is_left_out_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
