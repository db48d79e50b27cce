/* CSV: cells by RFC 4180, the guard against formulas, and rows of activities. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "bank_fixture.h"
#include "core/anki_write.h"
#include "core/csv_read.h"
#include "core/csv_write.h"
#include "core/sheet_read.h"
#include "core/sheet_write.h"
#include "seed.h"

/* --- cells ----------------------------------------------------------------------------------- */

/* All cells, "|" after each and "\n" after the last of a row, then what ended the reading. */
static void assert_cells(const char *csv, const char *want, enum csv_token want_end)
{
    struct csv_reader r;
    struct str got = {0};
    enum csv_token token;
    csv_start(&r, csv, strlen(csv));
    while ((token = csv_next(&r)) == CSV_CELL || token == CSV_LAST_CELL)
        str_addf(&got, "%s%s", str_text(&r.cell), token == CSV_CELL ? "|" : "\n");
    assert_string_equal(str_text(&got), want);
    assert_int_equal(token, want_end);
    csv_end(&r);
    str_free(&got);
}

static void cells_are_read_by_the_rules(void **state)
{
    (void)state;
    assert_cells("", "", CSV_END);
    assert_cells("a,b\r\n1,2\r\n", "a|b\n1|2\n", CSV_END);
    assert_cells("a,b\n1,2", "a|b\n1|2\n", CSV_END);
    assert_cells("a,b\r1,2\r", "a|b\n1|2\n", CSV_END);
    assert_cells("a,b\n1,", "a|b\n1|\n", CSV_END);
    assert_cells("a,b\n\n,\n", "a|b\n\n|\n", CSV_END);
    assert_cells("\"a,\"\"b\"\"\",\" \n c \"\n\"\",x", "a,\"b\"| \n c \n|x\n", CSV_END);
    assert_cells("\xef\xbb\xbf\"a\",b\n", "a|b\n", CSV_END);
}

static void the_separator_is_found_out(void **state)
{
    (void)state;
    assert_cells("a;b;c\n1,5;2;3\n", "a|b|c\n1,5|2|3\n", CSV_END);
    assert_cells("a\tb\n1\t2,3;4\n", "a|b\n1|2,3;4\n", CSV_END);
    assert_cells("\"a,b,c\";d\n1;2\n", "a,b,c|d\n1|2\n", CSV_END);
    assert_cells("one\n1;2\n", "one\n1;2\n", CSV_END);
}

static void broken_quotes_are_told(void **state)
{
    (void)state;
    assert_cells("a,b\n\"1,2\n", "a|b\n", CSV_OPEN_QUOTE);
    assert_cells("a,b\n\"1\"x,2\n", "a|b\n", CSV_AFTER_QUOTE);
    assert_cells("a,b\n1\"x,2\n", "a|b\n", CSV_STRAY_QUOTE);
}

static void lines_count_what_quotes_hold(void **state)
{
    (void)state;
    static const char csv[] = "a,\"b\nb\r\nb\"\r\nc,d\n";
    static const int lines[] = {1, 1, 4, 4};
    struct csv_reader r;
    csv_start(&r, csv, strlen(csv));
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        csv_next(&r);
        assert_int_equal(r.cell_line, lines[i]);
    }
    assert_int_equal(csv_next(&r), CSV_END);
    csv_end(&r);
}

static void no_cell_is_a_formula(void **state)
{
    (void)state;
    static const char *const formulas[] = {"=1+1", "+1", "-1", "@x", " =1", "'=1", "' '-"};
    static const char *const plain[] = {"", "a=1", "'", "'quoted'", "1-1", "''"};
    struct str cell = {0};
    for (size_t i = 0; i < ARRAY_LEN(formulas); i++) {
        str_clear(&cell);
        csv_add_cell(&cell, formulas[i]);
        assert_memory_equal(cell.data, "\"'", 2);
    }
    for (size_t i = 0; i < ARRAY_LEN(plain); i++) {
        str_clear(&cell);
        csv_add_cell(&cell, plain[i]);
        assert_int_equal(cell.len, strlen(plain[i]) + 2);
        assert_memory_equal(cell.data + 1, plain[i], strlen(plain[i]));
        assert_string_equal(csv_without_guard(plain[i]), plain[i]);
    }
    str_free(&cell);
    assert_string_equal(csv_without_guard("'=1"), "=1");
    assert_string_equal(csv_without_guard("'it"), "'it");
}

