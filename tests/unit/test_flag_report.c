/* What players flagged: the order, whose answers count, and the report as lines and as a sheet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/flag_lines.h"
#include "core/flag_sheet.h"

enum { COLS = 60 };

/* 2025-11-24, 23:30 UTC. */
static const int64_t late_ms = INT64_C(1764027000000);

/* A bank and a report over it. */
struct desk {
    struct bank *bank;
    struct flag_report report;
};

static int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    desk->bank = fixture_bank();
    flag_report_init(&desk->report, desk->bank);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    flag_report_free(&desk->report);
    bank_free(desk->bank);
    free(desk);
    return 0;
}

static uint64_t wording_of(const struct desk *desk, const char *name)
{
    int activity = bank_find_logged(desk->bank, name);
    return activity >= 0 ? desk->bank->activities[activity].wording : 7;
}

static void flag(struct desk *desk, const char *name, const char *reason)
{
    struct event event = {.kind = EVENT_FLAG,
                          .activity = name,
                          .wording = wording_of(desk, name),
                          .utc_ms = late_ms,
                          .note = reason};
    flag_report_add(&desk->report, &event);
}

static void answer(struct desk *desk, const char *person, const char *name, enum side choice)
{
    int activity = bank_find_logged(desk->bank, name);
    const struct graded graded = {
        .keyed = SIDE_SALES, .choice = choice, .sure = true, .mode = MODE_PRACTICE};
    first_answers_add(&desk->report.first, person, activity, wording_of(desk, name), &graded);
}

static void the_most_flagged_comes_first_and_what_is_gone_last(void **state)
{
    struct desk *desk = *state;
    struct flag_report *report = &desk->report;
    flag(desk, "test:old/a0", "gone");
    flag(desk, "test:old/a0", "gone");
    flag(desk, "test:old/a0", "gone");
    flag(desk, "test:letter/a0", "");
    flag(desk, "test:fair/a1", "once");
    flag(desk, "test:web/a0", "one");
    flag(desk, "test:web/a0", "two");
    flag(desk, "other:web/a0", "elsewhere");
    flag(desk, "testing:web/a0", "elsewhere"); /* not the bank "test" */
    flag_report_finish(report);
    static const char *const names[] = {"web/a0", "fair/a1", "letter/a0", "old/a0"};
    assert_int_equal(report->len, ARRAY_LEN(names));
    for (size_t i = 0; i < report->len; i++)
        assert_string_equal(report->items[i].name, names[i]);
    assert_int_equal(report->flags, 7);
    assert_int_equal(report->elsewhere, 2);
    assert_int_equal(report->items[0].count, 2);
    assert_string_equal(report->items[0].reasons[0].text, "one");
    assert_string_equal(report->items[0].reasons[1].text, "two");
    assert_int_equal(report->items[3].activity, -1);
    assert_int_equal(report->items[3].count, 3);
}

static void another_wording_is_marked(void **state)
{
    struct desk *desk = *state;
    struct event event = {.activity = "test:fair/a0",
                          .wording = wording_of(desk, "test:fair/a0") + 1,
                          .note = "of the old text"};
    flag_report_add(&desk->report, &event);
    flag(desk, "test:fair/a0", "of today's");
    flag(desk, "test:old/a0", "of nothing there is");
    assert_true(desk->report.items[0].reasons[0].reworded);
    assert_false(desk->report.items[0].reasons[1].reworded);
    assert_false(desk->report.items[1].reasons[0].reworded);
}

static void only_first_answers_of_each_person_count(void **state)
{
    struct desk *desk = *state;
    const char *const name = "test:fair/a0"; /* sales */
    answer(desk, "Ada", name, SIDE_MARKETING);
    answer(desk, "Ada", name, SIDE_SALES);
    answer(desk, "Bob", name, SIDE_SALES);
    answer(desk, "Ada", name, SIDE_SALES);
    answer(desk, "Cy", name, SIDE_SALES);
    answer(desk, "Cy", "test:fair/a1", SIDE_SALES);
    answer(desk, "Cy", "test:old/a0", SIDE_SALES);
    flag(desk, name, "");
    flag(desk, "test:web/a1", "");
    flag_report_finish(&desk->report);
    const struct flagged *item = &desk->report.items[0];
    assert_int_equal(item->answers, 3);
    assert_int_equal(item->right, 2);
    assert_int_equal(flagged_facility(item), 67);
    assert_int_equal(desk->report.items[1].answers, 0);
    assert_int_equal(flagged_facility(&desk->report.items[1]), -1);
}

