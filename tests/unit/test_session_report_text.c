/* A session's report as a person reads it: in full against goldens, and with names that mean harm.
 * UPDATE=1 in the environment writes the goldens anew.  Run from the top of the tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_report_csv.h"
#include "core/session_report_html.h"
#include "core/session_report_text.h"
#include "golden.h"
#include "html_access.h"
#include "report_fixture.h"
#include "spoken.h"

enum { COLS = 80 };

static void add_lines(const struct session_report *report, struct str *out)
{
    session_report_text(report, CHARSET_UTF8, COLS, out);
}

static void add_ascii(const struct session_report *report, struct str *out)
{
    session_report_text(report, CHARSET_ASCII, COLS, out);
}

/* The report of runs that `fill` adds, in the format of `write`. */
static struct str written(void (*fill)(struct report_runs *),
                          void (*write)(const struct session_report *, struct str *), bool names)
{
    struct bank *bank = report_bank();
    struct session session = report_session(bank);
    struct report_runs *runs = calloc(1, sizeof *runs);
    struct session_report report;
    struct str text = {0};
    assert_non_null(runs);
    runs->session = &session;
    fill(runs);
    session_report_make(&report, &session, runs->items, runs->count, names, 0);
    write(&report, &text);
    session_report_free(&report);
    arena_free(&runs->arena);
    free(runs);
    bank_free(bank);
    return text;
}

/* --- in full --------------------------------------------------------------------------------- */

static void lines_are_as_they_were_approved(void **state)
{
    (void)state;
    struct str text = written(report_day, add_lines, true);
    golden_compare("tests/unit/session_report_text.golden", &text);
    str_free(&text);
}

static void no_line_is_too_wide(void **state)
{
    (void)state;
    struct str text = written(report_day, add_ascii, true);
    for (const char *line = str_text(&text); *line; line += strcspn(line, "\n") + 1) {
        assert_in_range(strcspn(line, "\n"), 0, COLS);
        for (size_t i = 0; line[i] && line[i] != '\n'; i++)
            assert_in_range((unsigned char)line[i], ' ', '~');
    }
    str_free(&text);
}

static void the_document_is_as_it_was_approved(void **state)
{
    (void)state;
    struct str text = written(report_day, session_report_html, true);
    golden_compare("tests/unit/session_report_html.golden", &text);
    str_free(&text);
}

static void nobody(struct report_runs *runs)
{
    (void)runs;
}

static void no_results_are_three_sentences(void **state)
{
    (void)state;
    struct str text = written(nobody, add_lines, true);
    assert_string_equal(str_text(&text),
                        "New hires, November\n"
                        "Session maple-tango-river\n"
                        "\n"
                        "Nobody's answers are here yet.\n"
                        "There are too few answers to say what the room mixes up.\n"
                        "Whether it worked cannot be told yet: nobody went through both tests.\n");
    str_free(&text);
}

/* --- the document ---------------------------------------------------------------------------- */

/* Fails unless each tag that is opened is closed, in order. */
static void assert_balanced(const char *html)
{
    static const char *const single[] = {"meta", "!DOCTYPE", "rect", "line", "circle"};
    char open[40][16];
    int depth = 0;
    for (const char *at = strchr(html, '<'); at; at = strchr(at + 1, '<')) {
        char name[16] = "";
        bool end = at[1] == '/';
        size_t len = strcspn(at + 1 + end, " >\n/");
        assert_in_range(len, 1, sizeof name - 1);
        memcpy(name, at + 1 + end, len);
        bool alone = false;
        for (size_t i = 0; i < ARRAY_LEN(single); i++)
            alone = alone || strcmp(name, single[i]) == 0;
        if (end) {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], name);
        } else if (!alone) {
            assert_in_range(depth, 0, 39);
            memcpy(open[depth++], name, sizeof name);
        }
    }
    assert_int_equal(depth, 0);
}

static int occurrences(const char *text, const char *piece)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, piece)) != NULL; at++)
        count++;
    return count;
}

