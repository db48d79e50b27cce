/* Tick sheets: what stands on them, in text and in HTML, and that the lines they show can be typed
 * in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/session_enter.h"
#include "core/tick_line.h"
#include "core/tick_sheet_html.h"
#include "core/tick_sheet_text.h"
#include "html_access.h"
#include "session_fixture.h"

struct press {
    struct bank *bank;
    struct session session;
    struct tick_sheet sheet;
    struct str out;
};

static void press_open(struct press *press)
{
    *press = (struct press){.bank = fixture_bank()};
    press->session = fixture_session(press->bank);
    press->sheet =
        (struct tick_sheet){&press->session, "maple-tango-river", {true, true, true}, {true, true}};
}

static void press_close(struct press *press)
{
    str_free(&press->out);
    bank_free(press->bank);
}

/* How often a piece of text stands in another one. */
static int count_of(const char *text, const char *piece)
{
    int count = 0;
    while ((text = strstr(text, piece))) {
        count++;
        text += strlen(piece);
    }
    return count;
}

static const char form_b[] =
    "After, form B\n"
    "The first day (maple-tango-river)\n"
    "\n"
    "Name: ____________________________________________\n"
    "\n"
    "Is it Sales or Marketing? Tick one box for each, and “not sure” as well where\n"
    "you would be guessing. This is no exam: it shows what to talk about.\n"
    "\n"
    " 1  The situation called stand.\n"
    "    Writing number 2 of stand to one buyer\n"
    "    ☐ Sales   ☐ Marketing   ☐ not sure\n"
    "\n"
    " 2  The situation called poster.\n"
    "    Writing number 0 of poster to an audience\n"
    "    ☐ Sales   ☐ Marketing   ☐ not sure\n"
    "\n"
    "\f"
    "For the trainer\n"
    "The first day (maple-tango-river)\n"
    "\n"
    "To type the sheets in, a line a person: the name and a colon, the part and its\n"
    "form, then a letter for each card in their order. s is sales and m marketing,\n"
    "with ? behind it where “not sure” is ticked, and - stands for a card without a\n"
    "tick; blanks between them do not count.\n"
    "\n"
    "A line with a fault is told at once and can be typed again. A line that was\n"
    "typed before changes nothing.\n"
    "\n"
    "    smquiz session enter maple-tango-river\n"
    "    Anna: after B sm\n"
    "\f"
    "Trainer's key: After, form B\n"
    "The first day (maple-tango-river)\n"
    "\n"
    "All right is: sm\n"
    "\n"
    " 1  Sales: Writing number 2 of stand to one buyer\n"
    "    The clue: “one buyer”\n"
    "    Because he reads number 2 of stand.\n"
    "\n"
    " 2  Marketing: Writing number 0 of poster to an audience\n"
    "    The clue: “an audience”\n"
    "    Because everybody reads number 0 of poster.\n"
    "\n";

static void one_form_of_one_part_is_a_sheet_advice_and_a_key(void **state)
{
    (void)state;
    struct press press;
    press_open(&press);
    press.sheet.parts[PART_BEFORE] = press.sheet.parts[PART_PRACTICE] = false;
    press.sheet.forms[FORM_A] = false;
    tick_sheet_text(&press.sheet, CHARSET_UTF8, &press.out);
    assert_string_equal(str_text(&press.out), form_b);
    press_close(&press);
}

static void every_part_and_form_has_its_page(void **state)
{
    (void)state;
    static const char *const pages[] = {"Before, form A\n",
                                        "\fBefore, form B\n",
                                        "\fPractice\n",
                                        "\fAfter, form A\n",
                                        "\fAfter, form B\n",
                                        "\fFor the trainer\n",
                                        "\fTrainer's key: Form A, before and after\n",
                                        "\fTrainer's key: Form B, before and after\n",
                                        "\fTrainer's key: Practice\n"};
    struct press press;
    press_open(&press);
    tick_sheet_text(&press.sheet, CHARSET_ASCII, &press.out);
    const char *at = str_text(&press.out);
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        at = strstr(at, pages[i]);
        assert_non_null(at);
        at++;
    }
    assert_int_equal(count_of(press.out.data, "\f"), ARRAY_LEN(pages) - 1);
    assert_int_equal(count_of(press.out.data, "[ ] Sales   [ ] Marketing   [ ] not sure\n"), 12);
    assert_int_equal(count_of(press.out.data, "What gave it away: ___"), 4);
    assert_int_equal(count_of(press.out.data, "Give one form to half"), 1);
    for (const char *c = press.out.data; *c; c++)
        assert_true((*c >= ' ' && *c < 0x7f) || *c == '\n' || *c == '\f');
    press_close(&press);
}