static void what_spoils_a_first_answer_spoils_it_for_good(void **state)
{
    struct desk *desk = *state;
    struct first_answers *table = &desk->report.first;
    struct item_analysis analysis;
    uint64_t wording = desk->bank->activities[0].wording;
    struct graded good = {.keyed = SIDE_SALES, .choice = SIDE_SALES, .mode = MODE_PRACTICE};
    struct graded struck = good;
    struck.struck = true;
    first_answers_add(table, "Ada", 0, wording, &struck);
    first_answers_add(table, "Ada", 0, wording, &good); /* the verdict was seen */
    first_answers_add(table, "Bob", 0, wording + 1, &good);
    first_answers_add(table, "Bob", 0, wording, &good);
    first_answers_analyse(table, &analysis);
    assert_int_equal(analysis.items[0].attempts, 0);
    item_analysis_free(&analysis);
    good.keyed = SIDE_MARKETING; /* the key of then; today's is sales */
    first_answers_add(table, "Cy", 0, wording, &good);
    first_answers_analyse(table, &analysis);
    assert_int_equal(analysis.items[0].attempts, 1);
    assert_int_equal(analysis.items[0].right, 1);
    item_analysis_free(&analysis);
}

/* Forty people meet three sales cards; the first half has the second and third right, and the first
 * one wrong. */
static void from_thirty_on_a_card_is_judged(void **state)
{
    enum { PEOPLE = 40 };
    struct desk *desk = *state;
    struct str text = {0};
    for (int round = 0; round < 3; round++) {
        static const char *const cards[] = {"test:fair/a0", "test:letter/a0", "test:call/a0"};
        for (int i = 0; i < PEOPLE; i++) {
            bool good = i < PEOPLE / 2;
            char name[16];
            snprintf(name, sizeof name, "person %d", i);
            answer(desk, name, cards[round], good == (round > 0) ? SIDE_SALES : SIDE_MARKETING);
        }
    }
    for (int i = 0; i < ITEM_ATTEMPTS_ENOUGH - 1; i++) {
        char name[16];
        snprintf(name, sizeof name, "person %d", i);
        answer(desk, name, "test:visit/a0", SIDE_MARKETING);
    }
    assert_int_equal(desk->report.first.people.count, PEOPLE);
    flag(desk, "test:fair/a0", "");
    flag(desk, "test:fair/a0", "");
    flag(desk, "test:letter/a0", "");
    flag(desk, "test:visit/a0", "");
    flag_report_finish(&desk->report);
    const struct flagged *items = desk->report.items;
    assert_int_equal(items[0].answers, PEOPLE);
    assert_int_equal(items[0].right, PEOPLE / 2);
    assert_true(items[0].judged);
    assert_true(items[0].discrimination < -90);
    assert_true(items[0].doubts & ITEM_NEGATIVE);
    assert_int_equal(items[2].answers, ITEM_ATTEMPTS_ENOUGH - 1);
    assert_false(items[2].judged);
    assert_int_equal(items[2].doubts, 0);
    flag_lines(&desk->report, CHARSET_UTF8, COLS, &text);
    assert_non_null(
        strstr(str_text(&text), "First answers: 20 of 40 right, 50 %.\n  Discrimination: minus "));
    assert_non_null(strstr(str_text(&text), "Who does well elsewhere does badly here"));
    assert_non_null(strstr(str_text(&text), "Little better than a coin"));
    assert_non_null(strstr(str_text(&text), "First answers: 0 of 29 right, 0 %.\n"));
    str_clear(&text);
    flag_sheet(&desk->report, &text);
    assert_non_null(strstr(str_text(&text), ",40,20,50,-"));
    assert_non_null(strstr(str_text(&text), ",29,0,0,,"));
    str_free(&text);
}

/* Fifteen of thirty have the card right; one of the others does better elsewhere. */
static void a_discrimination_near_nothing_is_no_doubt(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < ITEM_ATTEMPTS_ENOUGH; i++) {
        char name[16];
        snprintf(name, sizeof name, "person %d", i);
        answer(desk, name, "test:fair/a0", i % 2 ? SIDE_SALES : SIDE_MARKETING);
        answer(desk, name, "test:letter/a0", i % 4 < 2 || i == 2 ? SIDE_SALES : SIDE_MARKETING);
        answer(desk, name, "test:call/a0", i % 4 < 2 || i == 2 ? SIDE_SALES : SIDE_MARKETING);
    }
    flag(desk, "test:fair/a0", "");
    flag_report_finish(&desk->report);
    const struct flagged *item = &desk->report.items[0];
    assert_true(item->judged);
    assert_in_range(item->discrimination + 30, 0, 29);
    assert_false(item->doubts & ITEM_NEGATIVE);
}

