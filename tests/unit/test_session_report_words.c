/* What a session's report says of its figures, at the edges of what it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_talk_words.h"
#include "report_desk.h"

/* Ten hands on one principle. */
static void what_is_mostly_right_is_not_mixed_up(void **state)
{
    struct desk *desk = *state;
    static const struct {
        int hands[1][SIDE_COUNT];
        const char *says;
    } rooms[] = {
        {{{7, 3}},
         "What the room still mixes up most is “One known buyer, or an audience?”: 7 of "},
        {{{8, 2}},
         "Nothing stands out that the room mixes up; its weakest is “One known buyer, or an "
         "audience?”: 8 of 10 answers were right."},
        {{{9, 1}}, "Little is mixed up: even on “One known buyer, or an audience?” 9 of 10 "},
        {{{10, 0}}, "Every answer was right: the room mixes up nothing."},
    };
    for (size_t i = 0; i < ARRAY_LEN(rooms); i++) {
        desk->runs.count = 0;
        report_hands(&desk->runs, rooms[i].hands, 1);
        assert_says(make(desk), report_words_mixed, rooms[i].says);
    }
}

/* Of 100 sales hands 65 right, of 100 marketing hands 80: c = 0.22, its standard error 0.10.  Half
 * of them say the same with 0.14. */
static void a_small_lean_is_told_from_none(void **state)
{
    struct desk *desk = *state;
    static const int first[][SIDE_COUNT] = {{32, 18}, {10, 40}},
                     second[][SIDE_COUNT] = {{33, 17}, {10, 40}},
                     mirrored[][SIDE_COUNT] = {{40, 10}, {18, 32}};
    report_hands(&desk->runs, second, 2);
    assert_says(make(desk), report_words_lean,
                "No lean to one side that could be told from chance (criterion c 0.2");
    report_hands(&desk->runs, first, 2);
    assert_says(
        make(desk), report_words_lean,
        "It leans to Marketing, but only a little (criterion c 0.22, standard error 0.10).");
    assert_int_equal(signal_lean(&desk->report.signal), SIDE_NONE);
    desk->runs.count = 0;
    report_hands(&desk->runs, mirrored, 2);
    report_hands(&desk->runs, mirrored, 2);
    assert_says(make(desk), report_words_lean,
                "It leans to Sales, but only a little (criterion c minus 0.2");
}

static void how_good_that_is_is_said_in_plain_words(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{20, 10}, {10, 20}}, coins[][SIDE_COUNT] = {{2, 3}},
                     rare[][SIDE_COUNT] = {{50, 0}, {0, 50}};
    report_hands(&desk->runs, hands, 2);
    assert_says(make(desk), report_words_apart,
                ": about as good as getting 66 of 100 right (sensitivity d prime ");
    assert_says(&desk->report, report_words_chance, "Guessing would do as well 1 time in ");
    desk->runs.count = 0;
    report_hands(&desk->runs, coins, 1);
    assert_says(make(desk), report_words_chance, "Guessing would do as well more often than not.");
    desk->runs.count = 0;
    report_hands(&desk->runs, rare, 2);
    assert_says(make(desk), report_words_chance,
                "Guessing would do as well less than 1 time in a million.");
}

/* Of 40 answers to each side 3 right, which is worse than chance. */
static void what_is_below_zero_is_said_in_words(void **state)
{
    struct desk *desk = *state;
    static const int worse[][SIDE_COUNT] = {{3, 37}, {37, 3}};
    report_hands(&desk->runs, worse, 2);
    assert_says(make(desk), report_words_apart, "(sensitivity d prime minus 2.");
}

/* Adds `count` people who begin with the form, go through both tests and gain, but one. */
static void add_starters(struct desk *desk, enum form form, int count)
{
    char id[UUID_SIZE];
    for (int person = 1; count > 0; person++) {
        report_id(id, 0xa, person);
        if (session_first_form(id) != form)
            continue;
        count--;
        report_answers(&desk->runs, "", "X", person, PART_BEFORE, "rrww");
        report_answers(&desk->runs, "", "X", person, PART_AFTER, count ? "rrrr" : "rrrw");
    }
}