static void the_document_is_whole_in_itself(void **state)
{
    (void)state;
    struct str text = written(report_day, session_report_html, true);
    const char *html = str_text(&text), *head = strstr(html, "<head>\n");
    assert_non_null(head);
    assert_int_equal(strncmp(head + 7, "<meta charset=\"utf-8\">", 22), 0);
    assert_non_null(strstr(html, "default-src 'none'; style-src 'unsafe-inline'"));
    assert_non_null(strstr(html, "<html lang=\"en\">"));
    static const char *const never[] = {"<script", "src=",  "http:", "https:", "javascript",
                                        "@import", "<link", "<img",  "nan",    "inf\""};
    for (size_t i = 0; i < ARRAY_LEN(never); i++)
        if (strstr(html, never[i]))
            fail_msg("%s is in it: %.60s", never[i], strstr(html, never[i]));
    assert_balanced(html);
    assert_html_accessible(html);
    int charts = occurrences(html, "<svg");
    assert_int_equal(charts, 6); /* room, gain, principles, and three to talk about */
    assert_true(occurrences(html, "<table>") >= charts);
    str_free(&text);
}

static void an_empty_document_is_balanced_too(void **state)
{
    (void)state;
    struct str text = written(nobody, session_report_html, true);
    assert_balanced(str_text(&text));
    assert_html_accessible(str_text(&text));
    str_free(&text);
}

/* --- what there is not ----------------------------------------------------------------------- */

static void only_hands(struct report_runs *runs)
{
    static const int hands[][SIDE_COUNT] = {{1, 9}, {4, 6}, {7, 3}, {2, 8}};
    report_hands(runs, hands, 4);
}

static void only_people(struct report_runs *runs)
{
    report_answers(runs, "", "Anna", 1, PART_BEFORE, "rrwr");
    report_answers(runs, "", "Ben", 2, PART_BEFORE, "rWww");
}

static void hands_alone_have_no_parts_and_nobody_sure(void **state)
{
    (void)state;
    struct str text = written(only_hands, add_lines, true);
    struct str html = written(only_hands, session_report_html, true);
    const char *pages[] = {str_text(&text), str_text(&html)};
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        assert_null(strstr(pages[i], "when sure"));
        assert_null(strstr(pages[i], "When sure"));
        assert_null(strstr(pages[i], "were sure"));
        assert_null(strstr(pages[i], " 0 of 0"));
    }
    assert_null(strstr(pages[0], "\nBefore: "));
    assert_non_null(strstr(pages[0], "\nHands: 22 of 40 right, 55 %.\n"));
    assert_non_null(strstr(pages[0], "\nAll: 22 of 40 right, 55 %.\n"));
    assert_non_null(strstr(pages[1], "hands among it"));
    assert_non_null(strstr(pages[1], "<th scope=\"row\">All</th>\n<td class=\"n\"></td>"));
    assert_balanced(pages[1]);
    str_free(&text);
    str_free(&html);
}

static void sure_people_and_hands(struct report_runs *runs)
{
    report_answers(runs, "", "Anna", 1, PART_BEFORE, "rrwr");
    only_hands(runs);
}

/* Where everybody was sure of all, it is not said; and hands do not change that. */
static void hands_do_not_make_people_unsure(void **state)
{
    (void)state;
    struct str text = written(sure_people_and_hands, add_lines, true);
    assert_non_null(strstr(str_text(&text), "\nAll: 25 of 44 right, 57 %.\n"));
    assert_null(strstr(str_text(&text), "when sure"));
    str_free(&text);
}

static void people_alone_have_no_hands_among_them(void **state)
{
    (void)state;
    struct str text = written(only_people, add_lines, true);
    struct str html = written(only_people, session_report_html, true);
    assert_null(strstr(str_text(&html), "hands"));
    assert_null(strstr(str_text(&html), "Hands"));
    assert_non_null(strstr(str_text(&html), "<th scope=\"col\" class=\"n\">When sure</th>"));
    assert_non_null(strstr(str_text(&text), "\nBefore: 4 of 8 right, 50 %, of 2 people.\n"));
    assert_null(strstr(str_text(&text), "\nAfter: "));
    str_free(&text);
    str_free(&html);
}