static void lines_say_it_for_a_person(void **state)
{
    struct desk *desk = *state;
    struct str text = {0};
    flag(desk, "test:fair/a0", "sales writes this with us, and has done so for a long time");
    flag(desk, "test:fair/a0", "");
    flag(desk, "test:stand/a1", "bell \x07");
    flag(desk, "test:old/a0", "both");
    flag(desk, "other:old/a0", "");
    struct event odd = {.activity = "test:fair/a0",
                        .wording = 1,
                        .note = "odd",
                        .utc_ms = late_ms,
                        .utc_offset_min = 60};
    flag_report_add(&desk->report, &odd);
    for (int i = 0; i < 12; i++) {
        char name[] = {(char)('a' + i), '\0'};
        answer(desk, name, "test:fair/a0", i < 4 ? SIDE_SALES : SIDE_MARKETING);
    }
    flag_report_finish(&desk->report);
    flag_lines(&desk->report, CHARSET_ASCII, COLS, &text);
    assert_string_equal(str_text(&text),
                        "3 cards are flagged.\n"
                        "5 flags in all.\n"
                        "\n"
                        "fair/a0: sales, flagged 3 times\n"
                        "  The situation called fair.\n"
                        "  \"Writing number 0 of fair to one buyer\"\n"
                        "  2025-11-24: sales writes this with us, and has done so for\n"
                        "  a long time\n"
                        "  2025-11-24: no reason given\n"
                        "  2025-11-25: odd (of another wording than today's)\n"
                        "  First answers: 4 of 12 right, 33 %.\n"
                        "\n"
                        "stand/a1: asked no more, flagged once\n"
                        "  The situation called stand.\n"
                        "  \"Writing number 1 of stand to one buyer\"\n"
                        "  2025-11-24: bell \\u{7}\n"
                        "\n"
                        "The bank no longer has:\n"
                        "\n"
                        "old/a0: flagged once\n"
                        "  2025-11-24: both\n"
                        "\n"
                        "\"smquiz bank fix ID\" overrules a card, or drops it.\n"
                        "1 flag is on a card of another bank; name that bank with -b.\n");
    str_free(&text);
}

static void no_flags_are_one_sentence(void **state)
{
    struct desk *desk = *state;
    struct str text = {0};
    flag_report_finish(&desk->report);
    flag_lines(&desk->report, CHARSET_UTF8, COLS, &text);
    assert_string_equal(str_text(&text), "No card of this bank is flagged.\n");
    str_clear(&text);
    flag_sheet(&desk->report, &text);
    assert_int_equal(strcspn(str_text(&text), "\n") + 1, text.len); /* the names alone */
    str_free(&text);
}

static void a_sheet_runs_no_formula(void **state)
{
    struct desk *desk = *state;
    struct str text = {0};
    flag(desk, "test:fair/a0", "=1+1");
    flag(desk, "test:=old/a0", "a \"b\", c\x1b");
    answer(desk, "Ada", "test:fair/a0", SIDE_SALES);
    flag_report_finish(&desk->report);
    flag_sheet(&desk->report, &text);
    assert_string_equal(
        strchr(str_text(&text), '\n') + 1,
        "\"fair/a0\",\"The situation called fair.\",\"Writing number 0 of fair to one buyer\","
        "\"sales\",1,1,1,1,100,,2025-11-24,1,\"'=1+1\"\r\n"
        "\"'=old/a0\",\"\",\"\",\"\",0,1,0,0,,,2025-11-24,0,\"a \"\"b\"\", c\\u{1b}\"\r\n");
    str_free(&text);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(the_most_flagged_comes_first_and_what_is_gone_last),
        AT_DESK(another_wording_is_marked),
        AT_DESK(only_first_answers_of_each_person_count),
        AT_DESK(what_spoils_a_first_answer_spoils_it_for_good),
        AT_DESK(from_thirty_on_a_card_is_judged),
        AT_DESK(a_discrimination_near_nothing_is_no_doubt),
        AT_DESK(lines_say_it_for_a_person),
        AT_DESK(no_flags_are_one_sentence),
        AT_DESK(a_sheet_runs_no_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