/* Any text comes back from a cell as it was. */
static void every_text_comes_back(void **state)
{
    (void)state;
    static const char letters[] = "'=+-@ \t\r\n\",;ab";
    struct rng rng = rng_for_test();
    for (int round = 0; round < 20000; round++) {
        char text[12];
        size_t len = rng_below(&rng, sizeof text);
        for (size_t i = 0; i < len; i++)
            text[i] = letters[rng_below(&rng, sizeof letters - 1)];
        text[len] = '\0';
        struct str csv = {0};
        struct csv_reader r;
        csv_add_cell(&csv, text);
        str_add(&csv, ",\"\"\r\n");
        csv_start(&r, csv.data, csv.len);
        assert_int_equal(csv_next(&r), CSV_CELL);
        assert_string_equal(csv_without_guard(str_text(&r.cell)), text);
        assert_int_equal(csv_next(&r), CSV_LAST_CELL);
        assert_int_equal(csv_next(&r), CSV_END);
        csv_end(&r);
        str_free(&csv);
    }
}

/* --- rows ------------------------------------------------------------------------------------ */

static const char *const names[SIDE_COUNT] = {"Vertrieb", "Märkte"};

/* Reads a sheet; the complaints must be `want`, the items so many. */
static void assert_sheet(const char *csv, size_t items, size_t refused, const char *want)
{
    struct exchange x = {0};
    struct faults faults = {0};
    struct str said = {0};
    sheet_read(csv, strlen(csv), "f.csv", names, &x, &faults);
    faults_write(&faults, &said);
    assert_string_equal(str_text(&said), want);
    assert_int_equal(x.len, items);
    assert_int_equal(x.refused, refused);
    str_free(&said);
    faults_free(&faults);
    exchange_free(&x);
}

static void rows_become_items(void **state)
{
    (void)state;
    static const char csv[] = "\xef\xbb\xbf Side ;TEXT;situation;why\r\n"
                              "vertrieb;'-5 % for one;A shop;\r\n"
                              ";;;\r\n"
                              "MÄRKTE ;\"Say \"\"hi\"\" to\nall\";A shop; because \r\n";
    struct exchange x = {0};
    struct faults faults = {0};
    sheet_read(csv, strlen(csv), "f.csv", names, &x, &faults);
    assert_int_equal(faults.len, 0);
    assert_int_equal(x.len, 2);
    assert_int_equal(x.refused, 0);
    assert_int_equal(x.items[0].side, SIDE_SALES);
    assert_string_equal(x.items[0].text.text, "-5 % for one");
    assert_null(x.items[0].why.text);
    assert_int_equal(x.items[0].place.line, 2);
    assert_int_equal(x.items[1].side, SIDE_MARKETING);
    assert_string_equal(x.items[1].text.text, "Say \"hi\" to\nall");
    assert_string_equal(x.items[1].why.text, " because ");
    assert_string_equal(x.items[1].situation.text, "A shop");
    assert_int_equal(x.items[1].place.line, 4);
    faults_free(&faults);
    exchange_free(&x);
}

static void rows_that_cannot_be_taken_are_told_by_line(void **state)
{
    (void)state;
    assert_sheet("situation,text,side\nA,,sales\nA,Calling,\nA,Calling,both\nA,Calling,sales\n"
                 "A,Calling,sales,x\nA,Calling,marketing,,\n",
                 2, 4,
                 "f.csv:2: error: \"text\" is missing\n"
                 "f.csv:3: error: \"side\" is missing\n"
                 "f.csv:4: error: \"both\" is no side; it must be \"sales\" or \"marketing\"\n"
                 "f.csv:6: error: the row has more cells than there are columns\n");
    assert_sheet("situation,text,side\nA,Calling,sales\nA,\"Calling,sales\n", 1, 1,
                 "f.csv:3: error: the quote that begins a cell here is never closed\n");
}

static void the_columns_that_matter_must_be_there(void **state)
{
    (void)state;
    assert_sheet("question,answer\nA,b\n", 0, 0,
                 "f.csv:1: warning: the column \"question\" is not known and is left out\n"
                 "f.csv:1: warning: the column \"answer\" is not known and is left out\n"
                 "f.csv:1: error: there is no column \"text\"\n"
                 "f.csv:1: error: there is no column \"side\"\n"
                 "f.csv:1: error: there is neither a column \"situation\" nor a column "
                 "\"scenario\"\n");
    assert_sheet("scenario,text,side,Text\nA,b,sales,c\n", 0, 0,
                 "f.csv:1: error: there are two columns \"text\"\n");
    assert_sheet("", 0, 0,
                 "f.csv:1: error: there is no column \"text\"\n"
                 "f.csv:1: error: there is no column \"side\"\n"
                 "f.csv:1: error: there is neither a column \"situation\" nor a column "
                 "\"scenario\"\n");
}

