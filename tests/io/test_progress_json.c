/* Progress as JSON: read back and compared with what was computed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/json_at.h"
#include "io/progress_json.h"
#include "unit/past_fixture.h"

static json_t *json_of(const struct past_fixture *f)
{
    struct progress progress;
    struct str text = {0};
    progress_of(f->bank, &f->history, past_now(f), &progress);
    progress_json(f->bank, &progress, &text);
    json_t *json = json_loads(str_text(&text), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    str_free(&text);
    progress_free(&progress);
    return json;
}

static void without_a_past_everything_is_nought(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    json_t *json = json_of(&f);
    assert_number(json, "version", 1);
    assert_text(json, "bank/id", "test");
    assert_text(json, "as_of", "2024-10-04");
    assert_number(json, "days", 0);
    assert_number(json, "answers", 0);
    assert_number(json, "new_cards/all/answers", 0);
    assert_number(json, "new_cards/unseen", PAST_PRINCIPLES * PAST_OF_PRINCIPLE);
    assert_number(json, "exam/answers_missing", 20);
    assert_number(json, "exams", 0);
    assert_int_equal(json_array_size(json_find(json, "curve")), 0);
    assert_int_equal(json_array_size(json_find(json, "calendar")), 0);
    assert_int_equal(json_array_size(json_find(json, "principles")), PAST_PRINCIPLES);
    assert_null(json_find(json, "best_climb"));
    assert_null(json_find(json, "last_try"));
    assert_null(json_find(json, "principles/0/mastered_on"));
    json_decref(json);
    past_fixture_free(&f);
}

static void every_figure_has_its_name(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    past_run(&f, MODE_FIRST, RUN_DONE);
    past_answers(&f, 0, "rrrr");
    past_answers(&f, 1, "wwr");
    past_run(&f, MODE_CLIMB, RUN_DONE);
    past_answers(&f, 2, "rrr");
    f.day++;
    past_run(&f, MODE_SPRINT, RUN_DONE);
    past_answers(&f, 3, "rw");
    past_run(&f, MODE_EXAM, RUN_PASSED);
    past_answers(&f, 0, "rrrrrrrrrrrr");
    past_run(&f, MODE_TODAY, RUN_DONE);
    past_answers(&f, 2, "r");
    json_t *json = json_of(&f);
    assert_number(json, "days", 2);
    assert_number(json, "runs", 5);
    assert_number(json, "answers", 25);
    assert_number(json, "new_cards/all/answers", 23);
    assert_number(json, "new_cards/recent/right", 21);
    assert_number(json, "first_six/right", 5);
    assert_number(json, "since_first_six/answers", 16);
    assert_number(json, "mastered", 1);
    assert_true(json_is_true(json_find(json, "exam/ready")));
    assert_number(json, "best_climb", 3);
    assert_number(json, "best_sprint", 0);
    assert_number(json, "today/right", 1);
    assert_number(json, "exams_passed", 1);
    assert_text(json, "last_pass/day", "2024-10-05");
    assert_number(json, "last_try/right", 12);
    assert_number(json, "errors/sales_called_marketing/missed", 1);
    assert_number(json, "errors/marketing_called_sales/missed", 1);
    assert_int_equal(json_array_size(json_find(json, "curve")), 4);
    assert_number(json, "curve/0/answers", 6);
    assert_number(json, "curve/3/right", 5);
    assert_number(json, "curve/3/high_percent", 100);
    assert_text(json, "calendar/0/day", "2024-10-04");
    assert_number(json, "calendar/0/answers", 10);
    assert_text(json, "hardest/0/id", "p1");
    assert_text(json, "questions/0/id", "q0");
    assert_number(json, "questions/0/mastered", 1);
    assert_number(json, "questions/0/missed", 2);
    assert_number(json, "principles/0/way_percent", 100);
    assert_text(json, "principles/0/mastered_on", "2024-10-05");
    assert_text(json, "principles/3/question", "");
    json_decref(json);
    past_fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_past_everything_is_nought),
        cmocka_unit_test(every_figure_has_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