/* --- in other languages ---------------------------------------------------------------------- */

/* Before a colon there is a blank in some. */
static void what_stands_beside_a_colon_can_be_translated(void **state)
{
    (void)state;
    static const char *const sentences[][3] = {
        {"%s: %s", "%s : %s", "\nBen : login ben\n"},
        {"%s: %s.", "<%s : %s>", "<After : 3 people>\n"},
    };
    for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
        spoken.sentence = sentences[i][0];
        spoken.translation = sentences[i][1];
        struct str text = written(report_day, add_lines, true);
        if (!strstr(str_text(&text), sentences[i][2]))
            fail_msg("without “%s”:\n%s", sentences[i][2], str_text(&text));
        str_free(&text);
    }
    spoken.sentence = NULL;
}

/* --- names that mean harm -------------------------------------------------------------------- */

static void harm(struct report_runs *runs)
{
    report_answers(runs, "\"><b>", "<script>alert(1)</script>", 1, PART_BEFORE, "rrrr");
    report_answers(runs, "", "a\" onload='x' \xe2\x80\xae\x1b[2J", 2, PART_BEFORE, "rrrr");
    report_answers(runs, "=1+1", "=1+1", 3, PART_BEFORE, "rrrr");
    report_answers(runs, "", " \t+1\r\n-2", 4, PART_BEFORE, "rrrr");
    report_answers(runs, "", "@SUM(A1)", 5, PART_BEFORE, "rrrr");
    report_answers(runs, "", "\xff\xfe", 6, PART_BEFORE, "rrrr");
    report_answers(runs, "", "", 7, PART_BEFORE, "rrrr");
}

static void markup_in_names_is_text(void **state)
{
    (void)state;
    struct str text = written(harm, session_report_html, true);
    const char *html = str_text(&text);
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "<b>"));
    assert_null(strchr(html, '\x1b'));
    assert_null(strstr(html, "\xe2\x80\xae"));
    assert_non_null(strstr(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_non_null(strstr(html, "a&quot; onload=&#39;x&#39;"));
    assert_balanced(html);
    str_free(&text);
}

static void a_sheet_runs_no_formula(void **state)
{
    (void)state;
    struct str text = written(harm, session_report_csv, true);
    const char *csv = str_text(&text);
    assert_int_equal(strncmp(csv, "username,name,started,", 22), 0);
    assert_non_null(strstr(csv, "\"'=1+1\",\"'=1+1\",2025-11-24T"));
    assert_non_null(strstr(csv, "\"'@SUM(A1)\""));
    assert_int_equal(occurrences(csv, "\r\n"), 8); /* the heads, and nobody's name ends a row */
    for (const char *at = csv; *at; at++)
        if ((at == csv || at[-1] == ',' || at[-1] == '"' || at[-1] == '\n') &&
            strchr("=+@", *at) != NULL)
            fail_msg("a formula: %.20s", at);
    assert_null(strchr(csv, '\x1b'));
    str_free(&text);
}

static void nothing_acts_on_a_terminal(void **state)
{
    (void)state;
    struct str text = written(harm, add_lines, true);
    const char *lines = str_text(&text);
    for (const char *at = lines; *at; at++)
        assert_true(*at == '\n' || (unsigned char)*at >= ' ');
    assert_null(strstr(lines, "\xe2\x80\xae"));
    assert_non_null(strstr(lines, "(no name)"));
    str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_as_they_were_approved),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(the_document_is_as_it_was_approved),
        cmocka_unit_test(no_results_are_three_sentences),
        cmocka_unit_test(the_document_is_whole_in_itself),
        cmocka_unit_test(an_empty_document_is_balanced_too),
        cmocka_unit_test(hands_alone_have_no_parts_and_nobody_sure),
        cmocka_unit_test(hands_do_not_make_people_unsure),
        cmocka_unit_test(what_stands_beside_a_colon_can_be_translated),
        cmocka_unit_test(people_alone_have_no_hands_among_them),
        cmocka_unit_test(markup_in_names_is_text),
        cmocka_unit_test(a_sheet_runs_no_formula),
        cmocka_unit_test(nothing_acts_on_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