/* Somebody's file of a million columns is not read to its end. */
static void more_columns_than_anybody_has_are_refused(void **state)
{
    (void)state;
    struct str csv = {0};
    for (int i = 0; i < 257; i++)
        str_add(&csv, i ? ",text" : "side");
    struct exchange x = {0};
    struct faults faults = {0};
    sheet_read(csv.data, csv.len, "f.csv", names, &x, &faults);
    assert_string_equal(faults.items[faults.len - 1].text, "there are more than 256 columns");
    assert_int_equal(x.len, 0);
    faults_free(&faults);
    exchange_free(&x);
    str_free(&csv);
}

static void more_rows_than_a_bank_has_activities_are_refused(void **state)
{
    (void)state;
    struct str csv = {0};
    str_add(&csv, "text,side,situation\n");
    for (int i = 0; i < BANK_ACTIVITIES_MAX + 5; i++)
        str_add(&csv, "a,sales,b\n");
    struct exchange x = {0};
    struct faults faults = {0};
    sheet_read(csv.data, csv.len, "f.csv", names, &x, &faults);
    assert_int_equal(faults.errors, 1);
    assert_string_equal(faults.items[0].text, "there are more than 50000 activities");
    assert_int_equal(faults.items[0].place.line, BANK_ACTIVITIES_MAX + 2);
    faults_free(&faults);
    exchange_free(&x);
    str_free(&csv);
}

/* --- writing --------------------------------------------------------------------------------- */

static struct bank *two_cards(void)
{
    struct draft d = fixture_draft(2);
    fixture_scenario(&d, "fair", 1, 2, "events", "smM");
    d.activities[0].text = fixture_text(&d, "=Saying \"yes\" to one buyer");
    d.activities[1].principle = fixture_text(&d, "p0");
    d.activities[1].cue = (struct draft_text){0};
    return fixture_finish(&d);
}

static void a_bank_is_written_as_rows(void **state)
{
    (void)state;
    struct bank *bank = two_cards();
    struct str out = {0};
    sheet_write(bank, &out);
    assert_string_equal(
        out.data,
        "\"scenario\",\"situation\",\"principle\",\"level\",\"setting\",\"together\",\"activity\","
        "\"side\",\"text\",\"cue\",\"why\",\"own_principle\",\"source\"\r\n"
        "\"fair\",\"The situation called fair.\",\"p1\",\"2\",\"events\",\"Together they made "
        "fair.\",\"a0\",\"sales\",\"'=Saying \"\"yes\"\" to one buyer\",\"one buyer\",\"Because he "
        "reads number 0 of fair.\",\"\",\"\"\r\n"
        "\"fair\",\"The situation called fair.\",\"p1\",\"2\",\"events\",\"Together they made "
        "fair.\",\"a1\",\"marketing\",\"Writing number 1 of fair to an audience\",\"\",\"Because "
        "everybody reads number 1 of fair.\",\"p0\",\"\"\r\n");
    str_free(&out);
    bank_free(bank);
}

static void a_bank_is_written_for_anki(void **state)
{
    (void)state;
    struct bank *bank = two_cards();
    struct str out = {0};
    anki_write(bank, &out);
    assert_string_equal(out.data,
                        "#separator:tab\n#html:false\n#notetype:Basic\n#deck:A bank for tests\n"
                        "#columns:guid\tFront\tBack\ttags\n#guid column:1\n#tags column:4\n"
                        "test:fair/a0\t\"The situation called fair.\n\n=Saying \"\"yes\"\" to one "
                        "buyer\"\t\"Sales\n\n“one buyer”\n\nBecause he reads number 0 of "
                        "fair.\"\tp1 events level-2\n"
                        "test:fair/a1\t\"The situation called fair.\n\nWriting number 1 of fair to "
                        "an audience\"\t\"Marketing\n\nBecause everybody reads number 1 of "
                        "fair.\"\tp0 events level-2\n");
    str_free(&out);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read_by_the_rules),
        cmocka_unit_test(the_separator_is_found_out),
        cmocka_unit_test(broken_quotes_are_told),
        cmocka_unit_test(lines_count_what_quotes_hold),
        cmocka_unit_test(no_cell_is_a_formula),
        cmocka_unit_test(every_text_comes_back),
        cmocka_unit_test(rows_become_items),
        cmocka_unit_test(rows_that_cannot_be_taken_are_told_by_line),
        cmocka_unit_test(the_columns_that_matter_must_be_there),
        cmocka_unit_test(more_columns_than_anybody_has_are_refused),
        cmocka_unit_test(more_rows_than_a_bank_has_activities_are_refused),
        cmocka_unit_test(a_bank_is_written_as_rows),
        cmocka_unit_test(a_bank_is_written_for_anki),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