static void a_part_the_session_lacks_is_left_out(void **state)
{
    (void)state;
    struct press press;
    press_open(&press);
    press.session.has[PART_AFTER] = press.session.has[PART_PRACTICE] = false;
    tick_sheet_text(&press.sheet, CHARSET_UTF8, &press.out);
    assert_null(strstr(press.out.data, "After"));
    assert_null(strstr(press.out.data, "Practice"));
    assert_null(strstr(press.out.data, "Give one form to half"));
    assert_non_null(strstr(press.out.data, "Trainer's key: Before, form B\n"));
    press_close(&press);
}

static void without_names_a_word_stands_for_one(void **state)
{
    (void)state;
    struct press press;
    press_open(&press);
    press.session.names = false;
    tick_sheet_text(&press.sheet, CHARSET_UTF8, &press.out);
    assert_null(strstr(press.out.data, "Name:"));
    assert_int_equal(
        count_of(press.out.data, "A word of your own, the same on all your sheets: ______"), 5);
    press_close(&press);
}

/* Thirty scenarios whose every text is as long as may be. */
static struct bank *long_bank(void)
{
    struct draft d = fixture_draft(1);
    for (int i = 0; i < 30; i++) {
        char id[16];
        snprintf(id, sizeof id, "scene%d", i);
        fixture_scenario(&d, id, 0, 1, "food", "sm");
        d.scenarios[i].situation = fixture_text(&d, "%.*s", BANK_SITUATION_MAX,
                                                "A firm with a very long name that makes very "
                                                "large things for very small rooms in very old "
                                                "towns of this county, and others.");
        for (int n = 0; n < 2; n++)
            d.activities[2 * i + n].text =
                fixture_text(&d, "%.*s", BANK_ACTIVITY_MAX,
                             "Writing to everybody who has ever asked for a large thing, and "
                             "telling them, at length, that it has become larger");
    }
    return fixture_finish(&d);
}

/* A session with so many of those cards in each part. */
static void press_open_long(struct press *press, int cards)
{
    *press = (struct press){.bank = long_bank()};
    press->session = (struct session){.bank = press->bank,
                                      .code = "maple-tango-river",
                                      .title = "A long day",
                                      .has = {true, true, true},
                                      .names = true};
    press->sheet =
        (struct tick_sheet){&press->session, "maple-tango-river", {true, true, true}, {true, true}};
    struct session_items *const all[] = {&press->session.forms[FORM_A],
                                         &press->session.forms[FORM_B], &press->session.practice};
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        all[i]->count = cards;
        for (int n = 0; n < cards; n++)
            all[i]->activities[n] = 2 * n;
    }
}

static void pages_have_a_limit_and_cards_are_not_torn(void **state)
{
    (void)state;
    struct press press;
    press_open_long(&press, 30);
    tick_sheet_text(&press.sheet, CHARSET_UTF8, &press.out);
    int rows = 0, pages = 1;
    for (const char *at = press.out.data; *at;) {
        size_t len = strcspn(at, "\n");
        if (*at == '\f') {
            rows = 0;
            pages++;
            assert_memory_equal(at - 1, "\n\f", 2);
            assert_null(memchr(at, '_', 20)); /* begins with a title, not amid a card */
            assert_true(at[1] != ' ');
        }
        assert_true(text_widthn(at, len) <= TICK_SHEET_COLS);
        assert_true(++rows <= TICK_SHEET_ROWS);
        at += len + 1;
    }
    assert_true(pages > 9);
    assert_int_equal(count_of(press.out.data, "☐ Sales"), 5 * 30);
    press_close(&press);
}