/* Whether one test may be the harder one is said by how evenly the forms were dealt. */
static void the_harder_test_is_ruled_out_by_equal_groups_alone(void **state)
{
    struct desk *desk = *state;
    static const struct {
        int a, b;
        const char *says;
    } groups[] = {
        {3, 3, " 3 had form A first and 3 form B, so that neither test is the harder one for all."},
        {4, 2, " 4 had form A first and 2 form B, so that neither test is the harder one for all."},
        {2, 5,
         " 2 had form A first and 5 form B: a part of the change may be that one test is the "
         "harder one."},
        {4, 1,
         " 4 had form A first and 1 form B: a part of the change may be that one test is the "
         "harder one."},
        {0, 5, " All had the same test first, so some of the difference may be"},
    };
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        desk->runs.count = 0;
        add_starters(desk, FORM_A, groups[i].a);
        add_starters(desk, FORM_B, groups[i].b);
        assert_true(make(desk)->gain.told);
        assert_says(&desk->report, report_words_gain, groups[i].says);
    }
}

/* Four cards of which one hand in ten is right: nobody knows who was sure. */
static void hands_are_never_sure(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{1, 9}, {1, 9}, {1, 9}, {1, 9}};
    static const char *const cards[] = {"bakery/one", "gym/one", "papers/one", "water/one", NULL};
    report_items(desk->bank, &desk->session.practice, cards);
    report_hands(&desk->runs, hands, 4);
    const struct session_report *report = make(desk);
    struct str text = {0};
    assert_int_equal(report->talk_count, 3);
    assert_tally(&report->all, 4, 40, 0, 0);
    for (size_t i = 0; i < report->talk_count; i++) {
        assert_int_equal(report->talk[i].shape, TALK_ONE_WAY);
        talk_words_split(report, i, &text);
        talk_words_question(report, i, &text);
    }
    assert_non_null(strstr(str_text(&text), "If you said Marketing: which words told you so?"));
    assert_null(strstr(str_text(&text), "sure"));
    str_free(&text);
}

/* Where people were sure and hands were counted with them, the sure are some of the people. */
static void only_people_are_called_sure(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{3, 2}};
    for (int i = 0; i < 5; i++)
        report_answers(&desk->runs, "", "X", i + 1, PART_PRACTICE, i ? "wrrr" : "Wrrr");
    struct str text = {0};
    talk_words_split(make(desk), 0, &text);
    assert_string_equal(str_text(&text), "Wrong, and sure of it: 5 of 5 said Marketing, 4 of them "
                                         "sure.");
    str_clear(&text);
    report_hands(&desk->runs, hands, 1);
    const struct session_report *report = make(desk);
    talk_words_split(report, 0, &text);
    assert_string_equal(str_text(&text), "Wrong, and sure of it: 7 of 10 said Marketing, and of "
                                         "the 5 people among them 4 were sure.");
    str_clear(&text);
    talk_words_question(report, 0, &text);
    assert_int_equal(strncmp(str_text(&text), "If you were sure of Marketing:", 30), 0);
    str_free(&text);
}

/* Practice on a projector is nobody's alone, and took place all the same. */
static void practice_by_hands_is_told_beside_the_tests(void **state)
{
    struct desk *desk = *state;
    static const int hands[][SIDE_COUNT] = {{3, 2}};
    report_answers(&desk->runs, "", "X", 1, PART_BEFORE, "rrrr");
    assert_says(make(desk), report_words_who, "(Before: 1, Practice: 0, After: 0).");
    report_hands(&desk->runs, hands, 1);
    assert_says(
        make(desk), report_words_who,
        "(Before: 1, Practice: by raised hands, After: 0). 5 hands were counted in the room.");
    report_answers(&desk->runs, "", "X", 2, PART_PRACTICE, "rrrr");
    assert_says(make(desk), report_words_who, "(Before: 1, Practice: 1, After: 0). 5 hands");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(what_is_mostly_right_is_not_mixed_up),
        AT_DESK(a_small_lean_is_told_from_none),
        AT_DESK(what_is_below_zero_is_said_in_words),
        AT_DESK(how_good_that_is_is_said_in_plain_words),
        AT_DESK(the_harder_test_is_ruled_out_by_equal_groups_alone),
        AT_DESK(hands_are_never_sure),
        AT_DESK(only_people_are_called_sure),
        AT_DESK(practice_by_hands_is_told_beside_the_tests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
