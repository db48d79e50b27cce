/* Progress for spreadsheets: the header, a row a principle, nothing a spreadsheet would carry out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/progress_csv.h"
#include "past_fixture.h"

static void a_row_a_principle(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    struct progress progress;
    struct str text = {0};
    f.bank->principles[3].title = "=HYPERLINK(\"x\")";
    past_answers(&f, 0, "rrrr");
    past_answers(&f, 1, "wr");
    f.day++;
    past_answers(&f, 0, "r");
    progress_of(f.bank, &f.history, past_now(&f), &progress);
    progress_csv(f.bank, &progress, &text);
    assert_string_equal(
        str_text(&text),
        "\"principle\",\"title\",\"question\",\"met\",\"answers\",\"right\",\"missed\","
        "\"way_percent\",\"mastered\",\"mastered_on\"\r\n"
        "\"p0\",\"Principle number "
        "0\",\"q0\",\"1\",\"5\",\"5\",\"0\",\"100\",\"1\",\"2024-10-05\"\r\n"
        "\"p1\",\"Principle number 1\",\"q0\",\"1\",\"2\",\"1\",\"1\",\"0\",\"0\",\"\"\r\n"
        "\"p2\",\"Principle number 2\",\"q1\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"\"\r\n"
        "\"p3\",\"'=HYPERLINK(\"\"x\"\")\",\"\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"\"\r\n");
    str_free(&text);
    progress_free(&progress);
    past_fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_row_a_principle)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