static void the_lines_it_shows_can_be_typed_in(void **state)
{
    (void)state;
    struct press press;
    struct arena arena = {0};
    press_open_long(&press, 12);
    struct tick_page pages[TICK_SHEET_PAGES_MAX];
    int count = tick_sheet_pages(&press.sheet, pages);
    assert_int_equal(count, 5);
    for (int i = 0; i < count; i++) {
        struct str line = {0};
        struct shared_run run;
        struct err e = {0};
        bool found;
        tick_line_example(pages[i].part, pages[i].form, pages[i].items->count, &line);
        assert_non_null(strstr(line.data, "smms?- mssmm s?-"));
        assert_true(session_enter_line(&press.session, line.data, (struct now){0}, &arena, &run,
                                       &found, &e));
        assert_string_equal(run.run.part, part_id(pages[i].part));
        assert_string_equal(run.learner.name, "Anna");
        assert_int_equal(run.count, 11); /* two cards are left out, and an end */
        str_clear(&line);
        str_addf(&line, "Ben: %s %s ", part_id(pages[i].part),
                 pages[i].part == PART_PRACTICE ? "" : form_id(pages[i].form));
        tick_sheet_letters(&pages[i], press.bank, &line);
        assert_true(session_enter_line(&press.session, line.data, (struct now){0}, &arena, &run,
                                       &found, &e));
        assert_int_equal(run.count, 13);
        for (size_t n = 0; n + 1 < run.count; n++)
            assert_int_equal(run.events[n].choice, run.events[n].keyed);
        str_free(&line);
    }
    arena_free(&arena);
    press_close(&press);
}

/* Goes through all tags: each one that is opened is closed, in its order. */
static void assert_tags_balanced(const char *html)
{
    enum { DEPTH = 16, NAME = 16 };
    char open[DEPTH][NAME];
    int depth = 0;
    for (const char *at = strchr(html, '<'); at; at = strchr(at + 1, '<')) {
        bool closing = at[1] == '/';
        const char *name = at + 1 + closing;
        size_t len = strcspn(name, " >");
        assert_true(len > 0 && len < NAME);
        if (*name == '!' || (len == 4 && memcmp(name, "meta", 4) == 0))
            continue;
        if (closing) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(strlen(open[depth]), len);
            assert_memory_equal(open[depth], name, len);
        } else {
            assert_true(depth < DEPTH);
            memcpy(open[depth], name, len);
            open[depth++][len] = '\0';
        }
    }
    assert_int_equal(depth, 0);
}

static void the_html_is_one_sound_file(void **state)
{
    (void)state;
    struct press press;
    press_open(&press);
    memcpy(press.session.title, "Fish & <b>\"Chips\"</b>", 22);
    tick_sheet_html(&press.sheet, &press.out);
    const char *html = str_text(&press.out);
    assert_memory_equal(html, "<!DOCTYPE html>\n<html lang=\"en\">", 32);
    assert_tags_balanced(html);
    assert_html_accessible(html);
    assert_null(strstr(html, "<b>\""));
    assert_non_null(strstr(html, "Fish &amp; &lt;b&gt;&quot;Chips&quot;&lt;/b&gt;"));
    assert_int_equal(count_of(html, "<section>"), 9);
    assert_int_equal(count_of(html, "<li>"), 12);
    assert_int_equal(count_of(html, "<i></i>Sales</span>"), 12);
    assert_int_equal(count_of(html, "<i></i>not sure</span>"), 12);
    assert_int_equal(count_of(html, "<tr><th scope=\"row\">"), 8);
    assert_non_null(strstr(html, "<td class=\"side\">Marketing</td><td>Writing number 0 of poster "
                                 "to an audience</td><td class=\"cue\">an audience</td>"
                                 "<td>Because everybody reads number 0 of poster.</td>"));
    assert_non_null(strstr(html, "smquiz session enter maple-tango-river\nAnna: before A "));
    static const char *const outside[] = {"http", "src=", "href=", "url(", "@import", "<script"};
    for (size_t i = 0; i < ARRAY_LEN(outside); i++)
        assert_null(strstr(html, outside[i]));
    press_close(&press);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_form_of_one_part_is_a_sheet_advice_and_a_key),
        cmocka_unit_test(every_part_and_form_has_its_page),
        cmocka_unit_test(a_part_the_session_lacks_is_left_out),
        cmocka_unit_test(without_names_a_word_stands_for_one),
        cmocka_unit_test(pages_have_a_limit_and_cards_are_not_torn),
        cmocka_unit_test(the_lines_it_shows_can_be_typed_in),
        cmocka_unit_test(the_html_is_one_sound_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
